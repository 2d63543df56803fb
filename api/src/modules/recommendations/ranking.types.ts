import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { MatchCriterion, MatchVerdict, OddsBand } from "./match.states.js";
import { RankingBasis, RankReasonCode } from "./ranking.states.js";

registerEnumType(MatchCriterion, {
  name: "MatchCriterion",
  description: "What a product asks of a person and of the loan they want.",
  valuesConfig: {
    AMOUNT: { description: "Within the amounts it lends." },
    TERM: { description: "One of the terms it offers." },
    AGE: { description: "Within its ages." },
    INCOME: { description: "Its lowest monthly income." },
    EMPLOYMENT: { description: "Kinds of work it accepts." },
    EMPLOYED_MONTHS: { description: "Its shortest time in the present job." },
    PROVINCE: { description: "Provinces it serves." },
    DEBT_SHARE: { description: "The platform's limit on the share of income that repayments take." },
    REFUSAL: {
      description:
        "Its lender refused this person as much or less a short time ago (`matching.refusalDays`). It can still be applied for.",
    },
  },
});

registerEnumType(MatchVerdict, {
  name: "MatchVerdict",
  description: "Whether a criterion is met.",
  valuesConfig: {
    MET: { description: "符合." },
    NOT_MET: { description: "不符合." },
    UNKNOWN: { description: "待确认: a fact is not known yet; held against nobody." },
  },
});

registerEnumType(OddsBand, {
  name: "OddsBand",
  description: "How likely an approval is.",
  valuesConfig: {
    HIGH: { description: "高: 70 % or more." },
    MEDIUM: { description: "中: 40 % or more." },
    LOW: { description: "低: less." },
  },
});

registerEnumType(RankReasonCode, {
  name: "RankReasonCode",
  description: "What moved a product up in the order.",
  valuesConfig: {
    LIKELY_APPROVAL: { description: "An approval is likelier than for most." },
    LOW_COST: { description: "It costs less than most." },
    LIKE_VIEWED: { description: "It is, or is like, what this person took an interest in." },
    FITS_PURPOSE: { description: "It is made for the stated purpose." },
    OFFERS_TERM: { description: "It offers the term." },
    AMPLE_LIMIT: { description: "It lends well above the amount." },
    FEW_COMPLAINTS: { description: "Fewer of its customers complained." },
    FITS_NEED: { description: "Nothing sets it apart from the others but that it stands in the order at all." },
  },
});

registerEnumType(RankingBasis, {
  name: "RankingBasis",
  description: "Whose order it is.",
  valuesConfig: {
    PERSONAL: { description: "By this person's facts and interest, with their consent." },
    GUEST: { description: "Everybody's, because nobody is signed in." },
    SWITCHED_OFF: { description: "Everybody's, because this person has not agreed to a personal one." },
  },
});

@ObjectType({
  description: "How likely an approval is, told only where the institution's record bears it out. No promise.",
  simpleResolvers: true,
})
export class ApprovalOdds {
  @Field(() => Int, { description: "Chance of an offer, whole percent." })
  percent: number;

  @Field(() => OddsBand, { description: "The same in a word." })
  band: OddsBand;

  @Field(() => Boolean, {
    description: "Whether the word pre-approved is earned: as many were approved where as much had been promised.",
  })
  isPreApproved: boolean;
}

@ObjectType({ description: "One condition held against a person and a wish.", simpleResolvers: true })
export class MatchLine {
  @Field(() => MatchCriterion, { description: "Which." })
  criterion: MatchCriterion;

  @Field(() => MatchVerdict, { description: "Whether it is met." })
  verdict: MatchVerdict;
}

@ObjectType({ description: "How a product suits somebody for a wish.", simpleResolvers: true })
export class ProductMatch {
  @Field(() => Boolean, { description: "Whether no known condition stands in the way." })
  isMatch: boolean;

  @Field(() => ApprovalOdds, {
    nullable: true,
    description: "Null where it does not suit, or where odds are not told.",
  })
  odds: ApprovalOdds | null;
}

@ObjectType({ description: "Why a product stands where it stands.", simpleResolvers: true })
export class RankReason {
  @Field(() => RankReasonCode, { description: "Which." })
  code: RankReasonCode;
}

@ObjectType({ description: "A product of an order.", simpleResolvers: true })
export class RankedProduct {
  @Field(() => Int, { description: "Place, from 1." })
  place: number;

  @Field(() => Int, {
    nullable: true,
    description: "Place in the order everybody gets, which knows no person; null where it is not in that.",
  })
  guestPlace: number | null;

  @Field(() => Int, { description: "Points; the parts are in explainRank." })
  score: number;

  @Field(() => ApprovalOdds, { nullable: true, description: "Only in a personal order, and only where odds are told." })
  odds: ApprovalOdds | null;
}

@ObjectType({ description: "A product that lends the amount but does not suit, with why not.", simpleResolvers: true })
export class ExcludedProduct {
  @Field(() => [MatchLine], { description: "What stands in the way." })
  failures: MatchLine[];
}

@ObjectType({
  description: "An order of products for a wish, kept so that it can be explained. Placements are never part of it.",
  simpleResolvers: true,
})
export class Ranking {
  @Field(() => ID, { description: "The order's name; equal inputs give the same." })
  id: string;

  @Field(() => RankingBasis, { description: "Whose order." })
  basis: RankingBasis;

  @Field(() => Int, { nullable: true, description: "Version of the odds model behind it; null without one." })
  oddsModelVersion: number | null;

  @Field(() => Int, { description: "How many products were put in order." })
  candidateCount: number;

  @Field(() => [RankedProduct], { description: "Best first." })
  items: RankedProduct[];

  @Field(() => [ExcludedProduct], {
    description: "Up to 20 left out because a condition is not met; only in a personal order.",
  })
  excluded: ExcludedProduct[];
}

@ObjectType({ description: "One part of a score.", simpleResolvers: true })
export class RankPart {
  @Field(() => String, { description: "cost, affinity, purpose, term, limit or complaints." })
  term: string;

  @Field(() => Float, { description: "What was looked at, 0 to 1." })
  value: number;

  @Field(() => Float, { description: "How much it counts: a parameter." })
  weight: number;

  @Field(() => Int, { description: "Points: chance × weight × value × 1,000,000; complaints take points away." })
  points: number;
}

@ObjectType({ description: "What one fact or group did to the odds.", simpleResolvers: true })
export class OddsFactor {
  @Field(() => String, { description: "A feature, or category, institution, product." })
  name: string;

  @Field(() => Float, { description: "On the log odds; above 0 raises the chance." })
  effect: number;
}

@ObjectType({ description: "Something this person did that counted.", simpleResolvers: true })
export class CountedAct {
  @Field(() => ID, { description: "The product it was about." })
  productId: string;

  @Field(() => String, { description: "What was done." })
  kind: string;

  @Field(() => InstantScalar, { description: "When, in business time." })
  at: Date;

  @Field(() => Float, { description: "What it says on its day." })
  weight: number;

  @Field(() => Float, { description: "What was left of that: half after 14 days." })
  remaining: number;

  @Field(() => Float, { description: "Share of this product's affinity, 0 to 1." })
  share: number;
}

@ObjectType({
  description: "Why a product stood where it stood, worked out again from what was kept.",
  simpleResolvers: true,
})
export class RankExplanation {
  @Field(() => ID, { description: "The order." })
  rankingId: string;

  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => Boolean, { description: "Whether the order was a personal one." })
  isPersonalised: boolean;

  @Field(() => InstantScalar, { description: "When the order was first shown." })
  madeAt: Date;

  @Field(() => Int, { description: "Place, from 1." })
  place: number;

  @Field(() => Int, { nullable: true, description: "Place in the order everybody gets." })
  guestPlace: number | null;

  @Field(() => Int, { description: "How many products were put in order." })
  candidateCount: number;

  @Field(() => Int, { description: "Points: exactly the sum of the parts." })
  score: number;

  @Field(() => Float, { description: "Chance of approval that the parts were multiplied by, 0 to 1." })
  chance: number;

  @Field(() => [RankPart], { description: "The parts." })
  parts: RankPart[];

  @Field(() => [OddsFactor], { description: "What the chance was made of; empty without a model." })
  factors: OddsFactor[];

  @Field(() => [CountedAct], { description: "What this person did that counted for this product, most first." })
  acts: CountedAct[];

  @Field(() => Int, { nullable: true, description: "Version of the odds model." })
  oddsModelVersion: number | null;

  @Field(() => Boolean, { description: "Whether what was kept gave the shown order and chance again." })
  isRebuilt: boolean;
}
