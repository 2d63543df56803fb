import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { RuleOutcome } from "../applications/index.js";
import {
  DecisionReason,
  DecisionVerdict,
  DeclineReason,
  OfferKind,
  OfferState,
  RuleResult,
} from "./underwriting.states.js";

registerEnumType(RuleResult, {
  name: "RuleResult",
  description: "Truth of a rule; a missing fact makes it unknown, and unknown never passes.",
  valuesConfig: {
    TRUE: { description: "It held." },
    FALSE: { description: "It did not hold." },
    UNKNOWN: { description: "A fact was missing." },
  },
});
registerEnumType(OfferKind, {
  name: "OfferKind",
  description: "How an offer relates to what was asked for.",
  valuesConfig: {
    AS_REQUESTED: { description: "Amount, term and method as asked for." },
    COUNTER_OFFER: { description: "Other terms." },
  },
});
registerEnumType(OfferState, {
  name: "OfferState",
  description: "Where an offer stands.",
  valuesConfig: {
    OPEN: { description: "Waits for the borrower." },
    ACCEPTED: { description: "Accepted; to be signed." },
    DECLINED: { description: "Declined by the borrower." },
    EXPIRED: { description: "Not answered, or not signed, in time." },
    WITHDRAWN: { description: "The application ended otherwise." },
  },
});
registerEnumType(DeclineReason, {
  name: "DeclineReason",
  description: "Why a borrower takes an offer not.",
  valuesConfig: {
    COST: { description: "成本偏高" },
    AMOUNT: { description: "金额不合适" },
    TERM: { description: "期限不合适" },
    OTHER_OFFER: { description: "选择了其他方案" },
    NO_NEED: { description: "不再需要借款" },
  },
});
registerEnumType(DecisionVerdict, {
  name: "DecisionVerdict",
  description: "What a reviewer decides.",
  valuesConfig: {
    APPROVE: { description: "As asked for." },
    COUNTER_OFFER: { description: "Other terms, within the product's range." },
    REJECT: { description: "Refuse, with at least one reason." },
  },
});
registerEnumType(DecisionReason, {
  name: "DecisionReason",
  description: "Why an application is refused; the borrower reads each in plain words.",
  valuesConfig: {
    INSUFFICIENT_INCOME: { description: "收入不足" },
    HIGH_OBLIGATIONS: { description: "负债较高" },
    SHORT_EMPLOYMENT: { description: "工作年限较短" },
    POOR_CREDIT_HISTORY: { description: "信用记录不佳" },
    TOO_MANY_ENQUIRIES: { description: "近期查询过多" },
    INCOMPLETE_DOCUMENTS: { description: "资料不完整" },
    UNVERIFIABLE_FACTS: { description: "信息无法核实" },
    OUT_OF_POLICY: { description: "不符合准入政策" },
    OTHER: { description: "其他" },
  },
});

@ObjectType({ description: "One reason of a refusal, safe for the borrower to read.", simpleResolvers: true })
export class RefusalReason {
  @Field(() => String, { description: "Its code." })
  code: string;
  @Field(() => String, { description: "In plain words, without thresholds or rule names." })
  text: string;
}

@ObjectType({
  description:
    "What would have lifted an automatic refusal: one change a person can make, tested on the model that refused.",
  simpleResolvers: true,
})
export class RefusalAdvice {
  @Field(() => String, { description: "Code of the reason it answers." })
  code: string;
  @Field(() => String, { description: "The change and what comes of it, in plain words." })
  text: string;
  @Field(() => Boolean, { description: "Whether this change alone lifts the refusal." })
  isEnough: boolean;
  @Field(() => MoneyScalar, { nullable: true, description: "Where the change is a smaller amount: which." })
  amount: bigint | null;
  @Field(() => Int, { nullable: true, description: "Where the change is another term: which, in months." })
  termCount: number | null;
}

@ObjectType({ description: "One step of an automatic assessment.", simpleResolvers: true })
export class TraceEntry {
  @Field(() => String, { description: "DERIVED, RULE, CARD, TABLE or TERMS." })
  stage: string;
  @Field(() => String, { description: "The rule, characteristic or row." })
  rule: string;
  @Field(() => String, { nullable: true, description: "The fact it looked at." })
  field: string | null;
  @Field(() => String, { nullable: true, description: "The fact's value, as text." })
  actual: string | null;
  @Field(() => String, { nullable: true, description: "How it was compared." })
  operator: string | null;
  @Field(() => String, { nullable: true, description: "With what, as text." })
  limit: string | null;
  @Field(() => RuleResult, { description: "Its truth." })
  result: RuleResult;
  @Field(() => Int, { nullable: true, description: "Points of a score card." })
  points: number | null;
  @Field(() => String, { description: "The step as a sentence for reviewers." })
  sentence: string;
}

@ObjectType({
  description:
    "What the institution's own model said, with everything needed to say it again. Never shown to borrowers.",
  simpleResolvers: true,
})
export class Assessment {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => RuleOutcome, { description: "Pass, refer or reject." })
  outcome: RuleOutcome;
  @Field(() => Int, { nullable: true, description: "Points of the institution's card; higher is better." })
  score: number | null;
  @Field(() => String, { nullable: true, description: "The card's band." })
  scoreBand: string | null;
  @Field(() => MoneyScalar, { nullable: true, description: "What the model would lend." })
  suggestedAmount: bigint | null;
  @Field(() => RateScalar, { nullable: true, description: "At which rate." })
  suggestedRate: number | null;
  @Field(() => Int, { nullable: true, description: "Over how many months." })
  suggestedTermCount: number | null;
  @Field(() => String, { description: "The model's name." })
  ruleSetName: string;
  @Field(() => Int, { description: "The model's version." })
  ruleSetVersion: number;
  @Field(() => String, { description: "SHA-256 of the model's canonical text." })
  ruleSetHash: string;
  @Field(() => InstantScalar, { description: "Business time." })
  assessedAt: Date;
  @Field(() => Int, { description: "How long the model took, in microseconds." })
  durationMicros: number;
}

@ObjectType({ description: "Terms an institution stands by until a moment.", simpleResolvers: true })
export class Offer {
  @Field(() => ID, { description: "For `acceptOffer` and `declineOffer`." })
  id: string;
  @Field(() => ID, { description: "The application it answers." })
  applicationId: string;
  @Field(() => OfferKind, { description: "As asked for, or other terms." })
  kind: OfferKind;
  @Field(() => OfferState, { description: "Where it stands." })
  state: OfferState;
  @Field(() => MoneyScalar, { description: "Principal offered." })
  amount: bigint;
  @Field(() => RateScalar, { description: "Contract rate a year; the yearly cost with fees stands in `quote`." })
  annualRate: number;
  @Field(() => Int, { description: "Months." })
  termCount: number;
  @Field(() => RepaymentMethod, { description: "How it is repaid." })
  method: RepaymentMethod;
  @Field(() => String, { nullable: true, description: "A word of the reviewer to the borrower." })
  comment: string | null;
  @Field(() => InstantScalar, { description: "Business time." })
  createdAt: Date;
  @Field(() => InstantScalar, {
    description: "Business time until which it can be accepted; then the application expires.",
  })
  expiresAt: Date;
  @Field(() => MoneyScalar, { description: "What had been asked for." })
  requestedAmount: bigint;
  @Field(() => Int, { description: "Months that had been asked for." })
  requestedTermCount: number;
}

@ObjectType({ description: "What came of a decision.", simpleResolvers: true })
export class DecideApplicationPayload {
  applicationId: string;
  approvalId: string | null;
}

@ObjectType({ description: "What a decision would mean, before it is made.", simpleResolvers: true })
export class DecisionPreview {
  @Field(() => Boolean, { description: "Whether the amount is above your own limit." })
  needsSecondPerson: boolean;
  @Field(() => MoneyScalar, { description: "The most you may decide alone." })
  decisionLimit: bigint;
}
