import { Length, Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { CodePurpose } from "./code-challenge.states.js";

const SIX_DIGITS = /^\d{6}$/;

@InputType({ description: "Where to send a code, and what for." })
export class RequestCodeInput {
  @Field(() => String, { description: "A mainland mobile number, eleven digits." })
  @MaxLength(20)
  phone: string;

  @Field(() => CodePurpose, { description: "What the code is for." })
  purpose: CodePurpose;
}

@InputType({ description: "A new borrower's account." })
export class RegisterInput {
  @Field(() => ID, { description: "From requestCode with the purpose REGISTER." })
  challengeId: string;

  @Field(() => String, { description: "The six digits." })
  @Matches(SIX_DIGITS)
  code: string;

  @Field(() => String, { description: "8 to 64 characters; common ones are refused." })
  @Length(1, 200)
  password: string;

  @Field(() => Boolean, { description: "Must be true." })
  acceptsTerms: boolean;
}

@InputType({ description: "Sign-in with a password." })
export class SignInInput {
  @Field(() => String, { description: "Phone of a borrower, login name of staff." })
  @Length(1, 100)
  login: string;

  @Field(() => String, { description: "The password." })
  @Length(1, 200)
  password: string;
}

@InputType({ description: "The authenticator's code." })
export class VerifySecondFactorInput {
  @Field(() => ID, { description: "From signIn." })
  challengeId: string;

  @Field(() => String, { description: "The six digits the authenticator shows." })
  @Matches(SIX_DIGITS)
  code: string;
}

@InputType({ description: "Sign-in with a code." })
export class SignInWithCodeInput {
  @Field(() => ID, { description: "From requestCode with the purpose SIGN_IN." })
  challengeId: string;

  @Field(() => String, { description: "The six digits." })
  @Matches(SIX_DIGITS)
  code: string;
}

@InputType({ description: "Which demo account to be." })
export class SignInAsDemoInput {
  @Field(() => String, { description: "Its key from demoAccounts." })
  @Length(1, 100)
  key: string;
}
