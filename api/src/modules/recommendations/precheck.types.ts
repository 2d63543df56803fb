import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DayScalar, InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { EmploymentKind } from "../borrowers/index.js";
import { AgeBand, OddsBand } from "./match.states.js";
import { ProductMatch } from "./ranking.types.js";

registerEnumType(AgeBand, {
  name: "AgeBand",
  description: "Age as a span of years.",
  valuesConfig: {
    FROM_18: { description: "18 to 22." },
    FROM_23: { description: "23 to 30." },
    FROM_31: { description: "31 to 40." },
    FROM_41: { description: "41 to 50." },
    FROM_51: { description: "51 to 60." },
    FROM_61: { description: "61 and above." },
  },
});

@ObjectType({ description: "A product held against the answers of a pre-check.", simpleResolvers: true })
export class PrecheckItem {
  @Field(() => ProductMatch, { description: "How it suits." })
  match: ProductMatch;
}

@ObjectType({
  description: "A changed wish that suits more products; counted anew product by product, not reckoned.",
  simpleResolvers: true,
})
export class PrecheckAdvice {
  @Field(() => MoneyScalar, { description: "Amount to wish for." })
  amount: bigint;

  @Field(() => Int, { description: "Months to wish for." })
  termCount: number;

  @Field(() => Int, { description: "Products that then suit." })
  matchCount: number;
}

@ObjectType({
  description:
    "Five answers and what they come to on today's shelf. No credit bureau was asked for it, no lender hears of it, and it is deleted after its last day.",
  simpleResolvers: true,
})
export class Precheck {
  @Field(() => String, { description: "Opens it again; whoever holds it may read the answers." })
  token: string;

  @Field(() => MoneyScalar, { description: "Amount wished for." })
  amount: bigint;

  @Field(() => Int, { description: "Months wished for." })
  termCount: number;

  @Field(() => EmploymentKind, { description: "Kind of work." })
  employment: EmploymentKind;

  @Field(() => MoneyScalar, { description: "Monthly income." })
  monthlyIncome: bigint;

  @Field(() => MoneyScalar, { description: "What other debts take from a month." })
  monthlyDebtPayment: bigint;

  @Field(() => AgeBand, { description: "Age as a span." })
  ageBand: AgeBand;

  @Field(() => String, { description: "Province-level region by its two-digit code (GB/T 2260)." })
  provinceCode: string;

  @Field(() => InstantScalar, { description: "When it was answered, in business time." })
  checkedAt: Date;

  @Field(() => DayScalar, { description: "Last day on which it can be read." })
  expiresOn: string;

  @Field(() => Boolean, { description: "Whether its answers belong to an account now." })
  isClaimed: boolean;

  @Field(() => OddsBand, {
    nullable: true,
    description: "Of the likeliest product; null where none tells its odds or none suits.",
  })
  band: OddsBand | null;

  @Field(() => Int, { description: "Products that suit." })
  matchCount: number;

  @Field(() => Int, { description: "Products looked at." })
  productCount: number;

  @Field(() => [PrecheckAdvice], { description: "Up to three changes of the wish, the most products first." })
  advice: PrecheckAdvice[];
}

@ObjectType({ description: "What claiming a pre-check brought into the profile.", simpleResolvers: true })
export class ClaimPrecheckPayload {
  @Field(() => [String], {
    description: "Fields of the profile that were filled; those with newer facts were left alone.",
  })
  fields: string[];
}
