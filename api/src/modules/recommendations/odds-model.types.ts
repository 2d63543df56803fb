import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { DayScalar, InstantScalar, RateScalar } from "../../kernel/scalars/index.js";
import { OddsFailure, OddsModelState, OddsSource } from "./odds-model.states.js";

registerEnumType(OddsModelState, {
  name: "OddsModelState",
  description: "Where a model stands.",
  valuesConfig: {
    ACTIVE: { description: "使用中: says the odds." },
    RETIRED: { description: "已替换: a newer one took its place." },
    FAILED: { description: "未通过: was not fit to be used; the one before stays." },
  },
});

registerEnumType(OddsFailure, {
  name: "OddsFailure",
  description: "Why a training gave no model.",
  valuesConfig: {
    WRONG_SIGN: { description: "The past says the opposite of what must hold, such as that income hurts." },
    NO_BETTER_THAN_CHANCE: { description: "It tells approvals from refusals no better than a coin." },
    TOO_FEW_DECISIONS: { description: "Too few decisions, or all of one kind." },
  },
});

registerEnumType(OddsSource, {
  name: "OddsSource",
  description: "Which outcomes a record counts.",
  valuesConfig: {
    HOLDOUT: { description: "Decisions newer than anything the model has learned from." },
    SHOWN: { description: "Odds that people were shown and then applied on." },
  },
});

@ObjectType({ description: "One stretch of promised odds beside what came of them.", simpleResolvers: true })
export class ReliabilityPoint {
  @Field(() => Int, { description: "How many cases." })
  count: number;

  @Field(() => Float, { description: "Mean chance promised, 0 to 1." })
  predicted: number;

  @Field(() => Float, { description: "Share approved, 0 to 1." })
  observed: number;

  @Field(() => Float, { description: "Lower end of the 95 % interval of that share." })
  low: number;

  @Field(() => Float, { description: "Upper end of the 95 % interval of that share." })
  high: number;
}

@ObjectType({ description: "How well odds were kept, by one institution or by all together.", simpleResolvers: true })
export class OddsRecord {
  @Field(() => ID, { description: "The record." })
  id: string;

  @Field(() => OddsSource, { description: "Which outcomes are counted." })
  source: OddsSource;

  @Field(() => Int, { description: "How many outcomes." })
  count: number;

  @Field(() => Float, { description: "Mean squared distance of promise and outcome; 0 is perfect, 0.25 is a coin." })
  brier: number;

  @Field(() => Float, { description: "Mean distance of promised and realised share, weighted by cases." })
  calibrationError: number;

  @Field(() => [ReliabilityPoint], { description: "From the least to the most likely." })
  points: ReliabilityPoint[];
}

@ObjectType({ description: "How the order did beside two simpler ones, on newer applications.", simpleResolvers: true })
export class RankingRecord {
  @Field(() => Int, { description: "How many wishes were judged." })
  wishCount: number;

  @Field(() => Float, { description: "NDCG@10 of the order: 1 when what was applied for stands first." })
  ndcg: number;

  @Field(() => Float, { description: "NDCG@10 of the most applied for first." })
  popularityNdcg: number;

  @Field(() => Float, { description: "NDCG@10 of the cheapest first." })
  cheapestNdcg: number;

  @Field(() => RateScalar, { description: "Mean annual cost of the first five." })
  topCost: number;

  @Field(() => RateScalar, { description: "Mean annual cost of the five most applied for." })
  popularityTopCost: number;
}

@ObjectType({ description: "One training of the odds of approval.", simpleResolvers: true })
export class OddsModel {
  @Field(() => ID, { description: "The run." })
  id: string;

  @Field(() => Int, { description: "Counts all runs, failed ones included." })
  version: number;

  @Field(() => OddsModelState, { description: "Where it stands." })
  state: OddsModelState;

  @Field(() => OddsFailure, { nullable: true, description: "Why it is not used; null where it is or was." })
  failure: OddsFailure | null;

  @Field(() => String, { nullable: true, description: "Features or figures the failure is about." })
  failureDetail: string | null;

  @Field(() => Int, { description: "Decided applications it was made from." })
  decisionCount: number;

  @Field(() => DayScalar, { description: "Business day of the run." })
  trainedOn: string;

  @Field(() => InstantScalar, { description: "When it was written." })
  createdAt: Date;
}

export const OddsModelConnection = connectionType("OddsModel", () => OddsModel);
