import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { CallerKind } from "../identity/index.js";
import { AccessPurpose, PersonalField } from "./access.states.js";

registerEnumType(AccessPurpose, {
  name: "AccessPurpose",
  description: "Why somebody looks at clear personal data.",
  valuesConfig: {
    IDENTITY_REVIEW: { description: "To check who the applicant is." },
    INCOME_REVIEW: { description: "To check what they earn." },
    CONTACT_APPLICANT: { description: "To call or write to them." },
    FRAUD_CHECK: { description: "To follow a suspicion." },
    COMPLAINT_HANDLING: { description: "To answer a complaint." },
    OWN_DATA: { description: "The borrower's own view; refused for staff." },
  },
});
registerEnumType(PersonalField, {
  name: "PersonalField",
  description: "A value that is hidden unless revealed.",
  valuesConfig: {
    NAME: { description: "Full name." },
    IDENTITY_NUMBER: { description: "All 18 characters." },
    PHONE: { description: "All eleven digits." },
    BANK_CARD: { description: "Number of the card bound last." },
    ADDRESS: { description: "Address of residence." },
    EMERGENCY_CONTACT: { description: "Name and number of the emergency contact." },
  },
});

@ObjectType({ description: "One look at a borrower's clear data, as the borrower may read it.", simpleResolvers: true })
export class AccessRecord {
  @Field(() => ID, { description: "Identifies the look." })
  id: string;

  @Field(() => CallerKind, { description: "Which side looked." })
  viewerKind: CallerKind;

  @Field(() => String, { description: "Name of the person who looked." })
  viewerName: string;

  @Field(() => String, { description: "PERSONAL_DATA or DOCUMENT." })
  subject: string;

  @Field(() => [PersonalField], { description: "Values revealed; empty for a document." })
  fields: PersonalField[];

  @Field(() => AccessPurpose, { description: "Why, as stated before looking." })
  purpose: AccessPurpose;

  @Field(() => ID, { nullable: true, description: "The application it was about." })
  applicationId: string | null;

  @Field(() => InstantScalar, { description: "When." })
  occurredAt: Date;
}

export const AccessRecordConnection = connectionType("AccessRecord", () => AccessRecord);

@ObjectType({
  description: "Clear values that were asked for; the rest is null. Forget them by expiresAt and never store them.",
  simpleResolvers: true,
})
export class PersonalData {
  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Full name." })
  name?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Identity number." })
  identityNumber?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Mobile number." })
  phone?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Number of the bank card bound last." })
  bankCard?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Address of residence." })
  address?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => String, { nullable: true, description: "Name and number of the emergency contact." })
  emergencyContact?: string | null;

  @Allow("personal-data:reveal")
  @Field(() => InstantScalar, { description: "When a page should hide them again." })
  expiresAt: Date;
}
