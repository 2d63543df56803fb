-- Running numbers of applications never repeat and never wait for each other.
create sequence if not exists application_serial;
grant usage, select on sequence application_serial to daichao_api, daichao_worker;

-- What an application was made on does not change: a decision must find the terms and facts the borrower submitted.
create or replace function guard_application() returns trigger language plpgsql as $$
begin
  if (new.number, new.borrower_id, new.institution_id, new.draft_id, new.product_id, new.product_version_id,
      new.product_version_number, new.amount, new.term_count, new.method, new.purpose, new.quoted_annual_rate,
      new.quoted_annual_cost, new.quoted_first_payment, new.quoted_total_payment, new.terms_hash, new.applicant_facts,
      new.submitted_at)
     is distinct from
     (old.number, old.borrower_id, old.institution_id, old.draft_id, old.product_id, old.product_version_id,
      old.product_version_number, old.amount, old.term_count, old.method, old.purpose, old.quoted_annual_rate,
      old.quoted_annual_cost, old.quoted_first_payment, old.quoted_total_payment, old.terms_hash, old.applicant_facts,
      old.submitted_at)
  then raise exception 'what application % was made on cannot change', old.number using errcode = '55000'; end if;
  if old.consent_ended_at is not null and new.consent_ended_at is null
  then raise exception 'the consent of application % has ended', old.number using errcode = '55000'; end if;
  return new;
end $$;
drop trigger if exists applications_guard on applications;
create trigger applications_guard before update on applications for each row execute function guard_application();

-- No state outside its machine, whoever writes it.
create or replace function guard_application_state() returns trigger language plpgsql as $$
declare allowed text[];
begin
  if old.state = new.state then return new; end if;
  allowed := case old.state
    when 'SUBMITTED' then array['SCREENING', 'WITHDRAWN']
    when 'SCREENING' then array['UNDER_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN']
    when 'UNDER_REVIEW' then array['NEED_MORE_INFO', 'COUNTER_OFFERED', 'APPROVED', 'REJECTED', 'WITHDRAWN']
    when 'NEED_MORE_INFO' then array['UNDER_REVIEW', 'EXPIRED', 'WITHDRAWN']
    when 'COUNTER_OFFERED' then array['APPROVED', 'WITHDRAWN', 'EXPIRED']
    when 'APPROVED' then array['CONTRACT_PENDING', 'EXPIRED', 'WITHDRAWN']
    when 'CONTRACT_PENDING' then array['CONTRACTED', 'EXPIRED', 'WITHDRAWN']
    when 'CONTRACTED' then array['DISBURSING', 'CANCELLED']
    when 'DISBURSING' then array['DISBURSED', 'DISBURSE_FAILED']
    when 'REJECTED' then case when old.human_review_asked_at is null and new.human_review_asked_at is not null
      then array['UNDER_REVIEW'] else array[]::text[] end
    when 'DISBURSE_FAILED' then array['DISBURSING', 'CANCELLED']
    else array[]::text[] end;
  if not new.state = any(allowed)
  then raise exception 'application % cannot go from % to %', old.number, old.state, new.state using errcode = '55000'; end if;
  return new;
end $$;
drop trigger if exists applications_state_guard on applications;
create trigger applications_state_guard before update of state on applications for each row execute function guard_application_state();
