import type { FeeBasis, FeePayment, FeeTiming, Fen, Ppm, RepaymentMethod } from "@daichao/finance";
import { formatRate, formatYuan } from "@daichao/finance";
import type { DueShift } from "../../kernel/calendar/index.js";
import type { DocumentKind, EmploymentKind } from "../borrowers/index.js";
import type { DayCount, FeePayee, ProductCategory } from "./product.states.js";

/** One fee as the institution states it: a fixed amount, or a share charged whole each time it falls due. */
export interface ProductFee {
  readonly code: string;
  readonly name: string;
  readonly timing: FeeTiming;
  readonly basis: FeeBasis;
  readonly amount?: Fen | null;
  readonly rate?: Ppm | null;
  readonly payment: FeePayment;
  readonly payee: FeePayee;
  readonly payeeName: string;
}

/** Who may apply. Empty lists mean everybody. */
export interface Eligibility {
  readonly minAge: number;
  readonly maxAge: number;
  readonly minMonthlyIncome?: Fen | null;
  readonly employments: readonly EmploymentKind[];
  readonly provinces: readonly string[];
  readonly minEmploymentMonths?: number | null;
}

/** What is owed only when the contract is not kept, or is ended early; never part of the annual cost. */
export interface ContingentCost {
  readonly code: string;
  readonly name: string;
  readonly standard: string;
  /** Times the contract rate, in parts per million; null where none applies. Versions written before it was kept have none. */
  readonly multiplier?: Ppm | null;
}

/** Every parameter of a product, as drafted and as published. Money in fen, rates in parts per million a year. */
export interface ProductTerms {
  readonly name: string;
  readonly tagline: string;
  readonly category: ProductCategory;
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly rateMin: Ppm;
  readonly rateMax: Ppm;
  readonly termOptions: readonly number[];
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly dayCount: DayCount;
  readonly dueShift: DueShift;
  readonly fees: readonly ProductFee[];
  readonly eligibility: Eligibility;
  readonly requiredDocuments: readonly DocumentKind[];
  readonly disbursementHours: number;
  readonly coolingOffDays: number;
}

/** The parameters and nothing else, in one order, so that equal content has one canonical text. */
export function termsOf(source: ProductTerms): ProductTerms {
  return {
    name: source.name.trim(),
    tagline: source.tagline.trim(),
    category: source.category,
    amountMin: source.amountMin,
    amountMax: source.amountMax,
    rateMin: source.rateMin,
    rateMax: source.rateMax,
    termOptions: [...new Set(source.termOptions)].sort((a, b) => a - b),
    repaymentMethods: [...new Set(source.repaymentMethods)],
    dayCount: source.dayCount,
    dueShift: source.dueShift,
    fees: source.fees.map(feeOf),
    eligibility: eligibilityOf(source.eligibility),
    requiredDocuments: [...new Set(source.requiredDocuments)],
    disbursementHours: source.disbursementHours,
    coolingOffDays: source.coolingOffDays,
  };
}

function feeOf({ code, name, timing, basis, amount, rate, payment, payee, payeeName }: ProductFee): ProductFee {
  return {
    code,
    name: name.trim(),
    timing,
    basis,
    amount: amount ?? null,
    rate: rate ?? null,
    payment,
    payee,
    payeeName: payeeName.trim(),
  };
}

function eligibilityOf(source: Eligibility): Eligibility {
  return {
    minAge: source.minAge,
    maxAge: source.maxAge,
    minMonthlyIncome: source.minMonthlyIncome ?? null,
    employments: [...new Set(source.employments)],
    provinces: [...new Set(source.provinces.map((province) => province.trim()))],
    minEmploymentMonths: source.minEmploymentMonths ?? null,
  };
}

export type TermsDiff = Record<string, readonly [unknown, unknown]>;

/** What differs between two sets of terms, field by field, in values a person can read (yuan and shares as text). */
export function diffOf(before: ProductTerms | null, after: ProductTerms): TermsDiff {
  const old = before && readable(termsOf(before));
  const entries = Object.entries(readable(termsOf(after)));
  const changed = entries.filter(([field, value]) => JSON.stringify(old?.[field] ?? null) !== JSON.stringify(value));
  return Object.fromEntries(changed.map(([field, value]) => [field, [old?.[field] ?? null, value]]));
}

function readable(terms: ProductTerms): Record<string, unknown> {
  return {
    ...terms,
    amountMin: formatYuan(terms.amountMin),
    amountMax: formatYuan(terms.amountMax),
    rateMin: formatRate(terms.rateMin),
    rateMax: formatRate(terms.rateMax),
    fees: terms.fees.map((fee) => ({
      ...fee,
      amount: fee.amount == null ? null : formatYuan(fee.amount),
      rate: fee.rate == null ? null : formatRate(fee.rate),
    })),
    eligibility: {
      ...terms.eligibility,
      minMonthlyIncome:
        terms.eligibility.minMonthlyIncome == null ? null : formatYuan(terms.eligibility.minMonthlyIncome),
    },
  };
}

/** What a broken contract costs, from the multipliers in force (parts per million of the contract rate; R-13). */
export function contingentCostsOf(overdueMultiplier: Ppm, misuseMultiplier: Ppm): ContingentCost[] {
  const times = (multiplier: Ppm) => String(multiplier / 1_000_000);
  return [
    {
      code: "OVERDUE_INTEREST",
      name: "逾期罚息",
      standard: `逾期期间按合同年利率的 ${times(overdueMultiplier)} 倍计收，仅对逾期本金`,
      multiplier: overdueMultiplier,
    },
    {
      code: "MISUSE_INTEREST",
      name: "挪用罚息",
      standard: `未按约定用途使用贷款的，挪用期间按合同年利率的 ${times(misuseMultiplier)} 倍计收`,
      multiplier: misuseMultiplier,
    },
    { code: "EARLY_SETTLEMENT", name: "提前还款违约金", standard: "不收取", multiplier: null },
  ];
}
