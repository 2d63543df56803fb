/** A product's whole terms from its line on the shelf: ranges by purpose, rates by licence, the rest by fee and clientele. */
import type { ProductCategory, ProductFeeValue, ProductTerms } from "../../modules/catalog/index.js";
import type { LicenceKind } from "../../modules/institutions/index.js";
import { demoLenders, type Lender } from "./lenders.js";
import { Random } from "./random.js";
import type { Clientele, FeeProfile, ShelfLine } from "./shelf.js";

const YUAN = 100n;
const yuan = (amount: number): bigint => BigInt(amount) * YUAN;

type Method = ProductTerms["repaymentMethods"][number];

interface Purpose {
  /** Yuan: the smallest loan, and the largest of a bank. */
  readonly least: number;
  readonly most: number;
  readonly terms: readonly number[];
  readonly methods: readonly Method[];
}

const PURPOSES: Readonly<Record<ProductCategory, Purpose>> = {
  CONSUMPTION: {
    least: 2_000,
    most: 200_000,
    terms: [3, 6, 12, 18, 24],
    methods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"],
  },
  RENOVATION: {
    least: 10_000,
    most: 300_000,
    terms: [6, 12, 24, 36],
    methods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"],
  },
  CAR: { least: 20_000, most: 300_000, terms: [12, 24, 36, 48, 60], methods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"] },
  EDUCATION: {
    least: 3_000,
    most: 120_000,
    terms: [6, 12, 18, 24],
    methods: ["INTEREST_ONLY_BULLET", "EQUAL_INSTALMENT"],
  },
  MEDICAL: { least: 2_000, most: 100_000, terms: [3, 6, 12, 18, 24], methods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"] },
  TRAVEL: { least: 1_000, most: 60_000, terms: [3, 6, 9, 12], methods: ["EQUAL_INSTALMENT", "BULLET"] },
  BUSINESS: {
    least: 10_000,
    most: 1_000_000,
    terms: [3, 6, 12],
    methods: ["INTEREST_ONLY_BULLET", "BULLET", "EQUAL_PRINCIPAL"],
  },
  DEBT_CONSOLIDATION: {
    least: 10_000,
    most: 200_000,
    terms: [6, 12, 24, 36],
    methods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"],
  },
};

/** Parts per million: the span of the lowest rate, and of the highest without fees. */
const RATES: Readonly<Record<LicenceKind, { low: readonly [number, number]; high: readonly [number, number] }>> = {
  BANK: { low: [36_000, 58_000], high: [78_000, 132_000] },
  CONSUMER_FINANCE: { low: [72_000, 98_000], high: [150_000, 205_000] },
  MICRO_LENDER: { low: [86_000, 115_000], high: [145_000, 180_000] },
};
/** How much of the largest amount and how much of the rate a licence leaves. */
const SIZE: Readonly<Record<LicenceKind, number>> = { BANK: 1, CONSUMER_FINANCE: 0.6, MICRO_LENDER: 0.3 };
const RATE_OF_FEE: Readonly<Record<FeeProfile, number>> = {
  NONE: 0,
  SERVICE: 32_000,
  GUARANTEE: 32_000,
  ASSESSMENT: 40_000,
  CLOSING: 30_000,
};

const GUARANTOR = "衡屿融资担保有限公司";

function feesOf(profile: FeeProfile, lender: Lender): ProductFeeValue[] {
  const own = { payee: "INSTITUTION", payeeName: lender.name } as const;
  switch (profile) {
    case "NONE":
      return [];
    case "SERVICE":
      return [
        {
          code: "SERVICE",
          name: "服务费",
          timing: "UPFRONT",
          basis: "RATE_OF_PRINCIPAL",
          rate: 3_000,
          payment: "PAID",
          ...own,
        },
      ];
    case "GUARANTEE":
      return [
        {
          code: "GUARANTEE",
          name: "担保费",
          timing: "PER_PERIOD",
          basis: "RATE_OF_PRINCIPAL",
          rate: 1_000,
          payment: "PAID",
          payee: "GUARANTOR",
          payeeName: GUARANTOR,
        },
      ];
    case "ASSESSMENT":
      return [
        {
          code: "ASSESSMENT",
          name: "评估费",
          timing: "UPFRONT",
          basis: "AMOUNT",
          amount: yuan(50),
          payment: "DEDUCTED",
          ...own,
        },
      ];
    case "CLOSING":
      return [
        {
          code: "CLOSING",
          name: "结清手续费",
          timing: "AT_END",
          basis: "AMOUNT",
          amount: yuan(5),
          payment: "PAID",
          ...own,
        },
      ];
  }
}

type Documents = ProductTerms["requiredDocuments"];
const IDENTITY: Documents = ["IDENTITY_FRONT", "IDENTITY_BACK"];
const EXTRA_DOCUMENTS: Readonly<Record<Clientele, Documents>> = {
  EVERYBODY: [],
  LOCAL: ["RESIDENCE_PROOF"],
  SALARIED: ["INCOME_PROOF"],
  BUSINESS: ["BANK_STATEMENT"],
};

function eligibilityOf(clientele: Clientele, lender: Lender, random: Random): ProductTerms["eligibility"] {
  const common = {
    minAge: random.pick([20, 21, 22]),
    maxAge: random.pick([55, 60, 60, 65]),
    employments: [],
    provinces: [],
  };
  switch (clientele) {
    case "EVERYBODY":
      return { ...common, minMonthlyIncome: yuan(random.pick([2_500, 3_000, 3_500])) };
    case "LOCAL":
      return { ...common, provinces: [lender.province], minMonthlyIncome: yuan(2_500) };
    case "SALARIED":
      return {
        ...common,
        employments: ["EMPLOYED", "PUBLIC_SECTOR"],
        minMonthlyIncome: yuan(random.pick([4_000, 5_000, 6_000])),
        minEmploymentMonths: random.pick([6, 12]),
      };
    case "BUSINESS":
      return {
        ...common,
        employments: ["SELF_EMPLOYED", "FREELANCE", "EMPLOYED"],
        minMonthlyIncome: yuan(random.pick([4_000, 5_000])),
        minEmploymentMonths: 12,
      };
  }
}

const inSteps = (value: number, step: number): number => Math.round(value / step) * step;

/**
 * What a demo lender asks of everybody stays modest, so that a newcomer's first application can succeed; its months are
 * all alike, so that a plan can be reckoned again with the formula of schoolbooks.
 */
const modest: ProductTerms["eligibility"] = {
  minAge: 18,
  maxAge: 65,
  minMonthlyIncome: yuan(3_000),
  employments: [],
  provinces: [],
};

/** The terms of a shelf line; they pass every check of the listing. */
export function termsOf(line: ShelfLine, lender: Lender): ProductTerms {
  const random = new Random(`product/${line.lender}/${line.name}`);
  const { least, most, terms, methods } = PURPOSES[line.category];
  const { low, high } = RATES[lender.licenceKind];
  const isDemo = demoLenders.includes(lender);
  const fitsAll = isDemo && line.clientele === "EVERYBODY";
  const size = fitsAll ? Math.max(SIZE[lender.licenceKind], 0.7) : SIZE[lender.licenceKind];
  const amountMax = Math.max(
    inSteps(most * size * (0.8 + random.next() * 0.2), 10_000),
    least * 2,
    fitsAll ? 60_000 : 0,
  );
  const rateMin = inSteps(random.whole(low[0], low[1]), 1_000);
  const rateMax = inSteps(random.whole(high[0], high[1]), 1_000) - RATE_OF_FEE[line.fee];
  const dayCount: ProductTerms["dayCount"] = random.weighted([
    ["THIRTY_360", 8],
    ["ACT_360", 1],
    ["ACT_365", 2],
    ["ACT_ACT", 1],
  ]);
  return {
    name: line.name,
    tagline: line.tagline,
    category: line.category,
    amountMin: yuan(least),
    amountMax: yuan(amountMax),
    rateMin,
    rateMax: Math.max(rateMax, rateMin + 20_000),
    termOptions: fitsAll
      ? [...new Set([...terms, 12, 24])].filter((term) => line.category !== "TRAVEL" || term <= 24)
      : terms,
    repaymentMethods: fitsAll ? methods.filter((method) => method !== "BULLET") : methods,
    dayCount: fitsAll ? "THIRTY_360" : dayCount,
    dueShift: isDemo
      ? "NONE"
      : random.weighted([
          ["NONE", 5],
          ["NEXT_WORKING_DAY", 3],
          ["PREVIOUS_WORKING_DAY", 1],
        ]),
    fees: feesOf(line.fee, lender),
    eligibility: fitsAll ? modest : eligibilityOf(line.clientele, lender, random),
    requiredDocuments: [...IDENTITY, ...EXTRA_DOCUMENTS[line.clientele]],
    disbursementHours: random.pick([2, 4, 12, 24, 24, 48]),
    coolingOffDays: random.pick([0, 3, 7, 7]),
  };
}
