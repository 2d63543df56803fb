-- A signed contract, a text that was shown and what a payment cleared never change; a sheet changes only by being confirmed.
revoke update, delete, truncate on contracts, contract_previews, payment_lines from daichao_api, daichao_worker;
revoke delete, truncate on disclosures, disbursements, loans, instalments, payments from daichao_api, daichao_worker;

drop trigger if exists contracts_append_only on contracts;
create trigger contracts_append_only before update or delete or truncate on contracts for each statement execute function refuse_change();
drop trigger if exists contract_previews_append_only on contract_previews;
create trigger contract_previews_append_only before update or delete or truncate on contract_previews for each statement execute function refuse_change();
drop trigger if exists payment_lines_append_only on payment_lines;
create trigger payment_lines_append_only before update or delete or truncate on payment_lines for each statement execute function refuse_change();

create or replace function guard_disclosure() returns trigger language plpgsql as $$
begin
  if old.confirmed_at is null and to_jsonb(old) - 'confirmed_at' = to_jsonb(new) - 'confirmed_at' then return new; end if;
  raise exception 'a cost sheet that was shown does not change' using errcode = '55000';
end $$;
drop trigger if exists disclosures_guard on disclosures;
create trigger disclosures_guard before update on disclosures for each row execute function guard_disclosure();

-- What was agreed stays: an instalment's amounts and number, a loan's principal, rate and parties.
create or replace function guard_instalment() returns trigger language plpgsql as $$
begin
  if (new.loan_id, new.number, new.scheduled_due_on, new.principal, new.interest, new.fee, new.fee_lines) is not distinct from
     (old.loan_id, old.number, old.scheduled_due_on, old.principal, old.interest, old.fee, old.fee_lines) then return new; end if;
  raise exception 'the amounts of an instalment are agreed' using errcode = '55000';
end $$;
drop trigger if exists instalments_guard on instalments;
create trigger instalments_guard before update on instalments for each row execute function guard_instalment();

create or replace function guard_loan() returns trigger language plpgsql as $$
begin
  if (new.borrower_id, new.institution_id, new.application_id, new.principal, new.annual_rate, new.plan_hash, new.start_on) is not distinct from
     (old.borrower_id, old.institution_id, old.application_id, old.principal, old.annual_rate, old.plan_hash, old.start_on) then return new; end if;
  raise exception 'what a loan was agreed on does not change' using errcode = '55000';
end $$;
drop trigger if exists loans_guard on loans;
create trigger loans_guard before update on loans for each row execute function guard_loan();
