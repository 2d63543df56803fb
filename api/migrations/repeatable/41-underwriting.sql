-- A model that has decided something stays what it was; assessments and decisions are history.
create or replace function guard_rule_set() returns trigger language plpgsql as $$
begin
  if (new.institution_id, new.number, new.name, new.model, new.hash, new.created_at)
     is distinct from (old.institution_id, old.number, old.name, old.model, old.hash, old.created_at)
    then raise exception 'the content of a rule set version cannot change' using errcode = '55000'; end if;
  if old.state <> new.state and (old.state, new.state) not in (('DRAFT', 'ACTIVE'), ('ACTIVE', 'RETIRED'))
    then raise exception 'a rule set version cannot go from % to %', old.state, new.state using errcode = '55000'; end if;
  return new;
end $$;
drop trigger if exists rule_set_versions_guard on rule_set_versions;
create trigger rule_set_versions_guard before update on rule_set_versions for each row execute function guard_rule_set();
drop trigger if exists rule_set_versions_no_delete on rule_set_versions;
create trigger rule_set_versions_no_delete before delete or truncate on rule_set_versions for each statement execute function refuse_change();

drop trigger if exists assessments_append_only on assessments;
create trigger assessments_append_only before update or delete or truncate on assessments for each statement execute function refuse_change();

drop trigger if exists decisions_append_only on decisions;
create trigger decisions_append_only before update or delete or truncate on decisions for each statement execute function refuse_change();

-- What was offered stands as it was offered.
create or replace function guard_offer() returns trigger language plpgsql as $$
declare answering text[] := array['state', 'answered_at', 'decline_reason', 'sign_by', 'version'];
begin
  if to_jsonb(old) - answering is distinct from to_jsonb(new) - answering
    then raise exception 'the terms of an offer cannot change' using errcode = '55000'; end if;
  if old.state <> new.state and not (old.state = 'OPEN' or (old.state = 'ACCEPTED' and new.state in ('EXPIRED', 'WITHDRAWN')))
    then raise exception 'an offer cannot go from % to %', old.state, new.state using errcode = '55000'; end if;
  return new;
end $$;
drop trigger if exists offers_guard on offers;
create trigger offers_guard before update on offers for each row execute function guard_offer();
