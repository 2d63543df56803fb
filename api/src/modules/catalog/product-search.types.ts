import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageInfo } from "../../kernel/page/index.js";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { ProductCategory, ProductSort, SuggestionKind } from "./product.states.js";
import { Product } from "./product.types.js";
import { Quote } from "./quote.types.js";

registerEnumType(ProductSort, {
  name: "ProductSort",
  description: "Orders of a product list; ties stand by product id. Costs are those of the quote beside each product.",
  valuesConfig: {
    RELEVANCE: {
      description: "Best answer to the text, amount and term first, then by the dearest annual cost, low to high.",
    },
    TOTAL_COST: {
      description: "Interest and fees in yuan, low to high; products that do not lend the loan asked for come last.",
    },
    ANNUAL_COST: { description: "Annual cost, low to high." },
    MONTHLY_PAYMENT: {
      description: "Highest single payment, low to high; products that do not lend the loan asked for come last.",
    },
    AMOUNT_MAX: { description: "Largest amount offered, high to low." },
    SPEED: { description: "Hours to the money, few to many." },
    NEWEST: { description: "Last published first." },
  },
});

@ObjectType({ description: "One value to narrow the list by.", simpleResolvers: true })
export class FacetValue {
  @Field(() => String, { description: "The value to put into the filter." })
  value: string;

  @Field(() => Int, {
    description:
      "How many products the list would have with this value chosen alone, all other filters standing. Exact.",
  })
  count: number;
}

@ObjectType({ description: "Values to narrow the list by, with exact counts.", simpleResolvers: true })
export class ProductFacets {
  @Field(() => [FacetValue], { description: "By lender." })
  institutions: FacetValue[];

  @Field(() => [FacetValue], { description: "By purpose." })
  categories: FacetValue[];

  @Field(() => [FacetValue], { description: "By repayment method." })
  methods: FacetValue[];

  @Field(() => [FacetValue], { description: "By the lender's licence." })
  licenceKinds: FacetValue[];

  @Field(() => [FacetValue], { description: "By term in months." })
  termOptions: FacetValue[];
}

@ObjectType({
  description:
    "What a search text was taken to mean. Amount and term in it price and order the hits without excluding any.",
  simpleResolvers: true,
})
export class SearchReading {
  @Field(() => MoneyScalar, { nullable: true, description: "The amount named in the text." })
  amount: bigint | null;

  @Field(() => Int, { nullable: true, description: "The term named in the text, in months." })
  termCount: number | null;

  @Field(() => [ProductCategory], { description: "The purposes named in the text." })
  categories: ProductCategory[];

  @Field(() => [RepaymentMethod], { description: "The repayment methods named in the text." })
  methods: RepaymentMethod[];

  @Field(() => [String], {
    description: "Words that no product answers; beside words that are understood they do not count.",
  })
  ignored: string[];
}

registerEnumType(SuggestionKind, {
  name: "SuggestionKind",
  description: "What a suggestion is.",
  valuesConfig: {
    PURPOSE: { description: "A purpose." },
    LENDER: { description: "A lender." },
    PRODUCT: { description: "One product; follow its slug." },
    NEED: { description: "An amount or a term." },
  },
});

@ObjectType({ description: "One way to finish a search text.", simpleResolvers: true })
export class SearchSuggestion {
  @Field(() => SuggestionKind, { description: "What it is." })
  kind: SuggestionKind;

  @Field(() => String, { description: "The finished text to search for." })
  text: string;

  @Field(() => String, { description: "The completion alone, in the reader's language." })
  label: string;

  @Field(() => String, { nullable: true, description: "Of a product: its readable address." })
  slug: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many products the finished text finds; exact. Null for a product, an amount or a term.",
  })
  count: number | null;
}

@ObjectType({ description: "One Product in a list, with its cursor and its quote.", simpleResolvers: true })
export class ProductEdge {
  @Field(() => ID, { description: "Opaque position in the list; stays good when the item is gone." })
  cursor: string;

  @Field(() => Product, { description: "The product." })
  node: Product;

  @Field(() => Quote, {
    description: "For the amount and term asked for, or the product's nearest to 50,000 yuan over 12 months.",
  })
  quote: Quote;
}

@ObjectType({ description: "A page of products.", simpleResolvers: true })
export class ProductConnection {
  @Field(() => [ProductEdge], { description: "The items, in order." })
  edges: ProductEdge[];

  @Field(() => PageInfo, { description: "Where this page stands." })
  pageInfo: PageInfo;

  @Field(() => Int, { nullable: true, description: "Number of products in the whole list; exact." })
  totalCount: number | null;

  @Field(() => ProductFacets, { description: "Values to narrow the list by." })
  facets: ProductFacets;

  @Field(() => SearchReading, { nullable: true, description: "What the text was taken to mean; null without a text." })
  reading: SearchReading | null;

  @Field(() => Int, { description: "Version of the catalogue the page was made from; rises with every change." })
  catalogVersion: number;
}
