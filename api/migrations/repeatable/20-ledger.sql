-- The books are append-only: the roles have no right to change them, and a trigger stops everybody else.
revoke update, delete, truncate on transfers from daichao_api, daichao_worker;
revoke delete, truncate on ledger_accounts, account_balances, bank_orders, bank_callbacks from daichao_api, daichao_worker;

drop trigger if exists transfers_append_only on transfers;
create trigger transfers_append_only before update or delete or truncate on transfers for each statement execute function refuse_change();

-- What the bank sent stays as it came; only what we decided about it is added.
create or replace function guard_bank_callback() returns trigger language plpgsql as $$
begin
  if new.raw_body = old.raw_body and new.received_at = old.received_at and new.provider = old.provider and old.decided_at is null then return new; end if;
  raise exception 'a decided callback does not change' using errcode = '55000';
end $$;
drop trigger if exists bank_callbacks_guard on bank_callbacks;
create trigger bank_callbacks_guard before update on bank_callbacks for each row execute function guard_bank_callback();

-- An order's money, subject and parties are fixed when it is made.
create or replace function guard_bank_order() returns trigger language plpgsql as $$
begin
  if (new.kind, new.subject_id, new.amount, new.bank_card_id, new.borrower_id, new.institution_id) is not distinct from
     (old.kind, old.subject_id, old.amount, old.bank_card_id, old.borrower_id, old.institution_id) then return new; end if;
  raise exception 'a bank order is not rewritten' using errcode = '55000';
end $$;
drop trigger if exists bank_orders_guard on bank_orders;
create trigger bank_orders_guard before update on bank_orders for each row execute function guard_bank_order();
