import { addDays, formatYuan } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld, type TestBorrower } from "../../../tests/kit/loan-world.js";
import { guaranteeFee } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";

let world: LoanWorld;
let lin: TestBorrower;
let chen: TestBorrower;

beforeAll(async () => {
  world = await LoanWorld.open({
    fees: [
      guaranteeFee({ amount: 1_000n }),
      guaranteeFee({
        code: "SETUP",
        name: "手续费",
        timing: "UPFRONT",
        payment: "DEDUCTED",
        amount: 20_000n,
        payee: "INSTITUTION",
        payeeName: "江海消金",
      }),
      guaranteeFee({
        code: "CHECK",
        name: "评估费",
        timing: "UPFRONT",
        payment: "PAID",
        amount: 5_000n,
        payee: "PLATFORM",
        payeeName: "贷超",
      }),
    ],
  });
  lin = await world.borrower();
  chen = await world.borrower();
});
afterAll(() => world.close());

const planOf = (loanId: string) =>
  world.test.owner<
    {
      number: number;
      due_on: string;
      principal: string;
      interest: string;
      fee: string;
      state: string;
      days_past_due: number;
    }[]
  >`
    select number, due_on::text, principal::text, interest::text, fee::text, state, days_past_due
    from instalments where loan_id = ${loanId} order by number`;

const stateOf = async (applicationId: string) =>
  (await world.test.owner<{ state: string }[]>`select state from applications where id = ${applicationId}`)[0]?.state;

describe("a payout", () => {
  it("opens a loan whose plan is the sheet's to the fen, with one disbursement in the books (U-04, B-24)", async () => {
    const { disclosures, lending } = world.modules.lending;
    const applicationId = await world.accepted(lin);
    const sheetId = await world.confirmedSheet(lin, applicationId);
    const sheet = await world.kernel.db.read(lin.viewer, (reader) => disclosures.find(reader, lin.viewer, sheetId));
    const { quote } = disclosures.sheetOf(sheet);
    await world.modules.lending.contracts.sign(lin.viewer, await world.signature(lin, applicationId, sheetId));
    await world.work();
    expect(await stateOf(applicationId)).toBe("DISBURSING");
    expect(world.bank.asked.at(-1)).toMatchObject({ kind: "DISBURSE", amount: 4_980_000n });
    expect(await world.bankSays("DISBURSE")).toEqual({ status: 200 });
    expect(await stateOf(applicationId)).toBe("DISBURSED");
    const [loan] = await world.test.owner<{ id: string; plan_hash: string; outstanding_total: string }[]>`
      select * from loans where application_id = ${applicationId}`;
    const rows = (await planOf(loan!.id)).filter((row) => row.number > 0);
    const figures = rows.map(({ number, due_on, principal, interest, fee }) =>
      [number, due_on, principal, interest, fee].join(" "),
    );
    expect(figures).toEqual(
      quote.rows.map((row) => [row.number, row.dueOn, row.principal, row.interest, row.fee].join(" ")),
    );
    expect(loan!.plan_hash).toBe(quote.termsHash);
    expect(BigInt(loan!.outstanding_total)).toBe(quote.totalPayment);
    const transfers = await world.test.owner<{ kind: string; amount: string }[]>`
      select kind, amount::text from transfers where ref like ${`${loan!.id}%`} order by kind`;
    expect(transfers).toEqual([
      { kind: "DISBURSEMENT", amount: "5000000" },
      { kind: "UPFRONT_FEE", amount: "20000" },
    ]);
    const seen = await world.kernel.db.read(lin.viewer, (reader) => lending.loan(reader, lin.viewer, loan!.id));
    expect(formatYuan(seen.outstandingPrincipal)).toBe("50000.00");
    await expect(
      world.kernel.db.read(chen.viewer, (reader) => lending.loan(reader, chen.viewer, loan!.id)),
    ).rejects.toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
  });

  it("without fees matches the story: 2,244.30 a month, 2,244.29 at the end, 3,863.19 interest", async () => {
    const plain = await LoanWorld.open({ dueShift: "NONE" });
    try {
      const loanId = await plain.loan(await plain.borrower());
      const rows = await plain.test.owner<{ payment: string; interest: string }[]>`
        select (principal + interest + fee)::text as payment, interest::text from instalments where loan_id = ${loanId} order by number`;
      expect(rows).toHaveLength(24);
      expect(rows[0]?.payment).toBe("224430");
      expect(rows.at(-1)?.payment).toBe("224429");
      expect(rows.reduce((sum, row) => sum + BigInt(row.interest), 0n)).toBe(386_319n);
    } finally {
      await plain.close();
    }
  });

  it("that the bank refuses waits for a manager, who can send it again as a new order of the same payout", async () => {
    const { disbursements } = world.modules.lending;
    const applicationId = await world.signed(lin, { termCount: 12 });
    const first = world.bank.asked.at(-1)?.id;
    await world.bankSays("DISBURSE", { state: "FAILED", failure: "account closed" });
    expect(await stateOf(applicationId)).toBe("DISBURSE_FAILED");
    const [{ version } = { version: 0 }] = await world.test.owner<
      { version: number }[]
    >`select version from applications where id = ${applicationId}`;
    const retry = { applicationId, version, idempotencyKey: newId() };
    const stranger = { ...world.manager(), institutionId: newId() };
    await expect(disbursements.retry(stranger, retry)).rejects.toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
    const manager = world.manager();
    expect(await disbursements.retry(manager, retry)).toBe(applicationId);
    expect(await disbursements.retry(manager, retry)).toBe(applicationId);
    await world.work();
    expect(world.bank.asked.at(-1)?.id).not.toBe(first);
    await expect(disbursements.retry(manager, { ...retry, idempotencyKey: newId() })).rejects.toThrow(
      expect.objectContaining({ code: "LENDING_NOTHING_TO_RETRY" }),
    );
    await world.bankSays("DISBURSE");
    expect(await stateOf(applicationId)).toBe("DISBURSED");
    expect(await world.test.owner`select 1 from disbursements where application_id = ${applicationId}`).toHaveLength(1);
    expect(await world.test.owner`select 1 from loans where application_id = ${applicationId}`).toHaveLength(1);
  });

  it("whose answer is lost is asked about until the bank tells, and is never sent under another key", async () => {
    world.bank.answer = "UNKNOWN";
    const applicationId = await world.signed(lin, { termCount: 6 });
    world.bank.answer = "ACCEPTED";
    const orders = world.bank.asked.length;
    const order = world.bank.asked.at(-1)?.id ?? "";
    world.bank.found = "SUCCEEDED";
    await world.modules.ledger.bankOrders.ask(order);
    await world.work();
    world.bank.found = "ACCEPTED";
    expect(world.bank.asked).toHaveLength(orders);
    expect(await stateOf(applicationId)).toBe("DISBURSED");
    await world.bankSays("DISBURSE");
    expect(await world.test.owner`select 1 from loans where application_id = ${applicationId}`).toHaveLength(1);
  });
});

describe("close of business", () => {
  it("marks what is due and overdue, counts days from the oldest unpaid, and can be run again", async () => {
    const { lending } = world.modules.lending;
    const loanId = await world.loan(chen, { termCount: 12 });
    const [upfront, first, second] = await planOf(loanId);
    expect(upfront).toMatchObject({ number: 0, fee: "5000", state: "DUE" });
    const loanOn = async (day: string) => {
      for (const id of await lending.dueOn(day)) await lending.bringTo(day, id);
      const [loan] = await world.test.owner<
        { state: string; days_past_due: number }[]
      >`select * from loans where id = ${loanId}`;
      return [loan?.state, loan?.days_past_due];
    };
    const { payments } = world.modules.repayments;
    await payments.pay(chen.viewer, { loanId, amount: 5_000n, bankCardId: chen.bankCardId, idempotencyKey: newId() });
    await world.work();
    await world.bankSays("COLLECT");
    expect(await loanOn(first!.due_on)).toEqual(["ACTIVE", 0]);
    expect((await planOf(loanId))[1]).toMatchObject({ state: "DUE" });
    const late = addDays(first!.due_on, 3);
    expect(await loanOn(late)).toEqual(["OVERDUE", 3]);
    expect(await loanOn(late)).toEqual(["OVERDUE", 3]);
    const later = addDays(second!.due_on, 1);
    const days = Math.round((Date.parse(later) - Date.parse(first!.due_on)) / 86_400_000);
    expect(await loanOn(later)).toEqual(["OVERDUE", days]);
    const moves = await world.test
      .owner`select 1 from events where name = 'loan.statusChanged' and subject_id = ${loanId}`;
    expect(moves).toHaveLength(1);
    const amount = (await planOf(loanId))
      .slice(1, 3)
      .reduce((sum, row) => sum + BigInt(row.principal) + BigInt(row.interest) + BigInt(row.fee), 0n);
    await payments.pay(chen.viewer, { loanId, amount, bankCardId: chen.bankCardId, idempotencyKey: newId() });
    await world.work();
    await world.bankSays("COLLECT");
    const [loan] = await world.test.owner<
      { state: string; days_past_due: number }[]
    >`select * from loans where id = ${loanId}`;
    expect([loan?.state, loan?.days_past_due]).toEqual(["ACTIVE", 0]);
  });

  it("idea 5: puts loans written before the record of obligations was kept onto it, and then finds none", async () => {
    const { lending } = world.modules.lending;
    const { owner } = world.test;
    const [loan] = await owner`select id from loans where borrower_id = ${lin.viewer.borrowerId} limit 1`;
    const onRecord = () => owner`select * from obligations order by loan_id`;
    const plain = async () => (await onRecord()).map(({ id: _, updated_at: __, ...row }) => row);
    const before = await plain();
    await owner`delete from obligations where loan_id = ${loan?.id}`;
    expect(await lending.weighUnknown()).toBe(1);
    expect(await plain()).toEqual(before);
    expect(await lending.weighUnknown()).toBe(0);
    expect(await plain()).toEqual(before);
  });

  it("flags due days of a year without published holidays and resolves them without touching amounts (2-15)", async () => {
    const { lending } = world.modules.lending;
    const loanId = await world.loan(chen, { termCount: 24 });
    const unknown = await world.test.owner<{ number: number; due_on: string; scheduled_due_on: string }[]>`
      select number, due_on::text, scheduled_due_on::text from instalments where loan_id = ${loanId} and not is_calendar_known`;
    expect(unknown.length).toBeGreaterThan(0);
    for (const row of unknown) expect(row.due_on).toBe(row.scheduled_due_on);
    // As if the year had been published since: the day recorded is one of a known year.
    const before = await planOf(loanId);
    await world.test.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update instalments set due_on = '2026-10-05', scheduled_due_on = '2026-10-05', is_calendar_known = false where loan_id = ${loanId} and number = 1`;
    });
    expect(await lending.resolveUnknownDays()).toBe(1);
    const after = await planOf(loanId);
    expect(after[1]).toMatchObject({
      due_on: "2026-10-08",
      principal: before[1]!.principal,
      interest: before[1]!.interest,
    });
  });
});

describe("lists of loans", () => {
  it("page by scope without gaps, for a borrower, an institution and the platform alike", async () => {
    const { lending } = world.modules.lending;
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page = await world.kernel.db.read(lin.viewer, (reader) =>
        lending.page(reader, lin.viewer, {}, { first: 1, after }),
      );
      all.push(...page.edges.map((edge) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    const own = await world.test.owner<
      { id: string }[]
    >`select id from loans where borrower_id = ${lin.viewer.borrowerId} order by created_at desc, id desc`;
    expect(all).toEqual(own.map((row) => row.id));
    const manager = world.manager();
    const theirs = await world.kernel.db.read(manager, (reader) => lending.page(reader, manager, {}, { first: 100 }));
    expect(theirs.edges.length).toBeGreaterThan(all.length);
    const overdue = await world.kernel.db.read(manager, (reader) =>
      lending.page(reader, manager, { states: ["OVERDUE"] }, { first: 100 }),
    );
    expect(overdue.edges.map((edge) => edge.node.state)).toEqual(all.map(() => "OVERDUE"));
    const stranger = { ...manager, institutionId: newId() };
    const none = await world.kernel.db.read(stranger, (reader) =>
      lending.page(reader, stranger, { text: "JJ" }, { first: 10 }),
    );
    expect(none.edges).toHaveLength(0);
    const percent = await world.kernel.db.read(system, (reader) =>
      lending.page(reader, system, { text: "%" }, { first: 10 }),
    );
    expect(percent.edges).toHaveLength(0);
  });
});
