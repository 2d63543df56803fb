-- The published catalogue: what borrowers were shown stays as it was, and a product's versions are its own.

insert into catalog_version (id, version) values (1, 1) on conflict do nothing;

create or replace function guard_product_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.published_at is null then return old; end if;
    raise exception 'a published product version is immutable' using errcode = '55000';
  end if;
  if old.published_at is not null then
    raise exception 'a published product version is immutable' using errcode = '55000';
  end if;
  if old.submitted_at is not null
    and to_jsonb(old) - array['submitted_at', 'published_at'] is distinct from to_jsonb(new) - array['submitted_at', 'published_at'] then
    raise exception 'a product version under review is frozen' using errcode = '55000';
  end if;
  return new;
end $$;
drop trigger if exists product_versions_guard on product_versions;
create trigger product_versions_guard before update or delete on product_versions for each row execute function guard_product_version();

-- A product and its first version name each other, so these two are checked when the transaction ends.
do $$
declare link record;
begin
  for link in select * from (values ('products_current_version', 'current_version_id'), ('products_draft_version', 'draft_version_id')) as links(name, col)
    where not exists (select from pg_constraint where conname = name)
  loop
    execute format('alter table products add constraint %I foreign key (%I, id) references product_versions (id, product_id) deferrable initially deferred', link.name, link.col);
  end loop;
end $$;
