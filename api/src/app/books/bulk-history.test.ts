import { addDays } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld } from "../../../tests/kit/loan-world.js";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";
import { quoteOf } from "../../modules/catalog/index.js";
import { readBooks } from "./books.js";

let world: LoanWorld;
beforeAll(async () => {
  world = await LoanWorld.open();
});
afterAll(() => world.close());

const COUNT = 200;
const START = "2026-03-02";

describe("a history of loans and payments written in one go", () => {
  it("keeps every promise of the books, with settled, running and overdue loans among them", async () => {
    const { lending, repayments } = world.modules;
    const terms = sampleProduct({
      fees: [
        guaranteeFee({ amount: 1_000n }),
        guaranteeFee({ code: "SETUP", timing: "UPFRONT", payment: "DEDUCTED", amount: 5_000n }),
      ],
    });
    const quote = quoteOf(terms, {
      amount: 2_000_000n,
      annualRate: 100_000,
      termCount: 6,
      method: "EQUAL_INSTALMENT",
      startOn: START,
    });
    const bankCardId = newId();
    const past = Array.from({ length: COUNT }, () => ({
      application: {
        id: newId(),
        borrowerId: newId(),
        institutionId: world.institutionId,
        productId: newId(),
        productVersionId: newId(),
      },
      version: { dueShift: terms.dueShift },
      bankCardId,
      quote,
      paidOutAt: new Date("2026-03-02T02:00:00Z"),
    }));
    const began = performance.now();
    const ids = await world.kernel.db.write(system, async (tx) => {
      const loans = await lending.lendingBulk.insertLoans(tx, past);
      const payments = loans.flatMap((loan, at) =>
        quote.rows.slice(0, at % 7).map((row) => ({
          loanId: loan.id,
          amount: row.payment,
          paidOn: row.dueOn,
          paidAt: new Date(`${row.dueOn}T03:00:00Z`),
        })),
      );
      await repayments.paymentBulk.insertPayments(tx, payments);
      await lending.lendingBulk.bringTo(
        tx,
        addDays(START, 150),
        loans.map((loan) => loan.id),
      );
      return loans.map((loan) => loan.id);
    });
    expect(performance.now() - began).toBeLessThan(15_000);
    const states = await world.test.owner<
      { state: string; n: number }[]
    >`select state, count(*)::int as n from loans group by state order by state`;
    expect(states.map((row) => row.state)).toEqual(["ACTIVE", "OVERDUE", "SETTLED"]);
    // These applications live in the demo market's own tables; here only what lending and repayments wrote is judged.
    const { offences } = await readBooks(world.test.owner);
    expect(offences.filter((offence) => offence.check !== "states.papers")).toEqual([]);
    const before = await world.test.owner`select id, state, days_past_due from loans order by id`;
    for (const id of ids.slice(0, 20)) await lending.lending.bringTo(addDays(START, 150), id);
    expect(await world.test.owner`select id, state, days_past_due from loans order by id`).toEqual(before);
  });
});
