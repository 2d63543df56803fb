import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { InstitutionState, LicenceKind } from "./institution.states.js";

registerEnumType(LicenceKind, {
  name: "LicenceKind",
  description: "The licence a lender holds; the cap on yearly cost depends on it.",
  valuesConfig: {
    BANK: { description: "A bank." },
    CONSUMER_FINANCE: { description: "A consumer finance company." },
    MICRO_LENDER: { description: "A micro-loan company." },
  },
});

registerEnumType(InstitutionState, {
  name: "InstitutionState",
  description: "How far a lender has come on the platform.",
  valuesConfig: {
    APPLYING: { description: "Putting its papers together." },
    IN_REVIEW: { description: "Under review by the platform." },
    ACTIVE: { description: "Lending through the platform." },
    SUSPENDED: { description: "No new loans; running ones go on." },
    TERMINATED: { description: "Gone for good." },
  },
});

@ObjectType({ description: "A licensed lender.", simpleResolvers: true })
export class Institution {
  @Field(() => ID, { description: "Identifies the lender." })
  id: string;

  @Field(() => String, { description: "Its registered name." })
  name: string;

  @Field(() => String, { description: "What it is commonly called." })
  shortName: string;

  @Field(() => LicenceKind, { description: "Which licence it holds." })
  licenceKind: LicenceKind;

  @Field(() => String, { description: "Number of the licence." })
  licenceNumber: string;

  @Field(() => String, { description: "Unified social credit code, 18 characters (GB 32100)." })
  uscc: string;

  @Field(() => InstitutionState, { description: "How far it has come." })
  state: InstitutionState;

  @Field(() => String, { description: "Where borrowers can call." })
  servicePhone: string;

  @Field(() => String, { description: "Where borrowers can write." })
  contactEmail: string;

  @Field(() => String, { description: "One or two characters that stand for the name where there is no picture." })
  monogram: string;
}

export const InstitutionConnection = connectionType("Institution", () => Institution);

@ObjectType({ description: "Somebody who works for the viewer's institution.", simpleResolvers: true })
export class Member {
  @Field(() => ID, { description: "The account." })
  id: string;

  @Field(() => String, { description: "Their name." })
  displayName: string;

  @Field(() => MoneyScalar, { description: "Largest amount they may decide alone." })
  decisionLimit: bigint;
}
