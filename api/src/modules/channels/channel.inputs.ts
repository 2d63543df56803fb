import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { DayScalar } from "../../kernel/scalars/index.js";

@InputType({ description: "A key for a partner." })
export class IssuePartnerKeyInput {
  @Field(() => ID, { description: "The partner." })
  channelId: string;

  @Field(() => [String], { description: "What it may do: permissions that partners can hold, such as products:read." })
  @ArrayMaxSize(20)
  @MaxLength(60, { each: true })
  scopes: string[];

  @Field(() => DayScalar, {
    nullable: true,
    description: "Its last day; after today. Without it the key does not expire.",
  })
  expiresOn?: string | null;
}

@InputType({ description: "Which key to revoke." })
export class RevokePartnerKeyInput {
  @Field(() => ID, { description: "The key." })
  keyId: string;
}
