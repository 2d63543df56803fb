/** What a product asks of a person and of the loan they want. */
export const MatchCriterion = {
  AMOUNT: "AMOUNT",
  TERM: "TERM",
  AGE: "AGE",
  INCOME: "INCOME",
  EMPLOYMENT: "EMPLOYMENT",
  EMPLOYED_MONTHS: "EMPLOYED_MONTHS",
  PROVINCE: "PROVINCE",
  DEBT_SHARE: "DEBT_SHARE",
  REFUSAL: "REFUSAL",
} as const;
export type MatchCriterion = (typeof MatchCriterion)[keyof typeof MatchCriterion];

/** UNKNOWN where a fact is not known yet: it stands in nobody's way, and the institution will ask. */
export const MatchVerdict = { MET: "MET", NOT_MET: "NOT_MET", UNKNOWN: "UNKNOWN" } as const;
export type MatchVerdict = (typeof MatchVerdict)[keyof typeof MatchVerdict];

/** Age as somebody tells it who does not wish to tell it exactly. */
export const AgeBand = {
  FROM_18: "FROM_18",
  FROM_23: "FROM_23",
  FROM_31: "FROM_31",
  FROM_41: "FROM_41",
  FROM_51: "FROM_51",
  FROM_61: "FROM_61",
} as const;
export type AgeBand = (typeof AgeBand)[keyof typeof AgeBand];

/** Whole years, both included. */
export interface AgeSpan {
  readonly from: number;
  readonly to: number;
}

export const ageBands: Readonly<Record<AgeBand, AgeSpan>> = {
  FROM_18: { from: 18, to: 22 },
  FROM_23: { from: 23, to: 30 },
  FROM_31: { from: 31, to: 40 },
  FROM_41: { from: 41, to: 50 },
  FROM_51: { from: 51, to: 60 },
  FROM_61: { from: 61, to: 120 },
};

/** How likely an approval is, in words. */
export const OddsBand = { HIGH: "HIGH", MEDIUM: "MEDIUM", LOW: "LOW" } as const;
export type OddsBand = (typeof OddsBand)[keyof typeof OddsBand];
