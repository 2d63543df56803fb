import { Length, Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

const SIX_DIGITS = /^\d{6}$/;

@InputType({ description: "A new password by a code to the phone." })
export class ResetPasswordInput {
  @Field(() => ID, { description: "From requestCode with the purpose RESET_PASSWORD." })
  challengeId: string;

  @Field(() => String, { description: "The six digits." })
  @Matches(SIX_DIGITS)
  code: string;

  @Field(() => String, { description: "8 to 64 characters; not one of the last five." })
  @Length(1, 200)
  newPassword: string;
}

@InputType({ description: "A new password by the present one." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The present password." })
  @Length(1, 200)
  currentPassword: string;

  @Field(() => String, { description: "8 to 64 characters; not one of the last five." })
  @Length(1, 200)
  newPassword: string;
}

@InputType({ description: "Another number for the account, proved by a code to each of the two." })
export class ChangePhoneInput {
  @Field(() => ID, { description: "From requestCode to the present number with the purpose CHANGE_PHONE." })
  challengeId: string;

  @Field(() => String, { description: "The six digits sent to the present number." })
  @Matches(SIX_DIGITS)
  code: string;

  @Field(() => String, { description: "The new number, eleven digits." })
  @MaxLength(20)
  newPhone: string;

  @Field(() => ID, { description: "From requestCode to the new number with the purpose CHANGE_PHONE." })
  newChallengeId: string;

  @Field(() => String, { description: "The six digits sent to the new number." })
  @Matches(SIX_DIGITS)
  newCode: string;
}

@InputType({ description: "Which session to end." })
export class RevokeSessionInput {
  @Field(() => ID, { description: "One of your own sessions." })
  sessionId: string;
}
