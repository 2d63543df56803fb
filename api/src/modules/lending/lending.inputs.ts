import { Length, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { LoanState } from "./loan.states.js";
import "./lending.types.js";

@InputType({ description: "Which cost sheet to show." })
export class OpenDisclosureInput {
  @Field(() => ID, { description: "An application whose offer you accepted." })
  @MaxLength(64)
  applicationId: string;
}

@InputType({ description: "Which cost sheet was read." })
export class ConfirmDisclosureInput {
  @Field(() => ID, { description: "From `openDisclosure`." })
  @MaxLength(64)
  disclosureId: string;
}

@InputType({ description: "What is to be signed." })
export class RequestSigningCodeInput {
  @Field(() => ID, { description: "An application that waits for your signature." })
  @MaxLength(64)
  applicationId: string;
}

@InputType({ description: "A signature." })
export class SignContractInput {
  @Field(() => ID, { description: "What is signed." })
  @MaxLength(64)
  applicationId: string;
  @Field(() => ID, { description: "The cost sheet you confirmed." })
  @MaxLength(64)
  disclosureId: string;
  @Field(() => ID, { description: "From `requestSigningCode` for this application." })
  @MaxLength(64)
  challengeId: string;
  @Field(() => String, { description: "The six digits sent to your phone." })
  @Length(6, 6)
  code: string;
  @Field(() => String, { description: "Your name as it was verified." })
  @Length(1, 60)
  typedName: string;
  @Field(() => ID, { description: "One of your bound cards: the loan is paid out to it." })
  @MaxLength(64)
  bankCardId: string;
  @Field(() => String, {
    description: "Your own key for this intent, 8 to 128 characters: a repeat has no second effect.",
  })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Which contract to read before signing." })
export class PreviewContractInput {
  @Field(() => ID, { description: "The cost sheet of an application that waits for your signature." })
  @MaxLength(64)
  disclosureId: string;
  @Field(() => ID, { nullable: true, description: "The card you would sign with; without it the text names none." })
  @MaxLength(64)
  bankCardId?: string | null;
}

@InputType({ description: "Which card to let go." })
export class UnbindBankCardInput {
  @Field(() => ID, { description: "One of your bound cards." })
  @MaxLength(64)
  bankCardId: string;
}

@InputType({ description: "Which contract to open." })
export class OpenContractInput {
  @Field(() => ID, { description: "The contract." })
  @MaxLength(64)
  contractId: string;
}

@InputType({ description: "A failed payout to send again." })
export class RetryDisbursementInput {
  @Field(() => ID, { description: "An application in DISBURSE_FAILED." })
  @MaxLength(64)
  applicationId: string;
  @Field(() => Int, { description: "The application's version you saw." })
  @Min(1)
  version: number;
  @Field(() => String, {
    description: "Your own key for this intent, 8 to 128 characters: a repeat has no second effect.",
  })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Which loans to list." })
export class LoanFilter {
  @Field(() => [LoanState], { nullable: true, description: "Any of these states." })
  states?: LoanState[] | null;
  @Field(() => String, { nullable: true, description: "Part of a loan's number." })
  @MaxLength(200)
  text?: string | null;
}
