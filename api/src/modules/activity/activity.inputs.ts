import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { ProductCategory } from "../catalog/index.js";
import { ActivityKind } from "./activity.states.js";

@InputType({ description: "A choice about recording and personalisation." })
export class SetActivityChoiceInput {
  @Field(() => Boolean, { description: "Yes or no. No erases what had been recorded." })
  isAllowed: boolean;

  @Field(() => String, { description: "Hash of the text that was shown; a changed text is refused." })
  textHash: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The random number of this browser, a uuid of its own making. A guest needs one; a borrower's yes takes that trail over, their no erases it.",
  })
  visitorId?: string | null;
}

@InputType({
  description: "One thing somebody did. Codes and numbers only: no words of a person have a place here.",
})
export class ActivityEventInput {
  @Field(() => ID, { description: "A uuid made by the page; the same id again is the same event." })
  id: string;

  @Field(() => ActivityKind, { description: "What was done; decides which fields it needs." })
  kind: ActivityKind;

  @Field(() => ID, {
    nullable: true,
    description: "The product; needed by all kinds but SEARCHED, CALCULATOR_USED may have one.",
  })
  productId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "With PRODUCT_DWELT: seconds during which the page was visible, 1 to 3600.",
  })
  seconds?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "With SEARCHED and CALCULATOR_USED: the amount." })
  amount?: bigint | null;

  @Field(() => Int, { nullable: true, description: "With SEARCHED and CALCULATOR_USED: the term in months." })
  termCount?: number | null;

  @Field(() => ProductCategory, { nullable: true, description: "With SEARCHED: the purpose." })
  category?: ProductCategory | null;
}

@InputType({ description: "A batch of events of one page." })
export class RecordActivityInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested()
  @Field(() => [ActivityEventInput], { description: "1 to 50 events." })
  events: ActivityEventInput[];

  @Field(() => ID, { nullable: true, description: "The number of this browser; needed by a guest only." })
  visitorId?: string | null;
}
