-- What a bureau was asked and what it said is history.

drop trigger if exists credit_reports_append_only on credit_reports;
create trigger credit_reports_append_only before update or delete or truncate on credit_reports for each statement execute function refuse_change();

create or replace function guard_bureau_query() returns trigger language plpgsql as $$
declare answer text[] := array['state', 'answered_at'];
begin
  if old.state = 'ASKED' and to_jsonb(old) - answer = to_jsonb(new) - answer then return new; end if;
  raise exception 'a bureau query may only be answered, once' using errcode = '55000';
end $$;
drop trigger if exists bureau_queries_guard on bureau_queries;
create trigger bureau_queries_guard before update on bureau_queries for each row execute function guard_bureau_query();
drop trigger if exists bureau_queries_no_delete on bureau_queries;
create trigger bureau_queries_no_delete before delete or truncate on bureau_queries for each statement execute function refuse_change();
