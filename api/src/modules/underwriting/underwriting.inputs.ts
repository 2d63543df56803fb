import { RepaymentMethod } from "@daichao/finance";
import { ArrayMaxSize, ArrayUnique, IsOptional, Length, Max, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DocumentKind } from "../borrowers/index.js";
import { DecisionReason, DecisionVerdict, DeclineReason } from "./underwriting.states.js";

const KEY = "Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer.";

@InputType({ description: "A verdict on an application under review." })
export class DecideApplicationInput {
  @Field(() => ID, { description: "An application of your institution." })
  applicationId: string;
  @Field(() => Int, { description: "The version you read; CONFLICT when it changed since." })
  version: number;
  @Field(() => DecisionVerdict, { description: "The verdict." })
  verdict: DecisionVerdict;
  @Field(() => MoneyScalar, { nullable: true, description: "Counter-offer: principal. As asked for when left out." })
  amount?: bigint | null;
  @Field(() => RateScalar, { nullable: true, description: "Contract rate a year; the quoted one when left out." })
  annualRate?: number | null;
  @Field(() => Int, { nullable: true, description: "Counter-offer: months." })
  termCount?: number | null;
  @Field(() => RepaymentMethod, { nullable: true, description: "Counter-offer: repayment method." })
  method?: RepaymentMethod | null;
  @Field(() => [DecisionReason], { description: "For a refusal, at least one; the borrower reads them." })
  @ArrayMaxSize(9)
  @ArrayUnique()
  reasons: DecisionReason[];
  @Field(() => String, { nullable: true, description: "A word to the borrower, shown with an offer." })
  @MaxLength(300)
  comment?: string | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "One more document wanted from the borrower." })
export class RequestDocumentInput {
  @Field(() => ID, { description: "An application of your institution, under review." })
  applicationId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
  @Field(() => DocumentKind, { description: "What is wanted." })
  kind: DocumentKind;
  @Field(() => String, { description: "Why, for the borrower to read." })
  @Length(2, 300)
  reason: string;
  @Field(() => Int, { defaultValue: 7, description: "Days to answer; unanswered, the application expires." })
  @Min(1)
  @Max(60)
  dueInDays: number;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Terms to try on an application." })
export class PreviewDecisionInput {
  @Field(() => ID, { description: "An application of your institution." })
  applicationId: string;
  @Field(() => MoneyScalar, { description: "Principal." })
  amount: bigint;
  @Field(() => RateScalar, { description: "Contract rate a year." })
  annualRate: number;
  @Field(() => Int, { description: "Months." })
  termCount: number;
  @Field(() => RepaymentMethod, { description: "Repayment method." })
  method: RepaymentMethod;
}

@InputType({ description: "A person to look again after an automatic refusal." })
export class RequestHumanReviewInput {
  @Field(() => ID, { description: "Your refused application." })
  @MaxLength(64)
  applicationId: string;
  @Field(() => Int, { description: "The application's version you saw." })
  @Min(1)
  version: number;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Accepts an offer." })
export class AcceptOfferInput {
  @Field(() => ID, { description: "The open offer." })
  offerId: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      "Other applications of yours to withdraw in the same moment; one that has ended meanwhile stays as it is.",
  })
  @IsOptional()
  @ArrayMaxSize(50)
  withdrawing?: string[] | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Declines an offer." })
export class DeclineOfferInput {
  @Field(() => ID, { description: "The open offer." })
  offerId: string;
  @Field(() => DeclineReason, { nullable: true, description: "Why not." })
  reason?: DeclineReason | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}
