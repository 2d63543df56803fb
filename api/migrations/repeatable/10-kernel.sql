-- Run after every migration: walls are forced, rights are given, history is append-only. Must stay repeatable.

do $$
declare walled record;
begin
  for walled in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity
  loop execute format('alter table %s force row level security', walled.name); end loop;
end $$;

grant usage on schema public to daichao_api, daichao_worker;
grant select, insert, update, delete on all tables in schema public to daichao_api, daichao_worker;
grant usage, select on all sequences in schema public to daichao_api, daichao_worker;

-- The owner migrates and seeds through the same forced walls.
do $$
declare walled record;
begin
  for walled in select c.oid::regclass as name, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = c.relname || '_owner')
  loop execute format('create policy %I on %s for all to current_user using (true) with check (true)', walled.relname || '_owner', walled.name); end loop;
end $$;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name using errcode = '55000';
end $$;

-- Events may gain their sequence number once; nothing else about them changes.
create or replace function guard_event() returns trigger language plpgsql as $$
begin
  if old.seq is null and new.seq is not null and to_jsonb(old) - 'seq' = to_jsonb(new) - 'seq' then return new; end if;
  raise exception 'rows of events are append-only' using errcode = '55000';
end $$;
drop trigger if exists events_guard on events;
create trigger events_guard before update on events for each row execute function guard_event();
drop trigger if exists events_no_delete on events;
create trigger events_no_delete before delete or truncate on events for each statement execute function refuse_change();

create sequence if not exists event_seq;
grant usage, select on sequence event_seq to daichao_api, daichao_worker;

-- The job library keeps its tables behind its own walls: this is the one way in.
create or replace function daichao_enqueue(task text, payload json, job_key text, run_at timestamptz, queue text)
  returns void language sql security definer set search_path = pg_catalog, public as $$
  select graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, max_attempts => 8, job_key => job_key);
$$;
revoke all on function daichao_enqueue(text, json, text, timestamptz, text) from public;
grant execute on function daichao_enqueue(text, json, text, timestamptz, text) to daichao_api, daichao_worker;

create or replace function daichao_due_jobs() returns bigint language sql security definer set search_path = pg_catalog, public as $$
  select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts and locked_at is null;
$$;
revoke all on function daichao_due_jobs() from public;
grant execute on function daichao_due_jobs() to daichao_api, daichao_worker;
