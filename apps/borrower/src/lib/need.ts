import type { Money } from "@daichao/client";

/** Whole yuan and months: what somebody wants to borrow. */
export interface Need {
  readonly amount: number;
  readonly term: number;
}

export const needLimits = { min: 1_000, max: 500_000, step: 1_000 } as const;
export const commonTerms = [3, 6, 12, 24, 36] as const;
export const firstNeed: Need = { amount: 50_000, term: 12 };

const wholeNumber = /^\d{1,9}$/;

/** A whole number from the address bar within the limits, or null for anything else. */
export function wholeWithin(text: string | null, min: number, max: number): number | null {
  if (text === null || !wholeNumber.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

export const amountIn = (params: URLSearchParams): number | null => wholeWithin(params.get("amount"), 1, 100_000_000);
export const termIn = (params: URLSearchParams): number | null => wholeWithin(params.get("term"), 1, 360);

/** Whole yuan as the wire wants them: 50000 becomes "50000.00". */
export const yuan = (amount: number): Money => `${amount}.00`;

/** Whole yuan of an amount over the wire; cents are cut, they never stand in an address. */
export const wholeYuan = (amount: Money): number => Number(amount.split(".")[0] ?? 0);

/** Whether all payments are one monthly amount: the last one takes what rounding left, less than a yuan or so. */
export const isLevel = (first: Money, highest: Money): boolean => wholeYuan(highest) - wholeYuan(first) <= 1;

/** What each of them is called. */
export const paidLabels = { atEnd: "fact.atEnd", monthly: "fact.monthlyPayment", first: "fact.firstMonth" } as const;

interface Paid {
  readonly method: string;
  readonly firstPayment: Money;
  readonly highestPayment: Money;
}

/** What a first payment is: all there is at the end, what is paid each month, or the first of several that differ. */
export const paidOf = ({ method, firstPayment, highestPayment }: Paid): "atEnd" | "monthly" | "first" =>
  method === "BULLET" ? "atEnd" : isLevel(firstPayment, highestPayment) ? "monthly" : "first";
