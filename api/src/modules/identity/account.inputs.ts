import { IsOptional, Length, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { AccountKind, AccountState } from "./account.states.js";

@InputType({ description: "Which accounts to list." })
export class AccountFilter {
  @Field(() => AccountKind, { nullable: true, description: "Only this kind." })
  kind?: AccountKind | null;

  @Field(() => AccountState, { nullable: true, description: "Only this state." })
  state?: AccountState | null;

  @Field(() => String, {
    nullable: true,
    description: "A whole phone number or login, or a part of the name; at most 200 characters.",
  })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;
}

@InputType({ description: "Which account to freeze, and why." })
export class FreezeAccountInput {
  @Field(() => ID, { description: "The account; never your own." })
  accountId: string;

  @Field(() => String, { description: "Why; its owner's sessions end at once. At most 500 characters." })
  @Length(1, 500)
  reason: string;
}

@InputType({ description: "Which account to unfreeze, and why." })
export class UnfreezeAccountInput {
  @Field(() => ID, { description: "A frozen account." })
  accountId: string;

  @Field(() => String, { description: "Why; read by the second person. At most 500 characters." })
  @Length(1, 500)
  reason: string;
}
