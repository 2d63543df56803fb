-- What a person has said, agreed to or had looked at is history: added to, never rewritten.

drop trigger if exists profile_versions_append_only on profile_versions;
create trigger profile_versions_append_only before update or delete or truncate on profile_versions for each statement execute function refuse_change();

drop trigger if exists access_records_append_only on access_records;
create trigger access_records_append_only before update or delete or truncate on access_records for each statement execute function refuse_change();

drop trigger if exists consent_texts_append_only on consent_texts;
create trigger consent_texts_append_only before update or delete or truncate on consent_texts for each statement execute function refuse_change();

-- A consent may end once; nothing else about it changes.
create or replace function guard_consent() returns trigger language plpgsql as $$
declare ending text[] := array['withdrawn_at', 'ended_at', 'ended_reason'];
begin
  if old.ended_at is null and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
  raise exception 'a consent may only end, once' using errcode = '55000';
end $$;
drop trigger if exists consents_guard on consents;
create trigger consents_guard before update on consents for each row execute function guard_consent();
drop trigger if exists consents_no_delete on consents;
create trigger consents_no_delete before delete or truncate on consents for each statement execute function refuse_change();

-- A verified name and number stay.
create or replace function guard_identity() returns trigger language plpgsql as $$
begin
  if old.identity_verified_at is not null
    and (new.name, new.identity_number, new.identity_number_blind) is distinct from (old.name, old.identity_number, old.identity_number_blind)
  then raise exception 'a verified identity may not be rewritten' using errcode = '55000'; end if;
  return new;
end $$;
drop trigger if exists borrowers_guard on borrowers;
create trigger borrowers_guard before update on borrowers for each row execute function guard_identity();
