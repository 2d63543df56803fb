import { Field, ObjectType } from "type-graphql";
import { InstantScalar, RateScalar } from "../../kernel/scalars/index.js";
import { Product } from "../catalog/index.js";

@ObjectType({ description: "A product somebody keeps an eye on.", simpleResolvers: true })
export class Favourite {
  @Field(() => Product, { description: "As it is shown now; isAvailable is false once it cannot be applied for." })
  product: Product;

  @Field(() => InstantScalar, { description: "When it was added, in business time." })
  addedAt: Date;

  @Field(() => Boolean, { description: "Whether its terms have changed since." })
  hasChanged: boolean;

  @Field(() => RateScalar, {
    description: "Its dearest annual cost when it was added; compare with product.annualCost.",
  })
  annualCostMax: number;
}
