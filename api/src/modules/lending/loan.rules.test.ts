import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { quoteOf } from "../catalog/index.js";
import { brokenCap, mustBeSameName, readSheet, sheetOf, sheetText } from "./disclosure.rules.js";
import {
  feeShares,
  instalmentStanding,
  keptBackOf,
  loanStanding,
  outstandingOf,
  planOf,
  withLines,
} from "./loan.rules.js";

const product = (fees = [guaranteeFee()]) => sampleProduct({ fees, termOptions: [6, 12, 24], dueShift: "NONE" });
const ask = {
  amount: 5_000_000n,
  annualRate: 72_500,
  termCount: 12,
  method: "EQUAL_INSTALMENT",
  startOn: "2026-09-24",
} as const;
const quote = quoteOf(product(), ask);
const untouched = planOf(quote).map((row) => ({ ...row, paidPrincipal: 0n, paidInterest: 0n, paidFee: 0n }));

describe("a plan", () => {
  it("is the quote to the fen, each fee with its payee", () => {
    const plan = planOf(quote);
    expect(plan.map(({ number, principal, interest, fee }) => [number, principal, interest, fee])).toEqual(
      quote.rows.map(({ number, principal, interest, fee }) => [number, principal, interest, fee]),
    );
    for (const row of plan) expect(row.feeLines.reduce((sum, line) => sum + line.amount, 0n)).toBe(row.fee);
    expect(plan[0]?.feeLines[0]).toMatchObject({ payee: "GUARANTOR", payeeName: "安信融资担保有限公司" });
  });

  it("puts upfront fees paid on top into instalment 0 and leaves those kept back to the payout", () => {
    const upfront = guaranteeFee({
      code: "CHECK",
      timing: "UPFRONT",
      amount: 3_000n,
      payee: "PLATFORM",
      payeeName: "贷超",
    });
    const kept = guaranteeFee({ code: "SETUP", timing: "UPFRONT", payment: "DEDUCTED", amount: 20_000n });
    const both = quoteOf(product([upfront, kept]), ask);
    const [first] = planOf(both);
    expect(first).toMatchObject({ number: 0, dueOn: "2026-09-24", principal: 0n, fee: 3_000n });
    expect(keptBackOf(both)).toEqual([expect.objectContaining({ code: "SETUP", amount: 20_000n })]);
    const owed = planOf(both).reduce((sum, row) => sum + row.principal + row.interest + row.fee, 0n);
    expect(owed).toBe(both.totalPayment);
  });
});

describe("where a loan stands", () => {
  it.each([
    ["2026-10-23", "ACTIVE", 0, "UPCOMING"],
    ["2026-10-24", "ACTIVE", 0, "DUE"],
    ["2026-10-25", "OVERDUE", 1, "OVERDUE"],
    ["2026-12-24", "OVERDUE", 61, "OVERDUE"],
  ] as const)("on %s with nothing paid is %s, %i days past due", (today, state, daysPastDue, first) => {
    expect(loanStanding("ACTIVE", untouched, today)).toMatchObject({ state, daysPastDue });
    expect(untouched[0] && instalmentStanding(untouched[0], today).state).toBe(first);
  });

  it("is settled when the last fen is paid and stays so", () => {
    const paid = untouched.map((row) => ({
      ...row,
      paidPrincipal: row.principal,
      paidInterest: row.interest,
      paidFee: row.fee,
    }));
    expect(loanStanding("OVERDUE", paid, "2030-01-01")).toMatchObject({
      state: "SETTLED",
      outstandingTotal: 0n,
      daysPastDue: 0,
    });
    expect(loanStanding("WRITTEN_OFF", paid, "2030-01-01").state).toBe("WRITTEN_OFF");
    expect(outstandingOf(paid)).toEqual([]);
  });

  it("counts a partly paid instalment by what is left of it", () => {
    const [paid] = withLines(untouched.slice(0, 1), [{ instalmentNumber: 1, component: "INTEREST", amount: 1n }]);
    expect(paid && instalmentStanding(paid, "2026-10-24")).toEqual({ state: "PARTLY_PAID", daysPastDue: 0 });
    expect(() => withLines(untouched, [{ instalmentNumber: 99, component: "FEE", amount: 1n }])).toThrow();
  });
});

describe("fees of an instalment", () => {
  it("reach their payees whole however the instalment is paid", () => {
    const lines = [300n, 200n, 1n].map((amount, at) => ({
      code: `F${at}`,
      payee: "PLATFORM" as const,
      payeeName: "贷超",
      amount,
    }));
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 200n), { maxLength: 8 }), (payments) => {
        const reached = new Map<string, bigint>();
        let paidFee = 0n;
        for (const wanted of [...payments, 501n]) {
          const now = wanted < 501n - paidFee ? wanted : 501n - paidFee;
          const shares = feeShares({ feeLines: lines, paidFee }, now);
          expect(shares.reduce((sum, share) => sum + share.amount, 0n)).toBe(now);
          for (const { code, amount } of shares) reached.set(code, (reached.get(code) ?? 0n) + amount);
          paidFee += now;
        }
        expect([...reached]).toEqual([
          ["F0", 300n],
          ["F1", 200n],
          ["F2", 1n],
        ]);
      }),
    );
  });
});

describe("a cost sheet", () => {
  it("has one text, from which the same sheet can be read", () => {
    const sheet = sheetOf({
      institutionId: "i",
      institutionName: "江海消金",
      productVersionId: "v",
      productName: "装修贷",
      quote,
      contingentCosts: [],
    });
    expect(readSheet(sheetText(sheet))).toEqual(sheet);
    expect(sheetText(readSheet(sheetText(sheet)))).toBe(sheetText(sheet));
  });

  it("is over a cap by the cap's own way of measuring, and within it when equal", () => {
    const cost = {
      primary: 225_284,
      primaryMethod: "IRR_NOMINAL_SIMPLE",
      nominal: 225_284,
      effective: 250_064,
      dated: 249_000,
    } as const;
    expect(brokenCap(cost, [{ method: "IRR_NOMINAL_SIMPLE", value: 240_000 }])).toBeUndefined();
    expect(brokenCap(cost, [{ method: "IRR_COMPOUND", value: 240_000 }])).toMatchObject({ actual: 250_064 });
    expect(brokenCap(cost, [{ method: "IRR_COMPOUND", value: 250_064 }])).toBeUndefined();
  });

  it.each([
    ["林晓雨", "林晓雨", true],
    [" 林 晓雨 ", "林晓雨", true],
    ["阿卜杜拉·买买提", "阿卜杜拉•买买提", true],
    ["林小雨", "林晓雨", false],
    ["", "林晓雨", false],
  ])("signed by %s for %s: %s", (typed, verified, isSame) => {
    const check = () => mustBeSameName(typed, verified);
    if (isSame) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: "LENDING_NAME_DIFFERS" }));
  });
});
