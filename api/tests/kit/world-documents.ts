/** The operations that the world's people send, and what they read back. */

export interface ApplicationView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly amount: string;
  readonly isClockPaused: boolean;
  readonly permittedActions: readonly string[];
  readonly institution: { readonly id: string };
  readonly documentRequests: readonly { readonly id: string; readonly isOpen: boolean; readonly kind: string }[];
  readonly offers: readonly OfferView[];
  readonly timeline: readonly { readonly title: string; readonly state: string | null; readonly isPause: boolean }[];
}

export interface OfferView {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly amount: string;
  readonly annualRate: string;
  readonly termCount: number;
  readonly quote: QuoteView;
}

export interface QuoteView {
  readonly termsHash: string;
  readonly firstPayment: string;
  readonly totalPayment: string;
  readonly netDisbursed: string;
  readonly annualCost: { readonly primary: string; readonly nominal: string; readonly effective: string };
  readonly rows: readonly {
    readonly number: number;
    readonly dueOn: string;
    readonly principal: string;
    readonly interest: string;
    readonly fee: string;
    readonly payment: string;
  }[];
}

export const QUOTE = `termsHash firstPayment totalPayment netDisbursed annualCost { primary nominal effective }
  rows { number dueOn principal interest fee payment }`;

export const APPLICATION = `id state version amount isClockPaused permittedActions institution { id }
  documentRequests { id isOpen kind } timeline { title state isPause }
  offers { id state kind amount annualRate termCount quote { ${QUOTE} } }`;

/** A mutation with one input that answers `fields` of one thing. */
export const mutation = (name: string, fields: string): string => {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation Do($input: ${input}!) { ${name}(input: $input) ${fields ? `{ ${fields} }` : ""} }`;
};

export const PRODUCT = `id slug versionId version name isAvailable annualCost { min max method } rateMin rateMax
  fees { code name rate amount } institution { id shortName }`;

export interface ProductView {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly name: string;
  readonly isAvailable: boolean;
  readonly annualCost: { readonly min: string; readonly max: string };
  readonly institution: { readonly id: string; readonly shortName: string };
}

/** Terms as a manager types them: they pass every check of either demo lender. */
export const terms = (changed: Record<string, unknown> = {}) => ({
  name: "安居装修贷",
  tagline: "旧房焕新，按月还款",
  category: "RENOVATION",
  amountMin: "10000.00",
  amountMax: "300000.00",
  rateMin: "0.060000",
  rateMax: "0.120000",
  termOptions: [6, 12, 24],
  repaymentMethods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"],
  dayCount: "THIRTY_360",
  dueShift: "NEXT_WORKING_DAY",
  fees: [],
  eligibility: {
    minAge: 20,
    maxAge: 60,
    minMonthlyIncome: "4000.00",
    employments: ["EMPLOYED", "PUBLIC_SECTOR"],
    provinces: [],
    minEmploymentMonths: 6,
  },
  requiredDocuments: ["IDENTITY_FRONT", "IDENTITY_BACK"],
  disbursementHours: 24,
  coolingOffDays: 7,
  ...changed,
});
