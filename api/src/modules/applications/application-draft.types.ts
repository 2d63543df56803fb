import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { DocumentKind, MissingKind } from "../borrowers/index.js";
import { LoanPurpose } from "./application.states.js";

@ObjectType({ description: "Something a product still wants before it can be applied for.", simpleResolvers: true })
export class MissingFact {
  @Field(() => MissingKind, { description: "What sort of thing." })
  kind: MissingKind;
  @Field(() => String, { description: "Name of the profile field, or of the step." })
  field: string;
  @Field(() => DocumentKind, { nullable: true, description: "For a document, which kind." })
  documentKind: DocumentKind | null;
  @Field(() => [String], { description: "Short names of the institutions that want it." })
  institutionNames: string[];
}

@ObjectType({
  description: "A kind of document a product wants, and the accepted one that satisfies it.",
  simpleResolvers: true,
})
export class RequiredDocument {
  @Field(() => DocumentKind, { description: "The kind." })
  kind: DocumentKind;
}

@ObjectType({ description: "One product of a draft.", simpleResolvers: true })
export class DraftItem {
  @Field(() => Boolean, { description: "Whether it will be submitted." })
  isSelected: boolean;
}

@ObjectType({
  description: "What a borrower is filling in; kept on the server, gone on from any device.",
  simpleResolvers: true,
})
export class ApplicationDraft {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => Int, { description: "Counts the saves." })
  version: number;
  @Field(() => MoneyScalar, { description: "Wanted." })
  amount: bigint;
  @Field(() => Int, { description: "Months." })
  termCount: number;
  @Field(() => RepaymentMethod, { nullable: true, description: "Null: each product's own first method." })
  method: RepaymentMethod | null;
  @Field(() => LoanPurpose, { description: "What for." })
  purpose: LoanPurpose;
  @Field(() => InstantScalar, { description: "Last save." })
  updatedAt: Date;
  @Field(() => InstantScalar, { description: "Gone by then, unless saved again." })
  expiresAt: Date;
  @Field(() => String, { description: "Where the form stands." })
  currentStep: string;
}
