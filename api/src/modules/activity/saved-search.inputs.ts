import { RepaymentMethod } from "@daichao/finance";
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { ProductCategory, ProductSort } from "../catalog/index.js";
import { LicenceKind } from "../institutions/index.js";

@InputType({ description: "What a search narrows by, as the product list takes it, without picked ids." })
export class SavedSearchFilterInput {
  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Free text." })
  text?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Amount." })
  amount?: bigint | null;

  @Field(() => Int, { nullable: true, description: "Term in months." })
  termCount?: number | null;

  @Field(() => RateScalar, { nullable: true, description: "Highest annual cost." })
  maxAnnualCost?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest payment." })
  maxMonthlyPayment?: bigint | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest total cost: everything paid less the principal." })
  maxTotalCost?: bigint | null;

  @IsOptional()
  @ArrayMaxSize(100)
  @Field(() => [ID], { nullable: true, description: "Lenders." })
  institutionIds?: string[] | null;

  @Field(() => [ProductCategory], { nullable: true, description: "Purposes." })
  categories?: ProductCategory[] | null;

  @Field(() => [RepaymentMethod], { nullable: true, description: "Repayment methods." })
  methods?: RepaymentMethod[] | null;

  @Field(() => [LicenceKind], { nullable: true, description: "Licences of the lender." })
  licenceKinds?: LicenceKind[] | null;
}

@InputType({ description: "A search to keep." })
export class SaveSearchInput {
  @Field(() => String, { description: "A name for it, 1 to 40 characters." })
  name: string;

  @ValidateNested()
  @Field(() => SavedSearchFilterInput, { description: "What it narrows by." })
  filter: SavedSearchFilterInput;

  @Field(() => ProductSort, { description: "The order of its list." })
  sort: ProductSort;

  @Field(() => Boolean, { description: "Whether to be told when a hit is new or has become cheaper." })
  isAlerting: boolean;

  @Field(() => String, {
    description: "8 to 128 characters of your choice; the same key answers with the same search.",
  })
  idempotencyKey: string;
}

@InputType({ description: "A change of a saved search; what is left out stays." })
export class ChangeSavedSearchInput {
  @Field(() => ID, { description: "The search." })
  savedSearchId: string;

  @Field(() => String, { nullable: true, description: "Its new name, 1 to 40 characters." })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Alerts on or off." })
  isAlerting?: boolean | null;
}

@InputType()
abstract class WhichSavedSearch {
  @Field(() => ID, { description: "The search." })
  savedSearchId: string;
}

@InputType({ description: "Which saved search is looked at." })
export class OpenSavedSearchInput extends WhichSavedSearch {}

@InputType({ description: "Which saved search goes." })
export class DeleteSavedSearchInput extends WhichSavedSearch {}
