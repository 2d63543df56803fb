import { Length, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { MoneyScalar } from "../../kernel/scalars/index.js";

@InputType({ description: "A payment." })
export class PayLoanInput {
  @Field(() => ID, { description: "Your loan." })
  @MaxLength(64)
  loanId: string;
  @Field(() => MoneyScalar, { description: "From 0.01 up to everything still owed, less what is being paid already." })
  amount: bigint;
  @Field(() => ID, { description: "One of your bound cards." })
  @MaxLength(64)
  bankCardId: string;
  @Field(() => String, {
    description: "Your own key for this intent, 8 to 128 characters: a repeat has no second effect.",
  })
  @Length(8, 128)
  idempotencyKey: string;
}
