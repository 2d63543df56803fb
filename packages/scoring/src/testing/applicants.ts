import fc from "fast-check";
import type { FactsOf } from "../values/field.ts";
import type { Facts } from "../values/value.ts";
import type { fields } from "./consumer-loan.fields.ts";

export type ConsumerFacts = FactsOf<typeof fields>;

/** Somebody every rule of the example policy is content with. */
export const goodApplicant: ConsumerFacts = {
  birthOn: "1990-05-20",
  appliedOn: "2026-11-22",
  employmentType: "EMPLOYEE",
  employmentMonths: 60,
  monthlyIncome: 1_200_000n,
  requestedAmount: 5_000_000n,
  requestedTermMonths: 24,
  monthlyDebt: 150_000n,
  daysPastDue12Months: 0,
  overdueAmount: 0n,
  enquiries90Days: 1,
  cardUseRate: 250_000,
  creditHistoryMonths: 80,
  lenders30Days: 0,
  isOnWatchList: false,
  personsOnDevice: 1,
};

const day = fc
  .date({ min: new Date("1961-01-01T00:00:00Z"), max: new Date("2008-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const yuan = (min: number, max: number): fc.Arbitrary<bigint> =>
  fc.integer({ min, max }).map((value) => BigInt(value) * 100n);

const mostly = <T>(usual: T, other: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

/** Plausible applicants, every fact known. */
export const applicants: fc.Arbitrary<ConsumerFacts> = fc.record({
  birthOn: day,
  appliedOn: fc.constant("2026-11-22"),
  employmentType: fc.constantFrom(
    "EMPLOYEE",
    "EMPLOYEE",
    "EMPLOYEE",
    "PUBLIC_SECTOR",
    "PUBLIC_SECTOR",
    "SELF_EMPLOYED",
    "SELF_EMPLOYED",
    "STUDENT",
  ),
  employmentMonths: fc.integer({ min: 0, max: 180 }),
  monthlyIncome: yuan(2_500, 30_000),
  requestedAmount: yuan(2_000, 60_000),
  requestedTermMonths: fc.constantFrom(6, 12, 24, 36),
  monthlyDebt: yuan(0, 3_000),
  daysPastDue12Months: mostly(0, fc.integer({ min: 1, max: 45 }), 4),
  overdueAmount: mostly(0n, yuan(1, 5_000), 19),
  enquiries90Days: fc.integer({ min: 0, max: 9 }),
  cardUseRate: fc.integer({ min: 0, max: 1_000_000 }),
  creditHistoryMonths: fc.integer({ min: 0, max: 150 }),
  lenders30Days: fc.integer({ min: 0, max: 5 }),
  isOnWatchList: mostly(false, fc.constant(true), 60),
  personsOnDevice: mostly(1, fc.integer({ min: 2, max: 6 }), 12),
});

/** Plausible applicants of whom some facts could not be found out. */
export const halfKnownApplicants: fc.Arbitrary<Facts> = fc
  .tuple(applicants, fc.subarray(Object.keys(goodApplicant), { minLength: 1 }))
  .map(([facts, forgotten]) => ({ ...facts, ...Object.fromEntries(forgotten.map((field) => [field, undefined])) }));
