import type { FeeTerm } from "./fee-term.ts";
import type { LoanTerms } from "./loan-terms.ts";

/** 10,000 yuan at 12 %, twelve equal monthly instalments, no fees; tests change what they are about. */
export const sampleTerms = (changed: Partial<LoanTerms> = {}): LoanTerms => ({
  principal: 1_000_000n,
  annualRate: 120_000,
  method: "EQUAL_INSTALMENT",
  instalmentCount: 12,
  period: { unit: "MONTH", length: 1 },
  dayCount: "THIRTY_360",
  startOn: "2026-01-15",
  monthEnd: "LAST_DAY",
  fees: [],
  ...changed,
});

export const guaranteeFee = (amount: bigint): FeeTerm => ({
  code: "GUARANTEE",
  timing: "PER_PERIOD",
  basis: "AMOUNT",
  amount,
  payment: "PAID",
  payee: "安信融资担保有限公司",
});
