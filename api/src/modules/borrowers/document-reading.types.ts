import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { CardField, ReadingState } from "./document-reading.states.js";

registerEnumType(ReadingState, {
  name: "ReadingState",
  description: "How far the reading of an identity photo has come.",
  valuesConfig: {
    PENDING: { description: "Being read; seconds, usually." },
    READ: { description: "Something was read." },
    UNREADABLE: { description: "Nothing on it could be made out: fill the form by hand, or take another photo." },
    UNAVAILABLE: { description: "The reader did not answer: fill the form by hand." },
  },
});
registerEnumType(CardField, {
  name: "CardField",
  description: "What can be read off an identity card.",
  valuesConfig: {
    NAME: { description: "Full name." },
    IDENTITY_NUMBER: { description: "The number of 18 characters." },
    AUTHORITY: { description: "Who issued it." },
    VALID_UNTIL: { description: "Last day it is valid, or 长期." },
  },
});

@ObjectType({ description: "One value as it was read off an identity card.", simpleResolvers: true })
export class ReadFact {
  @Field(() => CardField, { description: "What it is." })
  field: CardField;

  @Field(() => String, { description: "The value: in the clear for the person it is about, masked for staff." })
  value: string;

  @Field(() => Int, { description: "0 to 100: how sure the reader is." })
  confidence: number;

  @Field(() => Boolean, { description: "Whether that is below the platform's limit: it has to be looked at." })
  isUncertain: boolean;

  @Field(() => Boolean, {
    description: "Whether it can be true at all; a number that fails GB 11643 was misread, or is on no real card.",
  })
  isSound: boolean;

  @Field(() => Boolean, { description: "For VALID_UNTIL, whether that day has passed." })
  isLapsed: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is what the person verified; null before they did, and for what nobody is asked.",
  })
  agrees: boolean | null;
}

@ObjectType({ description: "What a reader made of one identity photo.", simpleResolvers: true })
export class DocumentReading {
  @Field(() => InstantScalar, { nullable: true, description: "When it ended." })
  readAt: Date | null;
}
