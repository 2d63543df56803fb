import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { ExpectedStep } from "./expected-time.states.js";

registerEnumType(ExpectedStep, {
  name: "ExpectedStep",
  description: "A stretch of an application's way whose usual length is known.",
  valuesConfig: {
    DECISION: { description: "From the submission to the first decision, by the model or a person." },
    REVIEW: { description: "From the automatic checks on to the decision: the time with people." },
    PAYOUT: { description: "From the signature to the money." },
  },
});

@ObjectType({
  description:
    "How long a stretch took in the last 90 business days, in working minutes (working days 09:00-18:00; time spent waiting for the borrower left out).",
  simpleResolvers: true,
})
export class ExpectedTime {
  @Field(() => ExpectedStep, { description: "Which stretch." })
  step: ExpectedStep;
  @Field(() => Int, { description: "Cases behind the figures; below 20 there are no figures." })
  caseCount: number;
  @Field(() => Int, { nullable: true, description: "Half of the cases took no longer (p50)." })
  medianMinutes: number | null;
  @Field(() => Int, { nullable: true, description: "Nine of ten took no longer (p90)." })
  ninetiethMinutes: number | null;
}

@ObjectType({
  description: "When the stretch an application is on may end, from what really happened at this institution.",
  simpleResolvers: true,
})
export class Forecast extends ExpectedTime {
  @Field(() => Int, { description: "Working minutes already spent on it." })
  elapsedMinutes: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      "Business time by which half of such cases have ended; null while the clock is stopped, once it has passed, and without figures.",
  })
  medianAt: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: "The same for nine of ten." })
  ninetiethAt: Date | null;
}
