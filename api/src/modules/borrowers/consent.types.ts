import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { Institution } from "../institutions/index.js";
import { ConsentPurpose } from "./consent.states.js";

registerEnumType(ConsentPurpose, {
  name: "ConsentPurpose",
  description: "What an institution may use a borrower's data for.",
  valuesConfig: {
    CREDIT_REVIEW: { description: "To review one application, a bureau query included." },
    LOAN_SERVICING: { description: "To perform a loan contract." },
  },
});

@ObjectType({
  description:
    "The words a borrower agrees to before an institution sees anything: receiver, purpose, way, kinds of data.",
  simpleResolvers: true,
})
export class ConsentText {
  @Field(() => Institution, { description: "The receiver." })
  institution: Institution;

  @Field(() => ConsentPurpose, { description: "What for." })
  purpose: ConsentPurpose;

  @Field(() => String, { description: "Title, in the reader's language." })
  title: string;

  @Field(() => [String], { description: "Paragraphs, in the reader's language; the Chinese ones bind." })
  paragraphs: string[];

  @Field(() => [String], { description: "The Chinese paragraphs, which bind, whatever the reader's language." })
  bindingParagraphs: string[];

  @Field(() => String, {
    description:
      "SHA-256 of the Chinese text in hex. Send it back as the sign of agreement; a changed text is refused.",
  })
  hash: string;

  @Field(() => [String], { description: "Kinds of data that are given, in the reader's language." })
  dataKinds: string[];
}

@ObjectType({
  description: "One borrower's agreement that one institution uses their data for one purpose.",
  simpleResolvers: true,
})
export class Consent {
  @Field(() => ID, { description: "Identifies the consent." })
  id: string;

  @Field(() => ConsentPurpose, { description: "What for." })
  purpose: ConsentPurpose;

  @Field(() => String, { description: "Hash of the text agreed to." })
  textHash: string;

  @Field(() => InstantScalar, { description: "When it was given." })
  givenAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: "When the borrower took it back." })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why it stands no more." })
  endedReason: string | null;

  @Field(() => ID, { nullable: true, description: "The application it was given for." })
  applicationId: string | null;
}
