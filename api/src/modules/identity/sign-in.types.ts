import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { CodePurpose } from "./code-challenge.states.js";
import { CallerKind, Viewer } from "./viewer.types.js";

registerEnumType(CodePurpose, {
  name: "CodePurpose",
  description: "What a code is asked for; it opens nothing else.",
  valuesConfig: {
    REGISTER: { description: "Making an account." },
    SIGN_IN: { description: "Signing in without a password." },
    RESET_PASSWORD: { description: "Setting a new password without the old one." },
    CHANGE_PHONE: { description: "Moving an account to another number: one code to each of the two." },
  },
});

@ObjectType({
  description: "A code is on its way. The answer is the same whether or not the number is registered.",
  simpleResolvers: true,
})
export class CodeRequest {
  @Field(() => ID, { description: "Goes back with the code." })
  challengeId: string;

  @Field(() => InstantScalar, { description: "Until when the code is good, by real time." })
  expiresAt: Date;

  @Field(() => Int, { description: "Seconds before another one may be asked for." })
  resendAfterSeconds: number;

  @Field(() => String, { description: "Where it went, masked." })
  phoneMasked: string;
}

@ObjectType({ description: "The second step of staff sign-in: a code from the authenticator.", simpleResolvers: true })
export class SecondFactorChallenge {
  @Field(() => ID, { description: "Goes back with the code." })
  challengeId: string;

  @Field(() => InstantScalar, { description: "Until when the step must be taken." })
  expiresAt: Date;
}

@ObjectType({ description: "Exactly one of the two: signed in, or one more step to take.", simpleResolvers: true })
export class SignInPayload {
  @Field(() => Viewer, { nullable: true, description: "Who is signed in now." })
  viewer: Viewer | null;

  @Field(() => SecondFactorChallenge, { nullable: true, description: "The step staff still have to take." })
  secondFactor: SecondFactorChallenge | null;
}

@ObjectType({
  description: "An invented person of the sandbox, with everything needed to sign in.",
  simpleResolvers: true,
})
export class DemoAccount {
  @Field(() => String, { description: "Name of the account for signInAsDemo." })
  key: string;

  @Field(() => CallerKind, { description: "What kind of caller it is." })
  kind: CallerKind;

  @Field(() => String, { description: "Role and name." })
  label: string;

  @Field(() => String, { description: "What to type as login." })
  login: string;

  @Field(() => String, { description: "What to type as password." })
  password: string;

  @Field(() => String, { nullable: true, description: "The authenticator's code of this moment; null for borrowers." })
  oneTimeCode: string | null;
}
