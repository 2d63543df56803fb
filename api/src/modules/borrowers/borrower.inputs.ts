import { IsOptional, Length, MaxLength, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { DayScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { EducationLevel, EmploymentKind, HousingKind } from "./profile.states.js";

@InputType({ description: "An edit of the own profile: what is left out stays as it was, null clears it." })
export class SaveProfileInput {
  @Field(() => Int, { description: "The version the edit was made on; 0 before the first save." })
  @Min(0)
  version: number;

  @Field(() => EmploymentKind, { nullable: true, description: "How you earn your living." })
  employment?: EmploymentKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the employer or of the own business, up to 60 characters.",
  })
  @IsOptional()
  @MaxLength(60)
  employer?: string | null;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Income after tax in an ordinary month, up to 10 million yuan.",
  })
  monthlyIncome?: bigint | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Repayments of other debts in an ordinary month." })
  monthlyDebtPayment?: bigint | null;

  @Field(() => DayScalar, { nullable: true, description: "First day of the present employment; not in the future." })
  employedSince?: string | null;

  @Field(() => EducationLevel, { nullable: true, description: "Highest degree." })
  education?: EducationLevel | null;

  @Field(() => HousingKind, { nullable: true, description: "How you live." })
  housing?: HousingKind | null;

  @Field(() => String, { nullable: true, description: "Province of residence, by its full Chinese name." })
  @IsOptional()
  @MaxLength(20)
  province?: string | null;

  @Field(() => String, { nullable: true, description: "City of residence." })
  @IsOptional()
  @MaxLength(20)
  city?: string | null;

  @Field(() => String, { nullable: true, description: "Address of residence, up to 120 characters." })
  @IsOptional()
  @MaxLength(120)
  address?: string | null;

  @Field(() => String, { nullable: true, description: "Somebody to reach in an emergency." })
  @IsOptional()
  @MaxLength(30)
  emergencyContactName?: string | null;

  @Field(() => String, { nullable: true, description: "Their mainland mobile number." })
  @IsOptional()
  @MaxLength(20)
  emergencyContactPhone?: string | null;
}

@InputType({ description: "Who you are, as on the identity card." })
export class VerifyIdentityInput {
  @Field(() => String, { description: "Full name in Chinese characters." })
  @Length(1, 60)
  name: string;

  @Field(() => String, { description: "Identity number of 18 characters (GB 11643)." })
  @Length(1, 40)
  identityNumber: string;
}

@InputType({ description: "A bank card of your own." })
export class BindBankCardInput {
  @Field(() => String, { description: "16 to 19 digits; blanks are ignored." })
  @Length(1, 40)
  cardNumber: string;

  @Field(() => String, { description: "Your own id of this intent, 8 to 128 characters: the same key binds once." })
  @MaxLength(128)
  idempotencyKey: string;
}
