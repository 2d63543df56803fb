import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { ProductCategory, ProductSort } from "../catalog/index.js";
import { LicenceKind } from "../institutions/index.js";
import { ProductAlertKind } from "./saved-search.states.js";

registerEnumType(ProductAlertKind, {
  name: "ProductAlertKind",
  description: "What a change of the shelf was to somebody who waits for it.",
  valuesConfig: {
    NEW_MATCH: {
      description: "A product answers a saved search that did not before: it is new, or its terms changed.",
    },
    COST_FELL: { description: "The dearest annual cost of a favourite, or of a hit, fell." },
  },
});

@ObjectType({ description: "What a saved search narrows by; null and empty narrow nothing.", simpleResolvers: true })
export class SavedSearchFilter {
  @Field(() => String, { nullable: true, description: "Free text." })
  text: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Amount." })
  amount: bigint | null;

  @Field(() => Int, { nullable: true, description: "Term in months." })
  termCount: number | null;

  @Field(() => RateScalar, { nullable: true, description: "Highest annual cost." })
  maxAnnualCost: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest payment." })
  maxMonthlyPayment: bigint | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest total cost." })
  maxTotalCost: bigint | null;

  @Field(() => [ID], { nullable: true, description: "Lenders." })
  institutionIds: string[] | null;

  @Field(() => [ProductCategory], { nullable: true, description: "Purposes." })
  categories: ProductCategory[] | null;

  @Field(() => [RepaymentMethod], { nullable: true, description: "Repayment methods." })
  methods: RepaymentMethod[] | null;

  @Field(() => [LicenceKind], { nullable: true, description: "Licences of the lender." })
  licenceKinds: LicenceKind[] | null;
}

@ObjectType({
  description: "What happened to the first 100 hits of a search since it was last opened.",
  simpleResolvers: true,
})
export class SavedSearchChanges {
  @Field(() => Int, { description: "Hits that are new." })
  newCount: number;

  @Field(() => Int, { description: "Hits whose terms have changed." })
  changedCount: number;

  @Field(() => Int, { description: "Hits that are gone." })
  goneCount: number;
}

@ObjectType({ description: "A search somebody comes back to, or waits on.", simpleResolvers: true })
export class SavedSearch {
  @Field(() => ID, { description: "Identifies it." })
  id: string;

  @Field(() => String, { description: "Its owner's name for it." })
  name: string;

  @Field(() => ProductSort, { description: "The order of its list." })
  sort: ProductSort;

  @Field(() => Boolean, { description: "Whether its owner is told when a hit is new or has become cheaper." })
  isAlerting: boolean;

  @Field(() => InstantScalar, { description: "When it was last opened, in business time." })
  openedAt: Date;
}
