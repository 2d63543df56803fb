-- A choice may end once; nothing else about it changes. A visitor's may be forgotten, a borrower's stays as evidence.
create or replace function guard_activity_choice() returns trigger language plpgsql as $$
declare ending text[] := array['ended_at', 'ended_reason'];
begin
  if tg_op = 'DELETE' then
    if old.borrower_id is null then return old; end if;
    raise exception 'a borrower''s choice stays' using errcode = '55000';
  end if;
  if old.ended_at is null and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
  raise exception 'a choice may only end, once' using errcode = '55000';
end $$;
drop trigger if exists activity_choices_guard on activity_choices;
create trigger activity_choices_guard before update or delete on activity_choices for each row execute function guard_activity_choice();
