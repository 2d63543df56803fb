import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";

/** The kinds a caller can be; the house's own work is not among them. */
export const CallerKind = {
  ANONYMOUS: "ANONYMOUS",
  BORROWER: "BORROWER",
  INSTITUTION: "INSTITUTION",
  PLATFORM: "PLATFORM",
  CHANNEL: "CHANNEL",
} as const;
export type CallerKind = (typeof CallerKind)[keyof typeof CallerKind];

registerEnumType(CallerKind, {
  name: "ViewerKind",
  description: "What kind of caller somebody is.",
  valuesConfig: {
    ANONYMOUS: { description: "Not signed in." },
    BORROWER: { description: "A person who borrows." },
    INSTITUTION: { description: "Somebody who works for a lender." },
    PLATFORM: { description: "Somebody who works for the platform." },
    CHANNEL: { description: "A partner's key." },
  },
});

@ObjectType({ description: "Who is asking, and what they may do.", simpleResolvers: true })
export class Viewer {
  @Field(() => ID, { description: 'The account or channel; "anonymous" for a guest.' })
  id: string;

  @Field(() => CallerKind, { description: "What kind of caller this is." })
  kind: CallerKind;

  @Field(() => [String], { description: "Codes of everything they may do, sorted." })
  permissions: string[];

  @Field(() => Boolean, { description: "A frozen borrower may only read and repay." })
  isFrozen: boolean;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Largest amount an institution's reviewer may decide alone; null for everybody else.",
  })
  decisionLimit: bigint | null;
}

@ObjectType({ description: "One sign-in on one device.", simpleResolvers: true })
export class Session {
  @Field(() => ID, { description: "Identifies the session; it is not its secret." })
  id: string;

  @Field(() => InstantScalar, { description: "When it began." })
  startedAt: Date;

  @Field(() => InstantScalar, { description: "When it was last used, to about 30 seconds." })
  lastSeenAt: Date;

  @Field(() => String, { description: "Browser and system, as far as they are known." })
  device: string;

  @Field(() => String, { description: "The address it began from, masked." })
  ipMasked: string;

  @Field(() => Boolean, { description: "Whether it is the one asking." })
  isCurrent: boolean;
}
