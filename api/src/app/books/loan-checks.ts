import type { Check } from "./check.js";

/** Loans, plans, payments and the papers behind them. Amounts in the details are fen. */
export const loanChecks: readonly Check[] = [
  {
    name: "loans.outstanding",
    promise: "principal lent less principal repaid in the ledger is what the loan says is outstanding",
    sql: `with repaid as (select a.owner_id, sum(t.amount) as amount from transfers t join ledger_accounts a on a.id = t.credit_account_id
        where t.kind = 'REPAYMENT_PRINCIPAL' and a.kind = 'LOAN_PRINCIPAL' group by a.owner_id)
      select l.id::text, format('outstanding %s, lent %s, repaid %s', l.outstanding_principal, l.principal, coalesce(r.amount, 0)) as detail
      from loans l left join repaid r on r.owner_id = l.id::text
      where l.outstanding_principal <> l.principal - coalesce(r.amount, 0)`,
  },
  {
    name: "loans.plan",
    promise:
      "the plan sums to the principal, is numbered without gaps, and what is unpaid of it is what the loan says is owed",
    sql: `with plan as (select loan_id, sum(principal) as principal, count(*) filter (where number > 0) as rows, max(number) as last,
        sum(principal + interest + fee) as owed, sum(paid_principal + paid_interest + paid_fee) as paid, sum(principal - paid_principal) as open
        from instalments group by loan_id)
      select l.id::text, format('plan %s of %s, owed %s of %s, paid %s of %s', p.principal, l.principal, p.owed - p.paid, l.outstanding_total, p.paid, l.total_paid) as detail
      from loans l left join plan p on p.loan_id = l.id
      where p.loan_id is null or p.principal <> l.principal or p.rows <> p.last or p.owed - p.paid <> l.outstanding_total
        or p.paid <> l.total_paid or p.open <> l.outstanding_principal
      union all select i.id::text, 'instalment without a loan' from instalments i where not exists (select from loans l where l.id = i.loan_id)`,
  },
  {
    name: "obligations.loans",
    promise:
      "what a person owes on this platform is what their loans owe, loan by loan, and each loan is on the record",
    sql: `select coalesce(l.id, o.loan_id)::text as id, format('loan owes %s, record says %s', l.outstanding_total, o.outstanding) as detail
      from loans l full join obligations o on o.loan_id = l.id
      where o.loan_id is null or l.id is null or o.outstanding <> l.outstanding_total or o.borrower_id <> l.borrower_id
        or o.ends_on <> l.matures_on or (o.monthly_payment > 0) <> o.is_running`,
  },
  {
    name: "loans.disbursement",
    promise:
      "a loan has one disbursement movement of its principal and nothing else has one; what went out is the principal less the fees kept back",
    sql: `with out as (select ref, count(*) as n, sum(amount) as amount from transfers where kind = 'DISBURSEMENT' group by ref),
      kept as (select split_part(ref, ':', 1) as ref, sum(amount) as amount from transfers where kind = 'UPFRONT_FEE' group by 1)
      select l.id::text, format('moved %s, lent %s, paid out %s, kept back %s', o.amount, l.principal, d.amount, coalesce(k.amount, 0)) as detail
      from loans l left join out o on o.ref = l.id::text left join kept k on k.ref = l.id::text left join disbursements d on d.id = l.disbursement_id
      where o.n is distinct from 1 or o.amount <> l.principal or d.state is distinct from 'SUCCEEDED' or d.amount <> l.principal - coalesce(k.amount, 0)
      union all select o.ref, 'disbursement without a loan' from out o where not exists (select from loans l where l.id::text = o.ref)
      union all select d.id::text, 'paid out without a loan' from disbursements d
      where d.state = 'SUCCEEDED' and not exists (select from loans l where l.disbursement_id = d.id)`,
  },
  {
    name: "loans.payments",
    promise: "what an instalment says is paid is what payments cleared on it",
    sql: `with cleared as (select loan_id, instalment_number as number, sum(amount) filter (where component = 'PRINCIPAL') as principal,
        sum(amount) filter (where component = 'INTEREST') as interest, sum(amount) filter (where component = 'FEE') as fee
        from payment_lines group by loan_id, instalment_number)
      select i.id::text, format('paid %s+%s+%s, cleared %s+%s+%s', i.paid_principal, i.paid_interest, i.paid_fee,
        coalesce(c.principal, 0), coalesce(c.interest, 0), coalesce(c.fee, 0)) as detail
      from instalments i full join cleared c on c.loan_id = i.loan_id and c.number = i.number
      where i.id is null or i.paid_principal <> coalesce(c.principal, 0) or i.paid_interest <> coalesce(c.interest, 0) or i.paid_fee <> coalesce(c.fee, 0)`,
  },
  {
    name: "payments.ledger",
    promise: "a payment that succeeded was cleared and moved to the fen, part by part; no other payment moved anything",
    sql: `with lines as (select payment_id, component, sum(amount) as amount from payment_lines group by payment_id, component),
      moved as (select split_part(ref, ':', 1) as payment_id, replace(kind, 'REPAYMENT_', '') as component, sum(amount) as amount
        from transfers where kind like 'REPAYMENT_%' group by 1, 2)
      select coalesce(l.payment_id::text, m.payment_id) as id, format('%s cleared %s, moved %s', coalesce(l.component, m.component), l.amount, m.amount) as detail
      from lines l full join moved m on m.payment_id = l.payment_id::text and m.component = l.component
      where l.amount is distinct from m.amount
      union all select p.id::text, format('%s of %s, cleared %s', p.state, p.amount, coalesce(s.amount, 0))
      from payments p left join (select payment_id, sum(amount) as amount from lines group by payment_id) s on s.payment_id = p.id
      where coalesce(s.amount, 0) <> case when p.state = 'SUCCEEDED' then p.amount else 0 end`,
  },
  {
    name: "payments.pending",
    promise: "payments under way together never exceed what is owed",
    sql: `select l.id::text, format('owed %s, under way %s', l.outstanding_total, sum(p.amount)) as detail
      from loans l join payments p on p.loan_id = l.id and p.state in ('CREATED', 'SENT', 'UNKNOWN', 'DISPUTED')
      group by l.id having sum(p.amount) > l.outstanding_total`,
  },
  {
    name: "contracts.hashes",
    promise:
      "a contract carries the hashes of the sheet that was confirmed before it, and the sheet's text still has its hash",
    sql: `select c.id::text, 'contract' as detail from contracts c left join disclosures d on d.id = c.disclosure_id
      where d.id is null or d.sheet_hash <> c.sheet_hash or d.terms_hash <> c.terms_hash or d.confirmed_at is null
        or d.confirmed_at > c.signed_at or d.application_id <> c.application_id
      union all select d.id::text, 'sheet' from disclosures d where encode(sha256(convert_to(d.sheet, 'UTF8')), 'hex') <> d.sheet_hash
      union all select l.id::text, 'plan signed and paid out on one day' from loans l join contracts c on c.id = l.contract_id
      join disclosures d on d.id = c.disclosure_id where d.start_on = l.start_on and l.plan_hash <> c.terms_hash`,
  },
  {
    name: "owners.agree",
    promise: "what belongs to a loan or an application names the same borrower and the same institution",
    sql: `select i.id::text, 'instalment' as detail from instalments i join loans l on l.id = i.loan_id
      where (i.borrower_id, i.institution_id) <> (l.borrower_id, l.institution_id)
      union all select p.id::text, 'payment' from payments p join loans l on l.id = p.loan_id where (p.borrower_id, p.institution_id) <> (l.borrower_id, l.institution_id)
      union all select p.payment_id::text, 'payment line' from payment_lines p join loans l on l.id = p.loan_id where (p.borrower_id, p.institution_id) <> (l.borrower_id, l.institution_id)
      union all select l.id::text, 'loan' from loans l join applications a on a.id = l.application_id where (l.borrower_id, l.institution_id) <> (a.borrower_id, a.institution_id)
      union all select c.id::text, 'contract' from contracts c join applications a on a.id = c.application_id where (c.borrower_id, c.institution_id) <> (a.borrower_id, a.institution_id)
      union all select o.id::text, 'bank order' from bank_orders o join disbursements d on d.id = o.subject_id where (o.borrower_id, o.institution_id) <> (d.borrower_id, d.institution_id)`,
  },
];
