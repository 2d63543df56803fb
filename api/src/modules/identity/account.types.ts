import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { Approval } from "../settings/index.js";
import { AccountKind, AccountState } from "./account.states.js";

registerEnumType(AccountKind, {
  name: "AccountKind",
  description: "Whom an account belongs to.",
  valuesConfig: {
    BORROWER: { description: "A person who borrows." },
    INSTITUTION: { description: "Somebody who works for a lender." },
    PLATFORM: { description: "Somebody who works for the platform." },
  },
});

registerEnumType(AccountState, {
  name: "AccountState",
  description: "Whether an account may be used.",
  valuesConfig: {
    ACTIVE: { description: "In use." },
    FROZEN: { description: "Staff cannot sign in; borrowers can only read and repay." },
    PENDING: { description: "Not opened yet." },
    CLOSED: { description: "Ended for good." },
  },
});

@ObjectType({ description: "Something that may be done.", simpleResolvers: true })
export class Permission {
  @Field(() => String, { description: "Its code, noun:verb." })
  code: string;
}

@ObjectType({ description: "A set of permissions that a kind of account can be given.", simpleResolvers: true })
export class Role {
  @Field(() => ID, { description: "Identifies the role." })
  id: string;

  @Field(() => String, { description: "Its code, such as RISK_OFFICER." })
  code: string;

  @Field(() => AccountKind, { description: "Which kind of account may have it." })
  kind: AccountKind;
}

@ObjectType({ description: "Somebody who can sign in.", simpleResolvers: true })
export class Account {
  @Field(() => ID, { description: "Identifies the account; for a borrower it is also the borrower's id." })
  id: string;

  @Field(() => AccountKind, { description: "Whom it belongs to." })
  kind: AccountKind;

  @Field(() => AccountState, { description: "Whether it may be used." })
  state: AccountState;

  @Field(() => InstantScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => String, { nullable: true, description: "Why it is frozen; null when it is not." })
  freezeReason: string | null;
}

export const AccountConnection = connectionType("Account", () => Account);

@ObjectType({ description: "An account and the second person's turn to unfreeze it.", simpleResolvers: true })
export class UnfreezeAccountPayload {
  @Field(() => Account, { description: "The account, frozen until the second person agrees." })
  account: Account;

  @Field(() => Approval, { description: "What the second person decides." })
  approval: Approval;
}
