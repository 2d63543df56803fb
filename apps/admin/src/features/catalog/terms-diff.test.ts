import { describe, expect, it } from "vitest";
import type { VersionTerms_VersionFragment } from "../../gql/graphql.ts";
import { termsDiff } from "./terms-diff.ts";

const terms: VersionTerms_VersionFragment = {
  __typename: "ProductVersion",
  id: "1",
  number: 1,
  name: "Autumn loan",
  tagline: "Plain and simple",
  category: "CONSUMPTION",
  amountMin: "1000.00",
  amountMax: "50000.00",
  rateMin: "0.050000",
  rateMax: "0.120000",
  termOptions: [6, 12],
  repaymentMethods: ["EQUAL_INSTALMENT"],
  dayCount: "ACT_ACT",
  dueShift: "NONE",
  disbursementHours: 2,
  coolingOffDays: 0,
  requiredDocuments: [],
  eligibility: {
    __typename: "Eligibility",
    minAge: 18,
    maxAge: 60,
    minMonthlyIncome: null,
    minEmploymentMonths: null,
    employments: [],
    provinces: [],
    lines: ["18 to 60"],
  },
  fees: [],
};

describe("a draft against the version that is listed (A-04)", () => {
  it("names only the terms that changed, with both values", () => {
    const draft = { ...terms, id: "2", number: 2, rateMax: "0.150000", termOptions: [6, 12, 24] };
    expect(termsDiff(terms, draft)).toEqual([
      { field: "rateMax", before: "0.120000", after: "0.150000" },
      { field: "termOptions", before: "[6,12]", after: "[6,12,24]" },
    ]);
  });

  it("does not call a translated sentence or a cache mark a change of terms", () => {
    const eligibility = { ...terms.eligibility, lines: ["Aged 18 to 60"] };
    expect(termsDiff(terms, { ...terms, eligibility })).toEqual([]);
  });
});
