import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { ActivityChoiceState, ActivityKind } from "./activity.states.js";

registerEnumType(ActivityKind, {
  name: "ActivityKind",
  description: "What a page may report that somebody did, once they agreed.",
  valuesConfig: {
    PRODUCT_VIEWED: { description: "Opened a product." },
    PRODUCT_DWELT: { description: "Stayed on a product, counted while the page was visible." },
    PRODUCT_COMPARED: { description: "Put a product beside others." },
    CALCULATOR_USED: { description: "Calculated a loan." },
    SEARCHED: { description: "Searched by amount, term or purpose." },
    FAVOURITED: { description: "Kept a product as a favourite." },
    APPLICATION_STARTED: { description: "Began an application for a product." },
  },
});

registerEnumType(ActivityChoiceState, {
  name: "ActivityChoiceState",
  description: "What somebody has said about recording and personalisation.",
  valuesConfig: {
    UNDECIDED: { description: "Nothing yet: nothing is recorded." },
    ALLOWED: { description: "Yes." },
    REFUSED: { description: "No, or withdrawn: nothing is recorded and nothing kept." },
  },
});

@ObjectType({ description: "The words somebody agrees to before anything is recorded.", simpleResolvers: true })
export class ActivityText {
  @Field(() => String, { description: "Title, in the reader's language." })
  title: string;

  @Field(() => [String], { description: "Paragraphs, in the reader's language; the Chinese ones bind." })
  paragraphs: string[];

  @Field(() => String, { description: "SHA-256 of the Chinese text in hex. Send it back with the choice." })
  hash: string;
}

@ObjectType({
  description: "A choice about recording and personalisation, and what it is about.",
  simpleResolvers: true,
})
export class ActivityChoice {
  @Field(() => ActivityChoiceState, { description: "Yes, no or not yet." })
  state: ActivityChoiceState;

  @Field(() => InstantScalar, { nullable: true, description: "When it was made." })
  decidedAt: Date | null;
}

@ObjectType({ description: "What became of a batch.", simpleResolvers: true })
export class RecordActivityPayload {
  @Field(() => Int, { description: "How many events were new and recorded." })
  recordedCount: number;
}
