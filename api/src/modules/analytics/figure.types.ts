import { Field, Int, ObjectType } from "type-graphql";
import { DayScalar, InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";

@ObjectType({
  description: "The day's figures counted anew from the events, to hold beside the live ones.",
  simpleResolvers: true,
})
export class FigureRecount {
  @Field(() => Int, { description: "Applications submitted today." })
  applicationCount: number;

  @Field(() => Int, { description: "Applications approved today." })
  approvedCount: number;

  @Field(() => Int, { description: "Loans paid out today." })
  disbursedCount: number;

  @Field(() => MoneyScalar, { description: "Principal paid out today." })
  disbursedAmount: bigint;

  @Field(() => Int, { description: "Distinct accounts seen in the last two minutes." })
  peopleOnline: number;
}

@ObjectType({ description: "One business day of the trend.", simpleResolvers: true })
export class FigurePoint {
  @Field(() => InstantScalar, { description: "Start of the business day." })
  at: Date;

  @Field(() => Int, { description: "Applications submitted that day." })
  applicationCount: number;

  @Field(() => Int, { description: "Applications approved that day." })
  approvedCount: number;

  @Field(() => MoneyScalar, { description: "Principal paid out that day." })
  disbursedAmount: bigint;
}

@ObjectType({ description: "The platform's business day so far.", simpleResolvers: true })
export class PlatformFigures {
  @Field(() => DayScalar, { description: "The business day." })
  day: string;

  @Field(() => Int, { description: "Applications that reached SUBMITTED today." })
  applicationCount: number;

  @Field(() => Int, { description: "Applications that reached APPROVED today." })
  approvedCount: number;

  @Field(() => Int, { description: "Loans paid out today." })
  disbursedCount: number;

  @Field(() => MoneyScalar, { description: "Principal paid out today." })
  disbursedAmount: bigint;

  @Field(() => Int, { description: "Distinct signed-in accounts seen in the last two minutes." })
  peopleOnline: number;

  @Field(() => InstantScalar, { description: "When these figures were read, real time." })
  countedAt: Date;
}

@ObjectType({ description: "One business day of a report.", simpleResolvers: true })
export class BusinessDay {
  @Field(() => DayScalar, { description: "The business day." })
  day: string;

  @Field(() => Int, { description: "Applications submitted." })
  applicationCount: number;

  @Field(() => Int, { description: "Applications approved." })
  approvedCount: number;

  @Field(() => Int, { description: "Applications rejected." })
  rejectedCount: number;

  @Field(() => MoneyScalar, { description: "Principal paid out." })
  disbursedAmount: bigint;

  @Field(() => MoneyScalar, { description: "Money received from borrowers." })
  repaidAmount: bigint;
}

@ObjectType({ description: "A span of business days: an institution's own, or the platform's.", simpleResolvers: true })
export class BusinessFigures {
  @Field(() => DayScalar, { description: "First day, included." })
  from: string;

  @Field(() => DayScalar, { description: "Last day, included." })
  to: string;

  @Field(() => Int, { description: "Distinct applications that reached SUBMITTED in the span." })
  applicationCount: number;

  @Field(() => Int, { description: "Applications approved in the span, by decision date." })
  approvedCount: number;

  @Field(() => Int, { description: "Applications rejected in the span, by decision date." })
  rejectedCount: number;

  @Field(() => RateScalar, {
    nullable: true,
    description: "Approved of decided (approved and rejected), by decision date; null when nothing was decided.",
  })
  approvalRate: number | null;

  @Field(() => Int, { description: "Loans paid out in the span." })
  disbursedCount: number;

  @Field(() => MoneyScalar, { description: "Principal paid out in the span." })
  disbursedAmount: bigint;

  @Field(() => MoneyScalar, { description: "Money received from borrowers in the span." })
  repaidAmount: bigint;

  @Field(() => MoneyScalar, { description: "Principal outstanding now." })
  outstandingPrincipal: bigint;

  @Field(() => RateScalar, {
    nullable: true,
    description:
      "Outstanding principal of loans with any day past due, of all outstanding principal, now; null without loans.",
  })
  overdueRate: number | null;

  @Field(() => [BusinessDay], { description: "Day by day, oldest first; a day without business has no row." })
  days: readonly BusinessDay[];
}
