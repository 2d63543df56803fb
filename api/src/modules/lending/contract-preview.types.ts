import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export const ContractBlockKind = {
  HEADING: "HEADING",
  CLAUSES: "CLAUSES",
  NOTE: "NOTE",
  PARTIES: "PARTIES",
  FIGURES: "FIGURES",
  FACTS: "FACTS",
  TABLE: "TABLE",
} as const;
export type ContractBlockKind = (typeof ContractBlockKind)[keyof typeof ContractBlockKind];

registerEnumType(ContractBlockKind, {
  name: "ContractBlockKind",
  description: "How a part of a contract's paper is drawn.",
  valuesConfig: {
    HEADING: { description: "The heading of what follows: `lines` has one." },
    CLAUSES: { description: "Sentences, numbered where there is more than one: `lines`." },
    NOTE: { description: "A remark in small print: `lines` has one." },
    PARTIES: { description: "Parties beside each other: `groups`." },
    FIGURES: { description: "The figures that matter, large: one group." },
    FACTS: { description: "Words and what stands beside them: one group." },
    TABLE: { description: "`rows`: the first names the columns, the last adds them up." },
  },
});

@ObjectType({ description: "A word on a contract and what stands beside it.", simpleResolvers: true })
export class ContractFact {
  @Field(() => String, { description: "The word." })
  label: string;
  @Field(() => String, { description: "What stands beside it." })
  text: string;
}

@ObjectType({ description: "Facts of a contract that stand together.", simpleResolvers: true })
export class ContractFactGroup {
  @Field(() => String, { nullable: true, description: "Whose or what they are." })
  title: string | null;
  @Field(() => [ContractFact], { description: "In order." })
  facts: ContractFact[];
}

@ObjectType({ description: "A part of a contract's paper, in the contract's language.", simpleResolvers: true })
export class ContractBlock {
  @Field(() => ContractBlockKind, { description: "How it is drawn." })
  kind: ContractBlockKind;
  @Field(() => [String], { description: "Heading, sentences or remark; empty otherwise." })
  lines: readonly string[];
  @Field(() => [ContractFactGroup], { description: "Of parties, figures and facts; empty otherwise." })
  groups: readonly ContractFactGroup[];
  @Field(() => [[String]], { description: "Of a table; empty otherwise." })
  rows: readonly (readonly string[])[];
  @Field(() => Int, { description: "From this column on a table holds figures." })
  numericFrom: number;
}

@ObjectType({ description: "A contract's text as it would be signed now.", simpleResolvers: true })
export class ContractPreview {
  @Field(() => String, { description: "The number the contract will bear when it is signed today." })
  number: string;
  @Field(() => String, { description: "What it is called." })
  title: string;
  @Field(() => String, { description: "SHA-256 of its text: only the text that was shown can be signed." })
  paperHash: string;
  @Field(() => [ContractBlock], { description: "In reading order: what the PDF will say, word for word." })
  blocks: readonly ContractBlock[];
}
