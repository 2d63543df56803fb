import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageInfo } from "../../kernel/page/index.js";
import { ProductSort } from "./product.states.js";
import { Product } from "./product.types.js";
import { Quote } from "./quote.types.js";

registerEnumType(ProductSort, {
  name: "ProductSort",
  description: "Orders of a product list; ties stand by product id. Costs are those of the quote beside each product.",
  valuesConfig: {
    RELEVANCE: {
      description: "Best answer to the text, amount and term first, then by the dearest annual cost, low to high.",
    },
    TOTAL_COST: { description: "Interest and fees in yuan, low to high." },
    ANNUAL_COST: { description: "Annual cost, low to high." },
    MONTHLY_PAYMENT: { description: "Highest single payment, low to high." },
    AMOUNT_MAX: { description: "Largest amount offered, high to low." },
    SPEED: { description: "Hours to the money, few to many." },
    NEWEST: { description: "Last published first." },
  },
});

@ObjectType({ description: "One value to narrow the list by.", simpleResolvers: true })
export class FacetValue {
  @Field(() => String, { description: "The value to put into the filter." })
  value: string;

  @Field(() => String, { description: "Its name in Chinese." })
  label: string;

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

  @Field(() => Int, { description: "Version of the catalogue the page was made from; rises with every change." })
  catalogVersion: number;
}
