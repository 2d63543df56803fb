import { MaxLength } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { EmploymentKind } from "../borrowers/index.js";
import { AgeBand } from "./match.states.js";

@InputType({ description: "A wish and five answers. Nothing in it says who somebody is." })
export class RunPrecheckInput {
  @Field(() => MoneyScalar, { description: "Amount, 100 to 5,000,000 yuan." })
  amount: bigint;

  @Field(() => Int, { description: "Months, 1 to 360." })
  termCount: number;

  @Field(() => EmploymentKind, { description: "Kind of work." })
  employment: EmploymentKind;

  @Field(() => MoneyScalar, { description: "Monthly income." })
  monthlyIncome: bigint;

  @Field(() => MoneyScalar, { description: "What other debts take from a month; 0.00 where there are none." })
  monthlyDebtPayment: bigint;

  @Field(() => AgeBand, { description: "Age as a span." })
  ageBand: AgeBand;

  @Field(() => String, { description: "Province-level region by its two-digit code (GB/T 2260), such as 33." })
  @MaxLength(2)
  provinceCode: string;
}

@InputType({ description: "Which pre-check to take over." })
export class ClaimPrecheckInput {
  @Field(() => String, { description: "Its token." })
  @MaxLength(64)
  token: string;
}
