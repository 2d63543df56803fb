import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DueShift } from "../../kernel/calendar/index.js";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DocumentKind } from "../borrowers/index.js";
import { CheckVerdict, DayCount, ProductCategory, ProductState } from "./product.states.js";
import { CostRange, Eligibility, ProductFee } from "./product.types.js";
import { Quote } from "./quote.types.js";

registerEnumType(CheckVerdict, {
  name: "CheckVerdict",
  description: "The outcome of one listing check.",
  valuesConfig: {
    PASS: { description: "In order." },
    WARN: { description: "Allowed, but a person should look." },
    FAIL: { description: "Keeps the product from being listed." },
  },
});

@ObjectType({
  description: "One version of a product. Immutable once published; frozen while under review.",
  simpleResolvers: true,
})
export class ProductVersion {
  @Field(() => ID, { description: "Identifies the version." })
  id: string;

  @Field(() => Int, { description: "Counts the product's versions from 1." })
  number: number;

  @Field(() => String, { description: "Name, 2 to 30 characters." })
  name: string;

  @Field(() => String, { description: "The institution's own line." })
  tagline: string;

  @Field(() => ProductCategory, { description: "What it is meant for." })
  category: ProductCategory;

  @Field(() => MoneyScalar, { description: "Smallest amount." })
  amountMin: bigint;

  @Field(() => MoneyScalar, { description: "Largest amount." })
  amountMax: bigint;

  @Field(() => RateScalar, { description: "Lowest contract rate a year." })
  rateMin: number;

  @Field(() => RateScalar, { description: "Highest contract rate a year." })
  rateMax: number;

  @Field(() => [Int], { description: "Terms in months, rising." })
  termOptions: number[];

  @Field(() => [RepaymentMethod], { description: "Repayment methods." })
  repaymentMethods: RepaymentMethod[];

  @Field(() => DayCount, { description: "How interest days are counted." })
  dayCount: DayCount;

  @Field(() => DueShift, { description: "What happens to due days on holidays." })
  dueShift: DueShift;

  @Field(() => [ProductFee], { description: "Every fee." })
  fees: ProductFee[];

  @Field(() => Eligibility, { description: "Who may apply." })
  eligibility: Eligibility;

  @Field(() => [DocumentKind], { description: "Documents an application needs." })
  requiredDocuments: DocumentKind[];

  @Field(() => Int, { description: "Hours from approval to the money." })
  disbursementHours: number;

  @Field(() => Int, { description: "Cooling-off days; 0 where there are none." })
  coolingOffDays: number;

  @Field(() => InstantScalar, { description: "When it was begun." })
  createdAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: "When it was published; null for a draft." })
  publishedAt: Date | null;

  @Field(() => String, { description: "SHA-256 of the canonical content; equal content has equal hashes." })
  contentHash: string;
}

@ObjectType({ description: "One line of the check list that review reads.", simpleResolvers: true })
export class ListingCheck {
  @Field(() => String, { description: "TERMS, SCHEDULE, ANNUAL_COST, RATE_CAP, FEES, ELIGIBILITY, DOCUMENTS or COPY." })
  code: string;

  @Field(() => CheckVerdict, { description: "The outcome." })
  verdict: CheckVerdict;

  @Field(() => String, { nullable: true, description: "Path of the input field it is about, under terms." })
  field: string | null;
}

@ObjectType({
  description: "A product as its institution and the platform keep it: drafts, versions, review.",
  simpleResolvers: true,
})
export class ProductListing {
  @Field(() => ID, { description: "The product." })
  id: string;

  @Field(() => String, { description: "Readable address of the public page." })
  slug: string;

  @Field(() => ProductState, { description: "Where it stands." })
  state: ProductState;

  @Field(() => String, { nullable: true, description: "Why the platform suspended it." })
  suspendedReason: string | null;

  @Field(() => InstantScalar, { description: "Last change of any kind." })
  updatedAt: Date;

  @Field(() => Int, { description: "Counts changes; send it with the next one." })
  version: number;
}

export const ProductListingConnection = connectionType("ProductListing", () => ProductListing);

@ObjectType({ description: "What terms would cost and which checks they would pass.", simpleResolvers: true })
export class ProductPreview {
  @Field(() => CostRange, { nullable: true, description: "Null where the terms are too broken to be priced." })
  annualCost: CostRange | null;

  @Field(() => Quote, { nullable: true, description: "The cheapest loan of the product, at its lowest rate." })
  cheapest: Quote | null;

  @Field(() => Quote, { nullable: true, description: "The dearest loan of the product, at its highest rate." })
  dearest: Quote | null;

  @Field(() => [ListingCheck], { description: "The check list." })
  checks: ListingCheck[];
}
