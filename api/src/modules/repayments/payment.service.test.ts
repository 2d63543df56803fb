import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld, type TestBorrower } from "../../../tests/kit/loan-world.js";
import { guaranteeFee } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";

let world: LoanWorld;
let lin: TestBorrower;
let chen: TestBorrower;

beforeAll(async () => {
  world = await LoanWorld.open({ fees: [guaranteeFee({ amount: 1_500n })] });
  lin = await world.borrower();
  chen = await world.borrower();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });
const pay = (borrower: TestBorrower, loanId: string, amount: bigint, idempotencyKey = newId()) =>
  world.modules.repayments.payments.pay(borrower.viewer, {
    loanId,
    amount,
    bankCardId: borrower.bankCardId,
    idempotencyKey,
  });
const preview = (borrower: TestBorrower, loanId: string, amount: bigint) =>
  world.kernel.db.read(borrower.viewer, (reader) =>
    world.modules.repayments.payments.preview(reader, borrower.viewer, loanId, amount),
  );
const loanRow = async (loanId: string) => {
  const [row] = await world.test.owner<
    { state: string; outstanding_total: string; outstanding_principal: string; total_paid: string }[]
  >`
    select state, outstanding_total::text, outstanding_principal::text, total_paid::text from loans where id = ${loanId}`;
  if (!row) throw new Error("no loan");
  return row;
};
const linesOf = (paymentId: string) =>
  world.test.owner<{ instalment_number: number; component: string; amount: string }[]>`
    select instalment_number, component, amount::text from payment_lines where payment_id = ${paymentId}
    order by instalment_number, array_position(array['PENALTY','FEE','INTEREST','PRINCIPAL'], component)`;

describe("a payment", () => {
  it("clears exactly what the preview said, and a callback replayed five times posts once (B-22, 2-16, 2-17)", async () => {
    const loanId = await world.loan(lin);
    for (const amount of [100_000n, 1n, 250_007n, 99_999n]) {
      const expected = await preview(lin, loanId, amount);
      const paymentId = await pay(lin, loanId, amount);
      await world.work();
      const order = world.bank.asked.at(-1);
      const callback = world.bank.callback(order!);
      for (let time = 0; time < 5; time += 1)
        expect(await world.modules.ledger.bankCallbacks.receiveCallback(callback.raw, callback.headers)).toEqual({
          status: 200,
        });
      await world.work();
      const actual = await linesOf(paymentId);
      expect(actual.map((line) => [line.instalment_number, line.component, BigInt(line.amount)])).toEqual(
        expected.lines.map((line) => [line.instalmentNumber, line.component, line.amount]),
      );
      expect(BigInt((await loanRow(loanId)).outstanding_principal)).toBe(expected.outstandingPrincipalAfter);
      const posted = await world.test.owner<
        { total: string }[]
      >`select sum(amount)::text as total from transfers where ref like ${`${paymentId}%`}`;
      expect(BigInt(posted[0]?.total ?? "0")).toBe(amount);
      const [row] = await world.test.owner<
        { state: string; receipt_number: string }[]
      >`select * from payments where id = ${paymentId}`;
      expect(row).toMatchObject({ state: "SUCCEEDED", receipt_number: expect.stringMatching(/^SK\d{8}-/) });
    }
  });

  it("of nothing, of more than is owed, for another's loan or from another's card is refused", async () => {
    const loanId = await world.loan(lin, { termCount: 6 });
    const { outstanding_total } = await loanRow(loanId);
    await expect(pay(lin, loanId, 0n)).rejects.toThrow(refusal("REPAYMENT_AMOUNT_NOT_POSITIVE"));
    await expect(pay(lin, loanId, BigInt(outstanding_total) + 1n)).rejects.toThrow(
      refusal("REPAYMENT_ABOVE_OUTSTANDING"),
    );
    await expect(pay(chen, loanId, 100n)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(pay({ ...lin, bankCardId: chen.bankCardId }, loanId, 100n)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(preview(chen, loanId, 100n)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(preview(lin, loanId, 0n)).rejects.toThrow(refusal("REPAYMENT_AMOUNT_NOT_POSITIVE"));
  });

  it("with the same key is one payment, with other content a conflict", async () => {
    const loanId = await world.loan(lin, { termCount: 6 });
    const key = newId();
    const [first, second] = await Promise.all([pay(lin, loanId, 1_000n, key), pay(lin, loanId, 1_000n, key)]);
    expect(second).toBe(first);
    await expect(pay(lin, loanId, 1_001n, key)).rejects.toThrow(refusal("KEY_REUSED"));
  });

  it("may be made by a frozen borrower (A-05)", async () => {
    const loanId = await world.loan(chen, { termCount: 6 });
    const frozen = { ...chen, viewer: { ...chen.viewer, isFrozen: true } };
    const paymentId = await pay(frozen, loanId, 10_000n);
    await world.work();
    await world.bankSays("COLLECT");
    expect(await linesOf(paymentId)).not.toHaveLength(0);
  });

  it("that the bank refuses frees what it had spoken for", async () => {
    const loanId = await world.loan(chen, { termCount: 6 });
    const owed = BigInt((await loanRow(loanId)).outstanding_total);
    const paymentId = await pay(chen, loanId, owed);
    await expect(pay(chen, loanId, 1n)).rejects.toThrow(refusal("REPAYMENT_ABOVE_OUTSTANDING"));
    await world.work();
    await world.bankSays("COLLECT", { state: "FAILED", failure: "insufficient funds" });
    const [row] = await world.test.owner<
      { state: string; failure: string }[]
    >`select * from payments where id = ${paymentId}`;
    expect(row).toMatchObject({ state: "FAILED", failure: "insufficient funds" });
    expect(BigInt((await loanRow(loanId)).outstanding_total)).toBe(owed);
    await pay(chen, loanId, owed);
  });

  it("of the last fen settles the loan, and nothing can be paid afterwards", async () => {
    const loanId = await world.loan(chen, { termCount: 6 });
    await pay(chen, loanId, BigInt((await loanRow(loanId)).outstanding_total));
    await world.work();
    await world.bankSays("COLLECT");
    expect(await loanRow(loanId)).toMatchObject({
      state: "SETTLED",
      outstanding_total: "0",
      outstanding_principal: "0",
    });
    const balances = await world.test.owner<{ balance: string }[]>`
      select b.balance::text from account_balances b join ledger_accounts a on a.id = b.account_id where a.owner_id = ${loanId}`;
    expect(balances).toEqual([{ balance: "0" }]);
    await expect(pay(chen, loanId, 1n)).rejects.toThrow(refusal("REPAYMENT_LOAN_ENDED"));
  });

  it("with a wrong amount from the bank is disputed and not applied until the right one comes", async () => {
    const loanId = await world.loan(lin, { termCount: 6 });
    const owed = (await loanRow(loanId)).outstanding_total;
    const paymentId = await pay(lin, loanId, 50_000n);
    await world.work();
    await world.bankSays("COLLECT", { amount: 50_100n });
    const stateOf = async () =>
      (await world.test.owner<{ state: string }[]>`select state from payments where id = ${paymentId}`)[0]?.state;
    expect(await stateOf()).toBe("DISPUTED");
    expect((await loanRow(loanId)).outstanding_total).toBe(owed);
    await world.bankSays("COLLECT");
    expect(await stateOf()).toBe("SUCCEEDED");
    expect(BigInt((await loanRow(loanId)).outstanding_total)).toBe(BigInt(owed) - 50_000n);
  });
});

describe("sixteen payments at once", () => {
  it("never pay more than is owed, and every fen taken is applied", async () => {
    const loanId = await world.loan(lin, { termCount: 12 });
    const owed = BigInt((await loanRow(loanId)).outstanding_total);
    const each = owed / 10n;
    const before = world.bank.asked.length;
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => pay(lin, loanId, each)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(10);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "REPAYMENT_ABOVE_OUTSTANDING" });
    await world.work();
    const orders = world.bank.asked.slice(before);
    expect(orders).toHaveLength(10);
    await Promise.all(
      orders.map((order) => {
        const { raw, headers } = world.bank.callback(order);
        return world.modules.ledger.bankCallbacks.receiveCallback(raw, headers);
      }),
    );
    await world.work();
    const after = await loanRow(loanId);
    expect(BigInt(after.outstanding_total)).toBe(owed - each * 10n);
    expect(BigInt(after.total_paid)).toBe(each * 10n);
  });
});
