import type { DecisionReason, DecisionVerdict, PreviewDecisionInput, RepaymentMethod } from "../../gql/graphql.ts";
import { isBetween, moneyOfYuan, percentOfRate, rateOfPercent, yuanOfMoney } from "../../lib/wire-figures.ts";

export const modes = ["approve", "counter", "reject"] as const;
export type Mode = (typeof modes)[number];

export const verdictOf: Readonly<Record<Mode, DecisionVerdict>> = {
  approve: "APPROVE",
  counter: "COUNTER_OFFER",
  reject: "REJECT",
};

export const decisionReasons: readonly DecisionReason[] = [
  "INSUFFICIENT_INCOME",
  "HIGH_OBLIGATIONS",
  "SHORT_EMPLOYMENT",
  "POOR_CREDIT_HISTORY",
  "TOO_MANY_ENQUIRIES",
  "INCOMPLETE_DOCUMENTS",
  "UNVERIFIABLE_FACTS",
  "OUT_OF_POLICY",
  "OTHER",
];

export interface Asked {
  readonly amount: string;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  /** The rate the applicant was shown. */
  readonly rate: string;
}

/** A decision as it is being written: figures as typed. */
export interface DecisionDraft {
  readonly yuan: string;
  readonly percent: string;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly reasons: readonly DecisionReason[];
  readonly comment: string;
}

export const draftFor = (asked: Asked): DecisionDraft => ({
  yuan: yuanOfMoney(asked.amount),
  percent: percentOfRate(asked.rate),
  termCount: asked.termCount,
  method: asked.method,
  reasons: [],
  comment: "",
});

export type Terms = Omit<PreviewDecisionInput, "applicationId">;

/** The terms on the wire; null while a figure is no figure. An approval keeps what was asked for, but for the rate. */
export function termsOf(mode: Mode, draft: DecisionDraft, asked: Asked): Terms | null {
  const annualRate = rateOfPercent(draft.percent);
  if (annualRate === null) return null;
  if (mode === "approve") return { amount: asked.amount, annualRate, termCount: asked.termCount, method: asked.method };
  const amount = moneyOfYuan(draft.yuan);
  return amount === null ? null : { amount, annualRate, termCount: draft.termCount, method: draft.method };
}

/** What the product offers, as far as figures are typed. */
export interface Limits {
  readonly amountMin: string;
  readonly amountMax: string;
  readonly rateMax: string;
}

/** The first typed figure that lies outside what the product offers; nothing is asked or sent with one. */
export function outsideOf(terms: Terms, { amountMin, amountMax, rateMax }: Limits): "amount" | "annualRate" | null {
  if (!isBetween(terms.amount, amountMin, amountMax)) return "amount";
  return isBetween(terms.annualRate, "0", rateMax) ? null : "annualRate";
}
