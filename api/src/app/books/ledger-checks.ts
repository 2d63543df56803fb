import type { Check } from "./check.js";

/** Movements, accounts and kept balances. Amounts in the details are fen. */
export const ledgerChecks: readonly Check[] = [
  {
    name: "ledger.accounts",
    promise: "every movement stands between two accounts that exist, and is above zero: debits equal credits",
    sql: `select t.id::text, t.event_id::text as detail from transfers t
      left join ledger_accounts d on d.id = t.debit_account_id left join ledger_accounts c on c.id = t.credit_account_id
      where d.id is null or c.id is null or t.amount <= 0 or t.debit_account_id = t.credit_account_id`,
  },
  {
    name: "ledger.kept-balances",
    promise: "a kept balance is the sum of the account's movements, and every loan's principal account has one",
    sql: `with moved as (
        select account_id, sum(amount) as amount from (
          select debit_account_id as account_id, amount from transfers union all select credit_account_id, -amount from transfers) m
        group by account_id)
      select a.id::text, format('kept %s, moved %s', coalesce(b.balance::text, 'none'), coalesce(m.amount, 0)) as detail
      from ledger_accounts a left join account_balances b on b.account_id = a.id left join moved m on m.account_id = a.id
      where (a.kind = 'LOAN_PRINCIPAL' or b.account_id is not null) and b.balance is distinct from coalesce(m.amount, 0)
      union all select b.account_id::text, 'no such account' from account_balances b
      where not exists (select from ledger_accounts a where a.id = b.account_id)`,
  },
  {
    name: "ledger.reversals",
    promise: "a reversal moves the same amount back between the same accounts",
    sql: `select r.id::text, coalesce(r.reverses::text, 'nothing') as detail from transfers r left join transfers t on t.id = r.reverses
      where r.kind = 'REVERSAL' and (t.id is null or t.amount <> r.amount
        or t.debit_account_id <> r.credit_account_id or t.credit_account_id <> r.debit_account_id)`,
  },
  {
    name: "ledger.events",
    promise: "every movement has the event that caused it, with its actor",
    sql: `select t.id::text, t.event_id::text as detail from transfers t left join events e on e.id = t.event_id
      where e.id is null or e.name not in ('loan.opened', 'payment.settled', 'transfer.reversed')`,
  },
  {
    name: "ledger.intents",
    promise: "a payment or signature made here has the idempotency row that kept it single (rows are kept 30 days)",
    sql: `select p.id::text, 'payLoan' as detail from payments p
      join events e on e.subject_type = 'Payment' and e.subject_id = p.id::text and e.name = 'payment.created'
      where p.created_at > now() - interval '29 days' and not exists (
        select from idempotency_keys k where k.owner = 'account:' || p.borrower_id and k.operation = 'payLoan' and k.answer #>> '{}' = p.id::text)
      union all select c.id::text, 'signContract' from contracts c
      where c.signed_at > now() - interval '29 days' and not exists (
        select from idempotency_keys k where k.owner = 'account:' || c.borrower_id and k.operation = 'signContract' and k.answer #>> '{}' = c.application_id::text)`,
  },
  {
    name: "bank.callbacks",
    promise: "every acknowledged callback had one effect or has a reason, and none is left undecided",
    sql: `select c.id::text, c.verdict as detail from bank_callbacks c left join bank_orders o on o.id = c.order_id
      where (c.verdict = 'RECEIVED' and c.received_at < now() - interval '10 minutes')
        or (c.verdict not in ('RECEIVED', 'APPLIED') and coalesce(c.reason, '') = '')
        or (c.verdict = 'APPLIED' and (o.id is null or o.state in ('REQUESTED', 'UNKNOWN')))
        or (c.verdict = 'DISPUTED' and (o.id is null or o.dispute_reason is null and o.state not in ('SUCCEEDED', 'FAILED')))`,
  },
  {
    name: "bank.effects",
    promise:
      "an order that the bank settled more than two minutes ago had exactly its effect, and no effect lacks its order",
    sql: `select o.id::text, format('%s %s', o.kind, o.state) as detail from bank_orders o
      where o.settled_at < now() - interval '2 minutes' and o.state in ('SUCCEEDED', 'FAILED') and not exists (
        select from disbursements d where d.id = o.subject_id and (d.order_id <> o.id or d.state = o.state) and o.kind = 'DISBURSE'
        union all select from payments p where p.id = o.subject_id and p.order_id = o.id and p.state = o.state and o.kind = 'COLLECT')
      union all select d.id::text, 'payout without a paid order' from disbursements d left join bank_orders o on o.id = d.order_id
      where d.state = 'SUCCEEDED' and (o.id is null or o.settled_at is null or o.amount <> d.amount or o.kind <> 'DISBURSE' or o.state = 'FAILED')
      union all select p.id::text, 'payment without a paid order' from payments p left join bank_orders o on o.id = p.order_id
      where p.state = 'SUCCEEDED' and (o.id is null or o.settled_at is null or o.amount <> p.amount or o.kind <> 'COLLECT' or o.state = 'FAILED')`,
  },
];
