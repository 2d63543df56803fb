import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld, type TestBorrower } from "../../../tests/kit/loan-world.js";
import { guaranteeFee } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { checks, readBooks } from "./books.js";

let world: LoanWorld;
let lin: TestBorrower;
let loanId: string;

async function paid(amount: bigint, outcome: "SUCCEEDED" | "FAILED" = "SUCCEEDED"): Promise<void> {
  const { payments } = world.modules.repayments;
  await payments.pay(lin.viewer, { loanId, amount, bankCardId: lin.bankCardId, idempotencyKey: newId() });
  await world.work();
  await world.bankSays("COLLECT", { state: outcome });
}

beforeAll(async () => {
  world = await LoanWorld.open({
    fees: [
      guaranteeFee({ amount: 1_500n }),
      guaranteeFee({
        code: "SETUP",
        name: "手续费",
        timing: "UPFRONT",
        payment: "DEDUCTED",
        amount: 20_000n,
        payee: "INSTITUTION",
        payeeName: "江海消金",
      }),
    ],
  });
  lin = await world.borrower();
  loanId = await world.loan(lin);
  await paid(300_000n);
  await paid(1_234n);
  await paid(5_000n, "FAILED");
  await world.signed(lin, { termCount: 12 });
  await world.bankSays("DISBURSE", { state: "FAILED", failure: "account closed" });
  await world.accepted(lin, { termCount: 6 });
  await world.work();
});
afterAll(() => world.close());

/** Plants faults past every trigger and foreign key, looks, and takes them back. */
async function offencesOf(plant: (sql: TransactionSql) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  const undo = new Error("undo");
  await world.test.owner
    .begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await plant(sql);
      for (const check of checks) {
        const rows = await sql.unsafe<{ id: string }[]>(check.sql);
        for (const { id } of rows) found.push(`${check.name} ${id}`);
      }
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return found;
}

const idOf = async (table: string, where = "true"): Promise<string> => {
  const [row] = await world.test.owner.unsafe<{ id: string }[]>(
    `select id::text from ${table} where ${where} order by id limit 1`,
  );
  if (!row) throw new Error(`${table} has no row`);
  return row.id;
};

describe("the books", () => {
  it("hold after a payout, a refused payout, payments and a refused payment, in under two seconds", async () => {
    const report = await readBooks(world.test.owner);
    expect(report.offences).toEqual([]);
    expect(report.checkCount).toBe(checks.length);
    expect(report.milliseconds).toBeLessThan(2_000);
  });

  const faults: readonly [string, string, string, (id: string) => string][] = [
    [
      "a movement to an account that does not exist",
      "ledger.accounts",
      "transfers",
      (id) => `update transfers set credit_account_id = gen_random_uuid() where id = '${id}'`,
    ],
    [
      "an edited movement",
      "payments.ledger",
      "payments where state = 'SUCCEEDED'",
      (id) => `update transfers set amount = amount + 1 where ref like '${id}%' and kind = 'REPAYMENT_INTEREST'`,
    ],
    [
      "a kept balance off by one fen",
      "ledger.kept-balances",
      "ledger_accounts where kind = 'LOAN_PRINCIPAL'",
      (id) => `update account_balances set balance = balance - 1 where account_id = '${id}'`,
    ],
    [
      "a movement without its event",
      "ledger.events",
      "transfers",
      (id) => `update transfers set event_id = gen_random_uuid() where id = '${id}'`,
    ],
    [
      "a payment without the key that kept it single",
      "ledger.intents",
      "payments",
      (id) => `delete from idempotency_keys where answer #>> '{}' = '${id}'`,
    ],
    [
      "a callback without effect and without reason",
      "bank.callbacks",
      "bank_callbacks where verdict = 'APPLIED'",
      (id) => `update bank_callbacks set order_id = null where id = '${id}'`,
    ],
    [
      "a settled order without its effect",
      "bank.effects",
      "bank_orders where kind = 'COLLECT' and state = 'SUCCEEDED'",
      (id) =>
        `update payments set order_id = gen_random_uuid() where order_id = '${id}'; update bank_orders set settled_at = now() - interval '1 hour' where id = '${id}'`,
    ],
    [
      "an outstanding principal that was not repaid",
      "loans.outstanding",
      "loans",
      (id) =>
        `update loans set outstanding_principal = outstanding_principal - 1, outstanding_total = outstanding_total where id = '${id}'`,
    ],
    [
      "a debt that is not on its owner's record",
      "obligations.loans",
      "loans",
      (id) => `update obligations set monthly_payment = 1, outstanding = outstanding + 1 where loan_id = '${id}'`,
    ],
    [
      "a plan that does not sum to the loan",
      "loans.plan",
      "loans",
      (id) => `update instalments set principal = principal + 1 where loan_id = '${id}' and number = 5`,
    ],
    [
      "a second disbursement",
      "loans.disbursement",
      "loans",
      (id) =>
        `insert into transfers select gen_random_uuid(), event_id, kind, '${newId()}', debit_account_id, credit_account_id, amount, reverses, business_day, borrower_id, institution_id, created_at from transfers where kind = 'DISBURSEMENT' and ref = '${id}'; update transfers set amount = amount + 1 where kind = 'DISBURSEMENT' and ref = '${id}'`,
    ],
    [
      "an instalment that says more is paid than was cleared",
      "loans.payments",
      "instalments where number = 7",
      (id) => `update instalments set paid_interest = paid_interest + 1 where id = '${id}'`,
    ],
    [
      "payments under way above what is owed",
      "payments.pending",
      "loans",
      (id) =>
        `update payments set state = 'CREATED', amount = 99999999, receipt_number = null, paid_on = null where loan_id = '${id}' and state = 'FAILED'`,
    ],
    [
      "a sheet edited after it was shown",
      "contracts.hashes",
      "disclosures",
      (id) => `update disclosures set sheet = replace(sheet, '费', '税') where id = '${id}'`,
    ],
    [
      "an instalment given to somebody else",
      "owners.agree",
      "instalments",
      (id) => `update instalments set borrower_id = gen_random_uuid() where id = '${id}'`,
    ],
    [
      "an application moved by hand",
      "states.applications",
      "applications where state = 'DISBURSE_FAILED'",
      (id) => `update applications set state = 'CONTRACTED' where id = '${id}'`,
    ],
    ["a loan moved by hand", "states.loans", "loans", (id) => `update loans set state = 'OVERDUE' where id = '${id}'`],
    [
      "a bank order moved by hand",
      "states.bank-orders",
      "bank_orders where state = 'FAILED'",
      (id) => `update bank_orders set state = 'SENT' where id = '${id}'`,
    ],
    [
      "a payment moved by hand",
      "states.payments",
      "payments where state = 'FAILED'",
      (id) => `update payments set state = 'UNKNOWN' where id = '${id}'`,
    ],
    [
      "an acceptance that no offer knows of",
      "states.acceptances",
      "applications where state = 'DISBURSED'",
      (id) => `update applications set offer_accepted_at = offer_accepted_at + interval '1 minute' where id = '${id}'`,
    ],
    [
      "a paid out application without its loan",
      "states.papers",
      "applications where state = 'DISBURSED'",
      (id) => `update loans set application_id = gen_random_uuid() where application_id = '${id}'`,
    ],
    [
      "a loan that is later than its instalments",
      "states.instalments",
      "loans",
      (id) => `update loans set days_past_due = 9 where id = '${id}'`,
    ],
  ];

  it.each(faults)("name %s", async (_, check, table, plant) => {
    const [name = "", where] = table.split(" where ");
    const id = await idOf(name, where);
    const found = await offencesOf((sql) => sql.unsafe(plant(id)).simple());
    expect(found.filter((offence) => offence.startsWith(`${check} `))).not.toHaveLength(0);
    if (!["loans.disbursement"].includes(check)) expect(found).toContain(`${check} ${id}`);
  });

  it("name a reversal that does not mirror its movement", async () => {
    const id = await idOf("transfers", "kind = 'DISBURSEMENT'");
    const reversal = newId();
    const found = await offencesOf((sql) =>
      sql.unsafe(
        `insert into transfers select '${reversal}', event_id, 'REVERSAL', id::text, debit_account_id, credit_account_id, amount, id, business_day, borrower_id, institution_id, created_at from transfers where id = '${id}'`,
      ),
    );
    expect(found).toContain(`ledger.reversals ${reversal}`);
  });

  it("name counters that are not their rows", async () => {
    const [row] = await world.test.owner<
      { institution_id: string; day: string }[]
    >`select institution_id::text, day::text from figure_days limit 1`;
    const found = await offencesOf(async (sql) => {
      if (!row)
        await sql`insert into figure_days (day, institution_id, disbursed_count) values ('2026-01-01', ${world.institutionId}, 7)`;
      else await sql`update figure_days set disbursed_count = disbursed_count + 1`;
    });
    expect(found.some((offence) => offence.startsWith("figures.recount"))).toBe(true);
  });

  it("have a planted fault for every check", () => {
    const planted = new Set([...faults.map(([, check]) => check), "ledger.reversals", "figures.recount"]);
    expect(checks.map((check) => check.name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
