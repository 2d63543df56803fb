import { Field, ObjectType } from "type-graphql";
import { Product } from "./product.types.js";
import { Quote } from "./quote.types.js";

@ObjectType({
  description: "One product of a comparison, priced for the loan they are compared for.",
  simpleResolvers: true,
})
export class ComparedProduct {
  @Field(() => String, { description: "The id or readable address that was asked for." })
  key: string;

  @Field(() => Product, {
    nullable: true,
    description:
      "The product as last shown, no longer offered included (isAvailable false); null for one that was never published.",
  })
  product: Product | null;

  @Field(() => Quote, {
    nullable: true,
    description:
      "For the amount, term and method asked for, or the nearest the product offers (isAmountAdjusted); null where that loan would cost more than today's cap allows.",
  })
  quote: Quote | null;
}
