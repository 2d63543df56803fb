import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld, type TestBorrower } from "../../../tests/kit/loan-world.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";

let world: LoanWorld;
let lin: TestBorrower;
let chen: TestBorrower;

beforeAll(async () => {
  world = await LoanWorld.open();
  lin = await world.borrower();
  chen = await world.borrower();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });
const unbind = ({ viewer }: TestBorrower, id: string) => world.modules.lending.cardReleases.unbind(viewer, id);
const cardsOf = ({ viewer }: TestBorrower) =>
  world.kernel.db.read(system, (reader) => world.modules.borrowers.bankCards.ofBorrower(reader, viewer.borrowerId));
const bind = ({ viewer }: TestBorrower, cardNumber: string) =>
  world.modules.borrowers.bankCards.bind(viewer, { cardNumber, idempotencyKey: newId() });
const settle = async ({ viewer, bankCardId }: TestBorrower, loanId: string) => {
  const [loan] = await world.test.owner<{ owed: string }[]>`
    select outstanding_total::text as owed from loans where id = ${loanId}`;
  await world.modules.repayments.payments.pay(viewer, {
    loanId,
    amount: BigInt(loan?.owed ?? "0"),
    bankCardId,
    idempotencyKey: newId(),
  });
  await world.work();
  await world.bankSays("COLLECT");
};

describe("a bank card", () => {
  it("B-22: stays while a signed contract waits for its payout and while its loan runs, and goes once that is settled", async () => {
    const { bankCardId } = lin;
    const applicationId = await world.signed(lin, { termCount: 6 });
    await expect(unbind(lin, bankCardId)).rejects.toThrow(refusal("LENDING_CARD_IN_USE"));
    await world.bankSays("DISBURSE");
    await expect(unbind(lin, bankCardId)).rejects.toThrow(refusal("LENDING_CARD_IN_USE"));
    expect(await cardsOf(lin)).toMatchObject([{ id: bankCardId, unboundAt: null }]);

    const [loan] = await world.test.owner<
      { id: string }[]
    >`select id from loans where application_id = ${applicationId}`;
    await settle(lin, loan?.id ?? "");
    await unbind(lin, bankCardId);
    expect(await cardsOf(lin)).toEqual([]);
    const [kept] = await world.test.owner`
      select c.id from loans l join bank_cards c on c.id = l.bank_card_id where l.id = ${loan?.id ?? ""}`;
    expect(kept).toEqual({ id: bankCardId });
    expect(
      await world.test.owner`
        select facts->>'bankCardId' as card from events
        where name = 'borrower.cardUnbound' and borrower_id = ${lin.viewer.borrowerId}`,
    ).toEqual([{ card: bankCardId }]);
  });

  it("that is unbound takes nothing new and is as good as unknown, until it is bound again", async () => {
    const applicationId = await world.accepted(chen);
    const sheet = await world.confirmedSheet(chen, applicationId);
    const signature = await world.signature(chen, applicationId, sheet);
    const second = "6222021000000080001";
    await bind(chen, second);
    await expect(unbind(lin, chen.bankCardId)).rejects.toThrow(refusal("NOT_FOUND"));
    await unbind(chen, chen.bankCardId);
    await expect(unbind(chen, chen.bankCardId)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(world.modules.lending.contracts.sign(chen.viewer, signature)).rejects.toThrow(refusal("NOT_FOUND"));

    const [other] = await cardsOf(chen);
    await unbind(chen, other?.id ?? "");
    await bind(lin, second);
    await expect(bind(chen, second)).rejects.toThrow(refusal("BORROWER_CARD_TAKEN"));
    expect((await cardsOf(lin)).map(({ numberMasked }) => numberMasked)).toEqual(["**** 0001"]);
  });

  it("signed with and unbound at one moment is one or the other", async () => {
    const zhou = await world.borrower();
    const applicationId = await world.accepted(zhou);
    const sheet = await world.confirmedSheet(zhou, applicationId);
    const signature = await world.signature(zhou, applicationId, sheet);
    const [signed, unbound] = await Promise.allSettled([
      world.modules.lending.contracts.sign(zhou.viewer, signature),
      unbind(zhou, zhou.bankCardId),
    ]);
    expect([signed.status, unbound.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await cardsOf(zhou)).toHaveLength(signed.status === "fulfilled" ? 1 : 0);
  });
});
