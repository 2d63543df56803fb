import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DayScalar, InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { EducationLevel, EmploymentKind, FactSource, HousingKind } from "./profile.states.js";

registerEnumType(EmploymentKind, {
  name: "EmploymentKind",
  description: "How a person earns their living.",
  valuesConfig: {
    EMPLOYED: { description: "Employed by a company." },
    SELF_EMPLOYED: { description: "Runs a business of their own." },
    PUBLIC_SECTOR: { description: "Civil service, schools, hospitals and other public bodies." },
    FREELANCE: { description: "Works for several clients without an employer." },
    STUDENT: { description: "In full-time education." },
    RETIRED: { description: "Draws a pension." },
    UNEMPLOYED: { description: "Without work at present." },
  },
});
registerEnumType(EducationLevel, {
  name: "EducationLevel",
  description: "Highest degree reached.",
  valuesConfig: {
    BELOW_HIGH_SCHOOL: { description: "Below high school." },
    HIGH_SCHOOL: { description: "High school or vocational school." },
    COLLEGE: { description: "Three-year college (大专)." },
    BACHELOR: { description: "Bachelor's degree." },
    MASTER_OR_ABOVE: { description: "Master's degree or higher." },
  },
});
registerEnumType(HousingKind, {
  name: "HousingKind",
  description: "How a person lives.",
  valuesConfig: {
    OWNED: { description: "Own home, paid off." },
    MORTGAGED: { description: "Own home with a mortgage." },
    RENTED: { description: "Rented." },
    FAMILY: { description: "With family." },
    OTHER: { description: "Anything else, such as a dormitory." },
  },
});
registerEnumType(FactSource, {
  name: "FactSource",
  description: "Where a fact comes from.",
  valuesConfig: {
    BORROWER: { description: "Said by the borrower." },
    IDENTITY_CHECK: { description: "Confirmed by the identity check." },
    DOCUMENT: { description: "Read from a document." },
    BUREAU: { description: "Reported by a credit bureau." },
    PRECHECK: { description: "Said by the borrower in a pre-check, before they registered." },
  },
});

@ObjectType({ description: "Origin and age of one fact of a profile.", simpleResolvers: true })
export class ProfileFact {
  @Field(() => String, { description: "Name of the field of Profile." })
  field: string;

  @Field(() => FactSource, { description: "Where it comes from." })
  source: FactSource;

  @Field(() => InstantScalar, { description: "When it was last said or confirmed, in business time." })
  recordedAt: Date;

  @Field(() => Boolean, {
    description: "Whether it is older than the platform's limit; an application then asks for it again.",
  })
  isStale: boolean;
}

@ObjectType({
  description: "What a borrower says about themselves. Every save is a new version; earlier ones are kept.",
  simpleResolvers: true,
})
export class Profile {
  @Field(() => Int, { description: "Number of saves so far; the next save must name it." })
  version: number;

  @Field(() => EmploymentKind, { nullable: true, description: "How they earn their living." })
  employment: EmploymentKind | null;

  @Field(() => String, { nullable: true, description: "Name of the employer or of the own business." })
  employer: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Income after tax in an ordinary month." })
  monthlyIncome: bigint | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Repayments of other debts in an ordinary month." })
  monthlyDebtPayment: bigint | null;

  @Field(() => DayScalar, { nullable: true, description: "First day of the present employment." })
  employedSince: string | null;

  @Field(() => EducationLevel, { nullable: true, description: "Highest degree." })
  education: EducationLevel | null;

  @Field(() => HousingKind, { nullable: true, description: "How they live." })
  housing: HousingKind | null;

  @Field(() => String, { nullable: true, description: "Province of residence, in the reader's language." })
  province: string | null;

  @Field(() => String, { nullable: true, description: "City of residence." })
  city: string | null;

  @Field(() => String, { nullable: true, description: "Address of residence, in the clear for its owner." })
  address: string | null;

  @Field(() => String, { nullable: true, description: "Somebody to reach in an emergency." })
  emergencyContactName: string | null;

  @Field(() => String, { nullable: true, description: "Their mobile number, middle digits hidden." })
  emergencyContactPhoneMasked: string | null;

  @Field(() => [ProfileFact], { description: "Origin and age of each fact that has been given." })
  facts: ProfileFact[];

  @Field(() => InstantScalar, { description: "When this version was saved." })
  updatedAt: Date;
}

@ObjectType({
  description: "A bank card the borrower has bound: money comes to it and is collected from it.",
  simpleResolvers: true,
})
export class BankCard {
  @Field(() => ID, { description: "Identifies the card towards this api; never its number." })
  id: string;

  @Field(() => String, { description: "Bank that issued it." })
  bankName: string;

  @Field(() => String, { description: "Last four digits." })
  numberMasked: string;

  @Field(() => InstantScalar, { description: "When its holder was checked and it was bound." })
  boundAt: Date;
}

@ObjectType({ description: "A person who borrows, as they see themselves.", simpleResolvers: true })
export class Borrower {
  @Field(() => ID, { description: "Same as the id of the account." })
  id: string;

  @Field(() => String, { nullable: true, description: "Verified name with all but the first character hidden." })
  nameMasked: string | null;

  @Field(() => String, { description: "Mobile number with the middle digits hidden." })
  phoneMasked: string;

  @Field(() => String, {
    nullable: true,
    description: "Verified identity number, first four and last two characters shown.",
  })
  identityNumberMasked: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: "When name, number and phone were found to be one person's.",
  })
  identityVerifiedAt: Date | null;
}
