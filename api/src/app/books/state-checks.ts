import { ApplicationState, applicationTransitions } from "../../modules/applications/index.js";
import { BankOrderState, bankOrderTransitions } from "../../modules/ledger/index.js";
import { LoanState, loanTransitions } from "../../modules/lending/index.js";
import { PaymentState } from "../../modules/repayments/index.js";
import type { Check } from "./check.js";

type Machine = Readonly<Record<string, readonly string[]>>;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => values.map(text).join(", ");
const moves = (machine: Machine): string =>
  Object.entries(machine)
    .flatMap(([from, next]) => next.map((to) => `(${text(from)}, ${text(to)})`))
    .join(", ");

/** History of one kind of thing: its moves are its machine's, follow each other, and end where it stands now. */
function historyCheck(
  name: string,
  what: { table: string; event: string; from: string; to: string; subject: string; initial: string; machine: Machine },
): Check {
  const { table, event, from, to, subject, initial, machine } = what;
  return {
    name,
    promise: `the states of ${table} are their machine's, and their history is unbroken and ends in the present`,
    sql: `with moved as (select ${subject} as id, ${from} as was, ${to} as became,
          lag(${to}, 1, ${text(initial)}) over (partition by ${subject} order by occurred_at, e.id) as before,
          row_number() over (partition by ${subject} order by occurred_at desc, e.id desc) as age
        from events e where name in (${event}))
      select id, format('%s -> %s after %s', was, became, before) as detail from moved
      where was <> before or (was, became) not in (${moves(machine)})
      union all select t.id::text, format('stands in %s, history ends in %s', t.state, coalesce(m.became, ${text(initial)}))
      from ${table} t left join moved m on m.id = t.id::text and m.age = 1
      where t.state <> coalesce(m.became, ${text(initial)}) or t.state not in (${list(Object.keys(machine))})`,
  };
}

const ended = [ApplicationState.DISBURSED];
const signed = [ApplicationState.CONTRACTED, ApplicationState.DISBURSING, ApplicationState.DISBURSE_FAILED];

/** States, their history, and what must exist beside them. */
export const stateChecks: readonly Check[] = [
  historyCheck("states.applications", {
    table: "applications",
    event: "'application.statusChanged'",
    subject: "e.subject_id",
    from: "e.facts ->> 'from'",
    to: "e.facts ->> 'to'",
    initial: ApplicationState.SUBMITTED,
    machine: applicationTransitions,
  }),
  historyCheck("states.loans", {
    table: "loans",
    event: "'loan.statusChanged'",
    subject: "e.subject_id",
    from: "e.facts ->> 'from'",
    to: "e.facts ->> 'to'",
    initial: LoanState.ACTIVE,
    machine: loanTransitions,
  }),
  {
    name: "states.bank-orders",
    promise: "an order that we asked the bank for stands where its last event left it, by its machine",
    sql: `with moved as (select subject_id as id, diff -> 'state' ->> 0 as was, diff -> 'state' ->> 1 as became,
          row_number() over (partition by subject_id order by occurred_at desc, id desc) as age
        from events where subject_type = 'BankOrder' and name <> 'bankOrder.requested')
      select id, format('%s -> %s', was, became) as detail from moved where (was, became) not in (${moves(bankOrderTransitions)})
      union all select o.id::text, format('stands in %s, history ends in %s', o.state, m.became)
      from bank_orders o join moved m on m.id = o.id::text and m.age = 1 where o.state <> m.became
      union all select o.id::text, format('%s without any history', o.state) from bank_orders o
      join events e on e.subject_type = 'BankOrder' and e.subject_id = o.id::text and e.name = 'bankOrder.requested'
      where o.state <> ${text(BankOrderState.REQUESTED)} and not exists (select from moved m where m.id = o.id::text)`,
  },
  {
    name: "states.payments",
    promise: "a payment's outcome is the one its event announced",
    sql: `with said as (select subject_id as id, case name when 'payment.settled' then 'SUCCEEDED' when 'payment.failed' then 'FAILED' else 'DISPUTED' end as state,
          row_number() over (partition by subject_id order by occurred_at desc, id desc) as age
        from events where name in ('payment.settled', 'payment.failed', 'payment.disputed'))
      select p.id::text, format('stands in %s, announced %s', p.state, coalesce(s.state, 'nothing')) as detail
      from payments p left join said s on s.id = p.id::text and s.age = 1
      where p.state <> coalesce(s.state, ${text(PaymentState.CREATED)})`,
  },
  {
    name: "states.acceptances",
    promise: "an application says that its offer was accepted exactly when an offer says so, and at the same moment",
    sql: `with accepted as (select o.application_id as id, o.answered_at as at from offers o
        where o.state = 'ACCEPTED' or (o.state in ('EXPIRED', 'WITHDRAWN') and o.answered_at is not null))
      select a.id::text, format('says %s, its offer %s', a.offer_accepted_at, o.at) as detail
      from applications a full join accepted o using (id) where a.offer_accepted_at is distinct from o.at`,
  },
  {
    name: "states.papers",
    promise: "a signed application has its contract, a paid out one its loan, and no other application has a loan",
    sql: `select a.id::text, format('%s without a contract', a.state) as detail from applications a
      where a.state in (${list(signed)}) and not exists (select from contracts c where c.application_id = a.id)
      union all select a.id::text, format('%s without a loan', a.state) from applications a
      where a.state in (${list(ended)}) and not exists (select from loans l where l.application_id = a.id)
      union all select l.id::text, format('loan of an application in %s', coalesce(a.state, 'no state')) from loans l
      left join applications a on a.id = l.application_id where a.state is distinct from ${text(ApplicationState.DISBURSED)}`,
  },
  {
    name: "states.instalments",
    promise:
      "an instalment is PAID exactly when nothing of it is open, and a loan is as late as its oldest unpaid instalment",
    sql: `select i.id::text, i.state as detail from instalments i
      where (i.state = 'PAID') <> (i.paid_principal + i.paid_interest + i.paid_fee = i.principal + i.interest + i.fee)
      union all select l.id::text, format('loan %s days, instalments %s', l.days_past_due, i.days) from loans l
      join (select loan_id, max(days_past_due) as days from instalments where state <> 'PAID' group by loan_id) i on i.loan_id = l.id
      where l.days_past_due <> i.days`,
  },
  {
    name: "figures.recount",
    promise: "the counters of a day are the rows of that day (once every reaction has run)",
    sql: `with opened as (select institution_id, start_on as day, count(*) as n, sum(principal) as amount from loans group by 1, 2),
      repaid as (select institution_id, paid_on as day, sum(amount) as amount from payments where state = 'SUCCEEDED' group by 1, 2)
      select format('%s %s', f.institution_id, f.day) as id,
        format('disbursed %s/%s of %s/%s, repaid %s of %s', f.disbursed_count, f.disbursed_amount, coalesce(o.n, 0), coalesce(o.amount, 0), f.repaid_amount, coalesce(r.amount, 0)) as detail
      from figure_days f left join opened o using (institution_id, day) left join repaid r using (institution_id, day)
      where not exists (select from graphile_worker.jobs j where j.task_identifier = 'reaction' and j.attempts < j.max_attempts)
        and (f.disbursed_count <> coalesce(o.n, 0) or f.disbursed_amount <> coalesce(o.amount, 0) or f.repaid_amount <> coalesce(r.amount, 0))`,
  },
];
