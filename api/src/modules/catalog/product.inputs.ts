import { FeeBasis, FeePayment, FeeTiming, RepaymentMethod } from "@daichao/finance";
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { DueShift } from "../../kernel/calendar/index.js";
import { MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DocumentKind, EmploymentKind } from "../borrowers/index.js";
import { LicenceKind } from "../institutions/index.js";
import { DayCount, FeePayee, ProductCategory, ProductState } from "./product.states.js";

@InputType({ description: "What the list is narrowed by. Empty lists narrow nothing, except ids." })
export class ProductFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Free text in Chinese, pinyin or initials, up to 200 characters. Amounts and terms in it ("装修 5万 一年") order the hits and price them, without excluding any.',
  })
  text?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Only products that lend this amount; quotes are for it." })
  amount?: bigint | null;

  @Field(() => Int, { nullable: true, description: "Only products with this term in months; quotes are for it." })
  termCount?: number | null;

  @Field(() => RateScalar, { nullable: true, description: "Highest annual cost of the quote." })
  maxAnnualCost?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "No payment of the quote may be above this." })
  maxMonthlyPayment?: bigint | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Interest and fees of the quote together at most this." })
  maxTotalCost?: bigint | null;

  @IsOptional()
  @ArrayMaxSize(100)
  @Field(() => [ID], { nullable: true, description: "Only these lenders." })
  institutionIds?: string[] | null;

  @Field(() => [ProductCategory], { nullable: true, description: "Only these purposes." })
  categories?: ProductCategory[] | null;

  @Field(() => [RepaymentMethod], {
    nullable: true,
    description: "Only products with one of these; quotes use the product's first of them.",
  })
  methods?: RepaymentMethod[] | null;

  @Field(() => [LicenceKind], { nullable: true, description: "Only lenders with these licences." })
  licenceKinds?: LicenceKind[] | null;

  @IsOptional()
  @ArrayMaxSize(100)
  @Field(() => [ID], { nullable: true, description: "Only these products; an empty list finds none." })
  ids?: string[] | null;
}

@InputType({ description: "Which listings to show." })
export class ProductListingFilter {
  @Field(() => [ProductState], { nullable: true, description: "Only in these states." })
  states?: ProductState[] | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Part of a name or address." })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this lender; an institution sees its own alone." })
  institutionId?: string | null;
}

@InputType({ description: "One fee. Fixed amount or share, never both." })
export class ProductFeeInput {
  @Field(() => String, { description: "Code in capitals, such as GUARANTEE; unique within the product." })
  code: string;

  @Field(() => String, { description: "Name as the contract has it, up to 30 characters." })
  name: string;

  @Field(() => FeeTiming, { description: "When it falls due." })
  timing: FeeTiming;

  @Field(() => FeeBasis, { description: "What it is measured on." })
  basis: FeeBasis;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Each charge; with basis AMOUNT only, at most a tenth of the smallest loan.",
  })
  amount?: bigint | null;

  @Field(() => RateScalar, {
    nullable: true,
    description: "Share charged each time, up to 0.100000; with the other bases only.",
  })
  rate?: number | null;

  @Field(() => FeePayment, { description: "How it is taken; DEDUCTED only with UPFRONT." })
  payment: FeePayment;

  @Field(() => FeePayee, { description: "What kind of party receives it." })
  payee: FeePayee;

  @Field(() => String, { description: "Who receives it, up to 60 characters." })
  payeeName: string;
}

@InputType({ description: "Who may apply." })
export class EligibilityInput {
  @Field(() => Int, { description: "18 to 75." })
  minAge: number;

  @Field(() => Int, { description: "minAge to 75." })
  maxAge: number;

  @Field(() => MoneyScalar, { nullable: true, description: "Lowest monthly income." })
  minMonthlyIncome?: bigint | null;

  @Field(() => [EmploymentKind], { description: "Employments accepted; empty means all." })
  employments: EmploymentKind[];

  @Field(() => [String], { description: "Provinces served; empty means all." })
  provinces: string[];

  @Field(() => Int, { nullable: true, description: "Shortest time in the present employment, in months." })
  minEmploymentMonths?: number | null;
}

@InputType({ description: "Every parameter of a product. Refusals name the field under terms." })
export class ProductTermsInput {
  @Field(() => String, { description: "2 to 30 characters." })
  name: string;

  @Field(() => String, { description: "2 to 60 characters; banned claims keep it from being listed." })
  tagline: string;

  @Field(() => ProductCategory, { description: "What it is meant for." })
  category: ProductCategory;

  @Field(() => MoneyScalar, { description: "Smallest amount, whole yuan." })
  amountMin: bigint;

  @Field(() => MoneyScalar, { description: "Largest amount, whole yuan, up to the ceiling for the lender's licence." })
  amountMax: bigint;

  @Field(() => RateScalar, { description: "Lowest contract rate a year." })
  rateMin: number;

  @Field(() => RateScalar, {
    description:
      "Highest contract rate a year. With all fees the dearest loan must keep the cap (CATALOG_RATE_OVER_CAP).",
  })
  rateMax: number;

  @Field(() => [Int], { description: "Months, 1 to 360, rising, without repeats, at most 24 of them." })
  termOptions: number[];

  @Field(() => [RepaymentMethod], {
    description: "At least one; never REVOLVING or FLAT, BULLET only with terms up to 12.",
  })
  repaymentMethods: RepaymentMethod[];

  @Field(() => DayCount, { description: "How interest days are counted." })
  dayCount: DayCount;

  @Field(() => DueShift, { description: "What happens to due days on holidays." })
  dueShift: DueShift;

  @ValidateNested()
  @Field(() => [ProductFeeInput], { description: "Up to 10 fees." })
  fees: ProductFeeInput[];

  @ValidateNested()
  @Field(() => EligibilityInput, { description: "Who may apply." })
  eligibility: EligibilityInput;

  @Field(() => [DocumentKind], { description: "Documents an application needs; at least one." })
  requiredDocuments: DocumentKind[];

  @Field(() => Int, { description: "Hours from approval to the money, 1 to 720." })
  disbursementHours: number;

  @Field(() => Int, { description: "0 to 60." })
  coolingOffDays: number;
}

@InputType({ description: "A new product." })
export class CreateProductInput {
  @ValidateNested()
  @Field(() => ProductTermsInput, { description: "Its first draft." })
  terms: ProductTermsInput;

  @Field(() => String, {
    description: "8 to 128 characters of your choice; the same key answers with the same product.",
  })
  idempotencyKey: string;
}

@InputType({ description: "A product's draft, whole." })
export class SaveProductDraftInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => Int, { description: "The listing's version as you saw it; CONFLICT when it has moved on." })
  version: number;

  @ValidateNested()
  @Field(() => ProductTermsInput, { description: "The draft as it shall be." })
  terms: ProductTermsInput;
}

@InputType({ description: "A draft to be reviewed." })
export class SubmitProductInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => Int, { description: "The listing's version as you saw it." })
  version: number;
}

@InputType({ description: "A product to take off the shelf, by the platform." })
export class SuspendProductInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => String, { description: "Why, up to 200 characters; the institution reads it." })
  reason: string;
}

@InputType({ description: "A suspended product to put back." })
export class ResumeProductInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => String, { description: "Why, up to 200 characters." })
  reason: string;
}

@InputType({ description: "A product to take off the shelf, by its institution." })
export class UnpublishProductInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => String, { description: "Why, up to 200 characters." })
  reason: string;
}
