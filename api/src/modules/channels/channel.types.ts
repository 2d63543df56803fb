import { Field, ID, ObjectType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";

@ObjectType({ description: "A partner that asks through the api.", simpleResolvers: true })
export class Channel {
  @Field(() => ID, { description: "Identifies the partner." })
  id: string;

  @Field(() => String, { description: "What it is called." })
  name: string;
}

@ObjectType({ description: "A partner's key, without its secret.", simpleResolvers: true })
export class PartnerKey {
  @Field(() => ID, { description: "Identifies the key." })
  id: string;

  @Field(() => String, { description: "How its token begins, to tell keys apart." })
  prefix: string;

  @Field(() => [String], { description: "What it may do." })
  scopes: string[];

  @Field(() => InstantScalar, { description: "When it was issued." })
  createdAt: Date;

  @Field(() => InstantScalar, {
    nullable: true,
    description: "From when on it is refused; null when it does not expire.",
  })
  expiresAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: "When it was last used, to about a minute." })
  lastUsedAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: "When it was revoked; null while it is not." })
  revokedAt: Date | null;
}

@ObjectType({ description: "A new key and its token.", simpleResolvers: true })
export class IssuePartnerKeyPayload {
  @Field(() => PartnerKey, { description: "The key." })
  key: PartnerKey;

  @Field(() => String, { description: "The secret to send as Authorization: Bearer. Shown this once; it is not kept." })
  token: string;
}
