import type {
  DayCount,
  DocumentKind,
  DueShift,
  EmploymentKind,
  FeeBasis,
  FeePayee,
  FeePayment,
  FeeTiming,
  ProductCategory,
  ProductTermsInput,
  RepaymentMethod,
  TermsForm_VersionFragment,
} from "../../gql/graphql.ts";
import {
  moneyOfYuan,
  percentOfRate,
  rateOfPercent,
  wholeNumbersOf,
  wordsOf,
  yuanOfMoney,
} from "../../lib/wire-figures.ts";

export interface FeeForm {
  /** Tells fees apart while they are edited; their codes may be empty or equal for a moment. */
  readonly key: number;
  readonly code: string;
  readonly name: string;
  readonly timing: FeeTiming;
  readonly basis: FeeBasis;
  readonly yuan: string;
  readonly percent: string;
  readonly payment: FeePayment;
  readonly payee: FeePayee;
  readonly payeeName: string;
}

/** A product's terms as they are typed. Names are those of the wire, so that refusals find their field. */
export interface TermsForm {
  readonly name: string;
  readonly tagline: string;
  readonly category: ProductCategory;
  readonly amountMin: string;
  readonly amountMax: string;
  readonly rateMin: string;
  readonly rateMax: string;
  readonly termOptions: string;
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly dayCount: DayCount;
  readonly dueShift: DueShift;
  readonly fees: readonly FeeForm[];
  readonly minAge: string;
  readonly maxAge: string;
  readonly minMonthlyIncome: string;
  readonly minEmploymentMonths: string;
  readonly employments: readonly EmploymentKind[];
  readonly provinces: string;
  readonly requiredDocuments: readonly DocumentKind[];
  readonly disbursementHours: string;
  readonly coolingOffDays: string;
}

export const emptyTerms: TermsForm = {
  name: "",
  tagline: "",
  category: "CONSUMPTION",
  amountMin: "1000",
  amountMax: "100000",
  rateMin: "7.2",
  rateMax: "15.6",
  termOptions: "3, 6, 12, 24",
  repaymentMethods: ["EQUAL_INSTALMENT"],
  dayCount: "THIRTY_360",
  dueShift: "NONE",
  fees: [],
  minAge: "22",
  maxAge: "60",
  minMonthlyIncome: "",
  minEmploymentMonths: "",
  employments: [],
  provinces: "",
  requiredDocuments: ["IDENTITY_FRONT", "IDENTITY_BACK"],
  disbursementHours: "24",
  coolingOffDays: "7",
};

export const emptyFee = (key: number): FeeForm => ({
  key,
  code: "",
  name: "",
  timing: "UPFRONT",
  basis: "RATE_OF_PRINCIPAL",
  yuan: "",
  percent: "",
  payment: "PAID",
  payee: "INSTITUTION",
  payeeName: "",
});

/** What is kept, as it is typed. */
export function formOf(terms: TermsForm_VersionFragment): TermsForm {
  const { eligibility } = terms;
  return {
    name: terms.name,
    tagline: terms.tagline,
    category: terms.category,
    amountMin: yuanOfMoney(terms.amountMin),
    amountMax: yuanOfMoney(terms.amountMax),
    rateMin: percentOfRate(terms.rateMin),
    rateMax: percentOfRate(terms.rateMax),
    termOptions: terms.termOptions.join(", "),
    repaymentMethods: terms.repaymentMethods,
    dayCount: terms.dayCount,
    dueShift: terms.dueShift,
    fees: terms.fees.map((fee, key) => ({
      ...fee,
      key,
      yuan: fee.amount === null ? "" : yuanOfMoney(fee.amount),
      percent: fee.rate === null ? "" : percentOfRate(fee.rate),
    })),
    minAge: String(eligibility.minAge),
    maxAge: String(eligibility.maxAge),
    minMonthlyIncome: eligibility.minMonthlyIncome === null ? "" : yuanOfMoney(eligibility.minMonthlyIncome),
    minEmploymentMonths: String(eligibility.minEmploymentMonths ?? ""),
    employments: eligibility.employments,
    provinces: eligibility.provinces.join("、"),
    requiredDocuments: terms.requiredDocuments,
    disbursementHours: String(terms.disbursementHours),
    coolingOffDays: String(terms.coolingOffDays),
  };
}

/** What kind of thing a field wants and has not got. */
export type Fault = "money" | "percent" | "whole" | "months";

export interface ReadTerms {
  /** Null while a figure is no figure; whether the terms hold is the api's word. */
  readonly terms: ProductTermsInput | null;
  /** By the field's path on the wire, without "terms.". */
  readonly faults: Readonly<Record<string, Fault>>;
}

class Reader {
  readonly faults: Record<string, Fault> = {};

  private note<Value>(field: string, value: Value | null, fault: Fault, otherwise: Value): Value {
    if (value === null) this.faults[field] = fault;
    return value ?? otherwise;
  }

  money(field: string, typed: string): string {
    return this.note(field, moneyOfYuan(typed), "money", "0.00");
  }

  rate(field: string, typed: string): string {
    return this.note(field, rateOfPercent(typed), "percent", "0.000000");
  }

  whole(field: string, typed: string): number {
    return this.note(field, /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null, "whole", 0);
  }

  months(field: string, typed: string): readonly number[] {
    return this.note(field, wholeNumbersOf(typed), "months", []);
  }
}

/** The terms for the wire, or which figures are still none. */
export function readTerms(form: TermsForm): ReadTerms {
  const read = new Reader();
  const isBlank = (typed: string) => typed.trim() === "";
  const fees = form.fees.map((fee, at) => ({
    code: fee.code.trim().toUpperCase(),
    name: fee.name.trim(),
    timing: fee.timing,
    basis: fee.basis,
    amount: fee.basis === "AMOUNT" ? read.money(`fees.${at}.amount`, fee.yuan) : undefined,
    rate: fee.basis === "AMOUNT" ? undefined : read.rate(`fees.${at}.rate`, fee.percent),
    payment: fee.payment,
    payee: fee.payee,
    payeeName: fee.payeeName.trim(),
  }));
  const terms: ProductTermsInput = {
    name: form.name.trim(),
    tagline: form.tagline.trim(),
    category: form.category,
    amountMin: read.money("amountMin", form.amountMin),
    amountMax: read.money("amountMax", form.amountMax),
    rateMin: read.rate("rateMin", form.rateMin),
    rateMax: read.rate("rateMax", form.rateMax),
    termOptions: [...read.months("termOptions", form.termOptions)],
    repaymentMethods: [...form.repaymentMethods],
    dayCount: form.dayCount,
    dueShift: form.dueShift,
    fees,
    eligibility: {
      minAge: read.whole("eligibility.minAge", form.minAge),
      maxAge: read.whole("eligibility.maxAge", form.maxAge),
      minMonthlyIncome: isBlank(form.minMonthlyIncome)
        ? undefined
        : read.money("eligibility.minMonthlyIncome", form.minMonthlyIncome),
      minEmploymentMonths: isBlank(form.minEmploymentMonths)
        ? undefined
        : read.whole("eligibility.minEmploymentMonths", form.minEmploymentMonths),
      employments: [...form.employments],
      provinces: [...wordsOf(form.provinces)],
    },
    requiredDocuments: [...form.requiredDocuments],
    disbursementHours: read.whole("disbursementHours", form.disbursementHours),
    coolingOffDays: read.whole("coolingOffDays", form.coolingOffDays),
  };
  return { terms: Object.keys(read.faults).length === 0 ? terms : null, faults: read.faults };
}

/** Words that nothing can be listed without and that are still empty, by their path on the wire without "terms.". */
export function missingIn(form: TermsForm): readonly string[] {
  const isBlank = (typed: string) => typed.trim() === "";
  const words = (["name", "tagline"] as const).filter((field) => isBlank(form[field]));
  const ofFees = form.fees.flatMap((fee, at) =>
    (["code", "name", "payeeName"] as const)
      .filter((field) => isBlank(fee[field]))
      .map((field) => `fees.${at}.${field}`),
  );
  return [...words, ...ofFees];
}

/** Whether two forms say the same. */
export const isSame = (one: TermsForm, other: TermsForm): boolean => {
  const plain = (form: TermsForm) => JSON.stringify({ ...form, fees: form.fees.map(({ key: _, ...fee }) => fee) });
  return plain(one) === plain(other);
};
