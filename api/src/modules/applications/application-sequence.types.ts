import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { SequenceGoal, SequenceState, SequenceStepState } from "./application-sequence.states.js";

registerEnumType(SequenceGoal, {
  name: "SequenceGoal",
  description: "What the order of a walk from lender to lender is made for.",
  valuesConfig: {
    LOWEST_COST: { description: "The cheaper loan first, unless it is hardly to be had." },
    FASTEST: { description: "The one that pays out sooner first." },
    SUREST: { description: "The likeliest approval first." },
  },
});
registerEnumType(SequenceState, {
  name: "SequenceState",
  description: "How a walk from lender to lender stands.",
  valuesConfig: {
    RUNNING: { description: "The next lender is asked once the one before has said no." },
    PAUSED: { description: "Nobody else is asked until it is resumed; `reason` says what stopped it, if not you." },
    ACCEPTED: { description: "An offer was taken; nobody else is asked." },
    EXHAUSTED: { description: "Every lender was asked or passed by." },
    CANCELLED: { description: "Ended by the borrower." },
  },
});
registerEnumType(SequenceStepState, {
  name: "SequenceStepState",
  description: "How one lender of a walk stands.",
  valuesConfig: {
    WAITING: { description: "Not asked: knows nothing and has no consent." },
    SENT: { description: "Has the application." },
    ENDED: { description: "Refused, expired, or the borrower withdrew or declined the offer." },
    ACCEPTED: { description: "Its offer was taken." },
    SKIPPED: { description: "Never asked: passed by, or no longer needed." },
  },
});

@ObjectType({ description: "One lender of a walk.", simpleResolvers: true })
export class SequenceStep {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => SequenceStepState, { description: "How it stands." })
  state: SequenceStepState;
  @Field(() => InstantScalar, { nullable: true, description: "When its application was sent, in business time." })
  sentAt: Date | null;
}

@ObjectType({ description: "Lenders asked one after another until one lends (逐家申请).", simpleResolvers: true })
export class ApplicationSequence {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => Int, { description: "Counts the writes; give it back with a change." })
  version: number;
  @Field(() => SequenceGoal, { description: "What the order was made for." })
  goal: SequenceGoal;
  @Field(() => SequenceState, { description: "How it stands." })
  state: SequenceState;
  @Field(() => InstantScalar, { description: "Business time of the start." })
  startedAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: "Business time of the end." })
  endedAt: Date | null;
}

@ObjectType({ description: "One turn of a plan.", simpleResolvers: true })
export class PlannedTurn {
  @Field(() => RateScalar, {
    nullable: true,
    description: "Chance of an approval as a share; null where nobody can tell.",
  })
  odds: number | null;
}

@ObjectType({
  description: "An order in which lenders could be asked, beside what asking all at once would mean.",
  simpleResolvers: true,
})
export class ApplicationPlan {
  @Field(() => SequenceGoal, { description: "What it is made for." })
  goal: SequenceGoal;
  @Field(() => Float, {
    description: "Credit checks to be expected one after another: asking stops at the first yes.",
  })
  expectedHardPulls: number;
  @Field(() => Int, { description: "Credit checks if all of them were asked at once." })
  parallelHardPulls: number;
  @Field(() => RateScalar, {
    nullable: true,
    description: "Chance that one of them approves; null where the odds of one are unknown.",
  })
  chance: number | null;
}

@ObjectType({
  description: "How many lenders may look into the borrower's credit file within a span of days.",
  simpleResolvers: true,
})
export class HardPulls {
  @Field(() => Int, { description: "The platform's limit." })
  limit: number;
  @Field(() => Int, { description: "Used within the last `windowDays`." })
  used: number;
  @Field(() => Int, { description: "Still to be had." })
  left: number;
  @Field(() => Int, { description: "Length of the span in days." })
  windowDays: number;
}

@ObjectType({
  description: "What repayments take from a month's income once this loan is added.",
  simpleResolvers: true,
})
export class DebtService {
  @Field(() => MoneyScalar, { description: "Monthly income, as stated." })
  income: bigint;
  @Field(() => MoneyScalar, {
    description:
      "Repayments a month today: on this platform, and elsewhere as declared or as the bureau says, whichever is more.",
  })
  presentMonthly: bigint;
  @Field(() => MoneyScalar, { description: "What this loan adds to an ordinary month." })
  newMonthly: bigint;
  @Field(() => RateScalar, { description: "Both over income, rounded up." })
  share: number;
  @Field(() => RateScalar, { description: "Above this the platform warns, and does not push." })
  limit: number;
  @Field(() => Boolean, { description: "Whether it is above." })
  isAboveLimit: boolean;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "At the same term, the most that keeps within the limit; null where all of it fits, or nothing does.",
  })
  largestAmount: bigint | null;
  @Field(() => Int, {
    nullable: true,
    description: "For the same amount, the shortest longer term that keeps within the limit; null likewise.",
  })
  fittingTerm: number | null;
}
