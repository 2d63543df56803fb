import { amountIn, firstNeed, termIn } from "../../lib/need.ts";

export const calculatorMethods = [
  "EQUAL_INSTALMENT",
  "EQUAL_PRINCIPAL",
  "INTEREST_ONLY_BULLET",
  "BULLET",
  "FLAT",
] as const;
export const dayCounts = ["THIRTY_360", "ACT_360", "ACT_365", "ACT_ACT"] as const;
export const monthEnds = ["LAST_DAY", "ROLL_FORWARD"] as const;
export const feeTimings = ["UPFRONT", "PER_PERIOD", "AT_END"] as const;
export const feeBases = ["AMOUNT", "RATE_OF_PRINCIPAL", "RATE_OF_OUTSTANDING"] as const;
export const feePayments = ["PAID", "DEDUCTED"] as const;

export interface CalculatorFee {
  readonly code: string;
  readonly timing: (typeof feeTimings)[number];
  readonly basis: (typeof feeBases)[number];
  readonly payment: (typeof feePayments)[number];
  /** As typed: yuan of each charge, or a per cent of what it is measured on. */
  readonly value: string;
}

/** Everything the calculator reckons with, as typed; all of it stands in the address. */
export interface CalculatorAsk {
  readonly amount: number;
  readonly term: number;
  /** A second term beside the first. */
  readonly otherTerm: number | null;
  /** Contract rate a year in per cent, as typed. */
  readonly rate: string;
  readonly method: (typeof calculatorMethods)[number];
  readonly dayCount: (typeof dayCounts)[number];
  readonly monthEnd: (typeof monthEnds)[number];
  /** Null is today. */
  readonly startOn: string | null;
  /** Null is one month after the start. */
  readonly firstDueOn: string | null;
  readonly fees: readonly CalculatorFee[];
  /** The product whose terms these are, by its readable address. */
  readonly product: string | null;
}

export const mostFees = 5;
const firstRate = "7.25";
const decimal = /^\d{1,8}(\.\d{1,4})?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A figure with up to four decimals as the address holds it, or null. */
export const decimalIn = (text: string | null | undefined): string | null =>
  text !== null && text !== undefined && decimal.test(text) ? text : null;
const dayIn = (text: string | null): string | null => (text !== null && day.test(text) ? text : null);
const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value =>
  values.find((value) => value === text) ?? (values[0] as Value);

function feeIn(text: string): CalculatorFee[] {
  const [code = "", timing, basis, payment, value] = text.split("~");
  const amount = decimalIn(value);
  if (!/^[A-Z_]{2,30}$/.test(code) || amount === null) return [];
  const known = {
    code,
    timing: oneOf(feeTimings, timing),
    basis: oneOf(feeBases, basis),
    payment: oneOf(feePayments, payment),
    value: amount,
  };
  // Only what falls due with the disbursement can be kept back from it.
  return [known.timing === "UPFRONT" ? known : { ...known, payment: "PAID" }];
}

/** Reads the address; what it does not understand takes its usual value. */
export function readCalculator(params: URLSearchParams): CalculatorAsk {
  const vs = params.get("vs");
  return {
    amount: amountIn(params) ?? firstNeed.amount,
    term: termIn(params) ?? 24,
    otherTerm: vs === null ? null : termIn(new URLSearchParams({ term: vs })),
    rate: decimalIn(params.get("rate")) ?? firstRate,
    method: oneOf(calculatorMethods, params.get("method")),
    dayCount: oneOf(dayCounts, params.get("days")),
    monthEnd: oneOf(monthEnds, params.get("end")),
    startOn: dayIn(params.get("start")),
    firstDueOn: dayIn(params.get("first")),
    fees: params.getAll("fee").flatMap(feeIn).slice(0, mostFees),
    product: params.get("product")?.slice(0, 100) || null,
  };
}

/** Writes the address; what has its usual value is left out, so that equal calculations have equal addresses. */
export function writeCalculator(ask: CalculatorAsk): URLSearchParams {
  const params = new URLSearchParams({ amount: String(ask.amount), term: String(ask.term), rate: ask.rate });
  const optional = {
    vs: ask.otherTerm === null ? null : String(ask.otherTerm),
    method: ask.method === calculatorMethods[0] ? null : ask.method,
    days: ask.dayCount === dayCounts[0] ? null : ask.dayCount,
    end: ask.monthEnd === monthEnds[0] ? null : ask.monthEnd,
    start: ask.startOn,
    first: ask.firstDueOn,
    product: ask.product,
  };
  for (const [name, value] of Object.entries(optional)) if (value !== null) params.set(name, value);
  for (const { code, timing, basis, payment, value } of ask.fees)
    params.append("fee", [code, timing, basis, payment, value].join("~"));
  return params;
}

/** A share over the wire as a per cent without idle zeros: "0.072500" is "7.25". */
export function percentOf(share: string): string {
  const [whole = "0", places = ""] = share.split(".");
  const shifted = `${whole}${places.padEnd(6, "0").slice(0, 2)}.${places.padEnd(6, "0").slice(2)}`;
  return shifted.replace(/^0+(?=\d)/, "").replace(/\.?0+$/, "");
}
