/** Product terms that pass every check; tests change what they are about. */
import type { ProductTerms } from "../../src/modules/catalog/product-terms.rules.js";

export const sampleProduct = (changed: Partial<ProductTerms> = {}): ProductTerms => ({
  name: "安居装修贷",
  tagline: "旧房焕新，按月还款",
  category: "RENOVATION",
  amountMin: 1_000_000n,
  amountMax: 20_000_000n,
  rateMin: 60_000,
  rateMax: 120_000,
  termOptions: [6, 12, 24],
  repaymentMethods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"],
  dayCount: "THIRTY_360",
  dueShift: "NEXT_WORKING_DAY",
  fees: [],
  eligibility: {
    minAge: 22,
    maxAge: 60,
    minMonthlyIncome: 400_000n,
    employments: ["EMPLOYED", "PUBLIC_SECTOR"],
    provinces: [],
    minEmploymentMonths: 6,
  },
  requiredDocuments: ["IDENTITY_FRONT", "IDENTITY_BACK"],
  disbursementHours: 24,
  coolingOffDays: 7,
  ...changed,
});

type Fee = ProductTerms["fees"][number];

export const guaranteeFee = (changed: Partial<Fee> = {}): Fee => ({
  code: "GUARANTEE",
  name: "担保费",
  timing: "PER_PERIOD",
  basis: "AMOUNT",
  amount: 5_000n,
  rate: null,
  payment: "PAID",
  payee: "GUARANTOR",
  payeeName: "安信融资担保有限公司",
  ...changed,
});
