import { Max, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { ProductCategory } from "../catalog/index.js";

@InputType({ description: "What somebody wants to borrow." })
export class NeedInput {
  @Field(() => MoneyScalar, { description: "How much." })
  amount: bigint;

  @Field(() => Int, { description: "Over how many months, 1 to 360." })
  @Min(1)
  @Max(360)
  termCount: number;

  @Field(() => ProductCategory, { nullable: true, description: "What for; products made for it stand higher." })
  purpose?: ProductCategory | null;
}
