import { Field, ID, Int, ObjectType } from "type-graphql";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";

@ObjectType({
  description: "What a credit bureau said about an applicant, for one application.",
  simpleResolvers: true,
})
export class CreditReport {
  @Field(() => ID, { description: "Identifies the report." })
  id: string;

  @Field(() => String, { description: "The bureau." })
  provider: string;

  @Field(() => Int, { description: "The bureau's score, 300 to 850; higher is better." })
  score: number;

  @Field(() => InstantScalar, { description: "When it was fetched, in business time." })
  fetchedAt: Date;

  @Field(() => Int, { description: "Loans not yet repaid, anywhere." })
  openLoanCount: number;

  @Field(() => MoneyScalar, { description: "What is still owed on them." })
  totalOutstanding: bigint;

  @Field(() => MoneyScalar, { description: "What they cost in an ordinary month." })
  monthlyObligation: bigint;

  @Field(() => Int, { description: "Longest delay of a payment in the last twelve months, in days." })
  worstDaysPastDue12Months: number;

  @Field(() => Int, { description: "Questions by lenders in the last 90 days." })
  hardQueries90Days: number;

  @Field(() => Int, { description: "Months since the first entry; 0 for a person without a file." })
  historyMonths: number;
}
