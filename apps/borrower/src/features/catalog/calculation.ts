import type { FeeTerm, FinanceErrorParams, LoanTerms, Schedule } from "@daichao/finance";
import {
  costOfCredit,
  FinanceError,
  formatRate,
  formatYuan,
  monthlyTerms,
  parseRate,
  parseYuan,
  schedule,
  sumFen,
} from "@daichao/finance";
import type { ScheduleRow } from "@daichao/ui/light";
import type { CalculatorAsk, CalculatorFee } from "./calculator-address.ts";

export interface CalculatedFee {
  readonly code: string;
  readonly total: string;
}

/** What a calculation comes to, in amounts and shares as the api writes them. */
export interface Calculation {
  readonly kind: "done";
  readonly terms: LoanTerms;
  readonly figures: {
    readonly netDisbursed: string;
    readonly firstPayment: string;
    readonly lastPayment: string;
    readonly highestPayment: string;
    readonly totalInterest: string;
    readonly totalFees: string;
    readonly totalCost: string;
    readonly totalPayment: string;
  };
  readonly annualCost: { readonly nominal: string; readonly effective: string; readonly dated: string };
  readonly fees: readonly CalculatedFee[];
  readonly rows: readonly ScheduleRow[];
  /** Parts of each payment in fen, for drawing only. */
  readonly bars: readonly { readonly principal: number; readonly interest: number; readonly fee: number }[];
}

export interface Refused {
  readonly kind: "refused";
  readonly code: string;
  readonly params: FinanceErrorParams;
}

/** "7.25" per cent is "0.0725" as a share. */
function shareOfPercent(percent: string): string {
  const [whole = "0", places = ""] = percent.split(".");
  const digits = `${whole.padStart(3, "0")}${places.padEnd(4, "0")}`;
  return `${digits.slice(0, -6).replace(/^0+(?=\d)/, "") || "0"}.${digits.slice(-6)}`;
}

function feeTermOf({ code, timing, basis, payment, value }: CalculatorFee): FeeTerm {
  const common = { code, timing, payment, payee: "" };
  if (basis === "AMOUNT") return { ...common, basis, amount: parseYuan(yuanOf(value)) };
  return { ...common, basis, rate: parseRate(shareOfPercent(value)) };
}

// Half a fen cannot be paid: of an amount only two decimals count.
function yuanOf(text: string): string {
  const [whole = "0", places = ""] = text.split(".");
  return `${whole.replace(/^0+(?=\d)/, "")}.${places.padEnd(2, "0").slice(0, 2)}`;
}

/** The loan an address describes. @throws FinanceError for figures that are none. */
export function calculatedTerms(ask: CalculatorAsk, term: number, today: string): LoanTerms {
  return monthlyTerms({
    principal: parseYuan(yuanOf(String(ask.amount))),
    annualRate: parseRate(shareOfPercent(ask.rate)),
    method: ask.method,
    termCount: term,
    dayCount: ask.dayCount,
    startOn: ask.startOn ?? today,
    monthEnd: ask.monthEnd,
    fees: ask.fees.map(feeTermOf),
    ...(ask.firstDueOn === null ? {} : { firstDueOn: ask.firstDueOn }),
  });
}

/** Plan and cost of what the address describes, by the functions that make quotes, contracts and loans. */
export function calculate(ask: CalculatorAsk, term: number, today: string): Calculation | Refused {
  try {
    return resultOf(schedule(calculatedTerms(ask, term, today)));
  } catch (refusal) {
    if (!(refusal instanceof FinanceError)) throw refusal;
    return { kind: "refused", code: refusal.code, params: refusal.params };
  }
}

function resultOf(plan: Schedule): Calculation {
  const cost = costOfCredit(plan);
  const charges = [...plan.upfrontFees, ...plan.rows.flatMap((row) => row.fees)];
  const totalOf = (code: string) =>
    sumFen(charges.filter((charge) => charge.code === code).map(({ amount }) => amount));
  return {
    kind: "done",
    terms: plan.terms,
    figures: {
      netDisbursed: formatYuan(plan.netDisbursed),
      firstPayment: formatYuan(cost.firstPayment),
      lastPayment: formatYuan(cost.lastPayment),
      highestPayment: formatYuan(cost.highestPayment),
      totalInterest: formatYuan(plan.totals.interest),
      totalFees: formatYuan(plan.totals.fees),
      totalCost: formatYuan(cost.totalFinancingCost),
      totalPayment: formatYuan(plan.netDisbursed + cost.totalFinancingCost),
    },
    annualCost: {
      nominal: formatRate(cost.aprNominal),
      effective: formatRate(cost.aprEffective),
      dated: formatRate(cost.aprXirr),
    },
    fees: [...new Set(plan.terms.fees.map(({ code }) => code))].map((code) => ({
      code,
      total: formatYuan(totalOf(code)),
    })),
    rows: plan.rows.map((row) => ({
      number: row.number,
      dueOn: row.dueOn,
      due: formatYuan(row.payment),
      principal: formatYuan(row.principal),
      interest: formatYuan(row.interest),
      fees: formatYuan(row.fee),
      balance: formatYuan(row.closingPrincipal),
    })),
    bars: plan.rows.map(({ principal, interest, fee }) => ({
      principal: Number(principal),
      interest: Number(interest),
      fee: Number(fee),
    })),
  };
}
