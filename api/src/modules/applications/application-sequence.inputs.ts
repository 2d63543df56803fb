import { ArrayMaxSize, ArrayUnique, Length } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { ConsentInput } from "./application.inputs.js";
import { SequenceGoal } from "./application-sequence.states.js";

@InputType({ description: "Asks the lenders of a draft one after another." })
export class StartSequenceInput {
  @Field(() => ID, { description: "Your draft; it is closed by this." })
  draftId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
  @Field(() => SequenceGoal, { description: "What the order was made for." })
  goal: SequenceGoal;
  @Field(() => [ID], { description: "Products of the draft, in the order of their turns." })
  @ArrayMaxSize(50)
  @ArrayUnique()
  productIds: string[];
  @Field(() => [ConsentInput], {
    description: "One for each institution. It is given when the institution's turn comes, and not before.",
  })
  @ArrayMaxSize(50)
  consents: ConsentInput[];
  @Field(() => String, {
    description: "Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer.",
  })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType()
abstract class WhichSequence {
  @Field(() => ID, { description: "Your walk." })
  sequenceId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
}

@InputType({ description: "Which walk waits." })
export class PauseSequenceInput extends WhichSequence {}

@InputType({ description: "Which walk ends." })
export class CancelSequenceInput extends WhichSequence {}

@InputType({ description: "Goes on with a walk that stands still." })
export class ResumeSequenceInput extends WhichSequence {
  @Field(() => [ConsentInput], { nullable: true, description: "Texts agreed to anew, where they have changed." })
  @ArrayMaxSize(50)
  consents?: ConsentInput[] | null;
}

@InputType({ description: "Another order for those who have not been asked." })
export class ReorderSequenceInput extends WhichSequence {
  @Field(() => [ID], { description: "Exactly the products that wait, in their new order." })
  @ArrayMaxSize(50)
  @ArrayUnique()
  productIds: string[];
}
