import { RepaymentMethod } from "@daichao/finance";
import { ArrayMaxSize, ArrayUnique, Length, Matches, Max, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { AccessPurpose, PersonalField } from "../borrowers/index.js";
import { ApplicationState, LoanPurpose, RuleOutcome } from "./application.states.js";

const KEY = "Your own key for this intent, 8 to 128 characters: sent again, it gives the first answer.";

@InputType({ description: "Which applications to list; everything given must hold." })
export class ApplicationFilter {
  @Field(() => [ApplicationState], { nullable: true, description: "In one of these states." })
  @ArrayMaxSize(20)
  states?: ApplicationState[] | null;
  @Field(() => Boolean, { nullable: true, description: "True: still under way. False: ended or paid out." })
  isOpen?: boolean | null;
  @Field(() => ID, { nullable: true, description: "For this product." })
  productId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Part of the number, the product's name or the masked name. At most 200 characters, none of them NUL.",
  })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: "True: only those in your own hands." })
  assignedToMe?: boolean | null;
  @Field(() => RuleOutcome, { nullable: true, description: "What the institution's model said." })
  outcome?: RuleOutcome | null;
}

@InputType({ description: "What to apply for, and where." })
export class CreateDraftInput {
  @Field(() => [ID], { description: "One to ten published products." })
  @ArrayMaxSize(50)
  productIds: string[];
  @Field(() => MoneyScalar, { description: "Wanted; above zero." })
  amount: bigint;
  @Field(() => Int, { description: "Months." })
  @Min(1)
  @Max(360)
  termCount: number;
  @Field(() => RepaymentMethod, { nullable: true, description: "Without it, each product's own first method." })
  method?: RepaymentMethod | null;
  @Field(() => LoanPurpose, { nullable: true, description: "What for; without it, what the products are made for." })
  purpose?: LoanPurpose | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "What changed in a draft; what is left out stays." })
export class SaveDraftInput {
  @Field(() => ID, { description: "Your draft." })
  draftId: string;
  @Field(() => Int, { description: "The version you read; CONFLICT when another device saved since." })
  version: number;
  @Field(() => MoneyScalar, { nullable: true, description: "Wanted." })
  amount?: bigint | null;
  @Field(() => Int, { nullable: true, description: "Months." })
  @Min(1)
  @Max(360)
  termCount?: number | null;
  @Field(() => RepaymentMethod, { nullable: true, description: "Null goes back to each product's own first method." })
  method?: RepaymentMethod | null;
  @Field(() => LoanPurpose, { nullable: true, description: "What for." })
  purpose?: LoanPurpose | null;
  @Field(() => [ID], { nullable: true, description: "Which of the draft's products are to be submitted." })
  @ArrayMaxSize(50)
  @ArrayUnique()
  selectedProductIds?: string[] | null;
  @Field(() => String, { nullable: true, description: "Where the form stands, so that another device opens it there." })
  @MaxLength(40)
  @Matches(/^[A-Z0-9_]+$/)
  currentStep?: string | null;
}

@InputType({ description: "A draft to throw away." })
export class DiscardDraftInput {
  @Field(() => ID, { description: "Your draft." })
  draftId: string;
}

@InputType({ description: "One consent: this institution may have the data, on this text." })
export class ConsentInput {
  @Field(() => ID, { description: "The receiver." })
  institutionId: string;
  @Field(() => String, { description: "Hash of the text you were shown, from `consentText`." })
  @Matches(/^[0-9a-f]{64}$/)
  textHash: string;
}

@InputType({ description: "Submits the selected products of a draft." })
export class SubmitApplicationsInput {
  @Field(() => ID, { description: "Your draft." })
  draftId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
  @Field(() => [ConsentInput], { description: "One for each institution; a product without one is refused." })
  @ArrayMaxSize(50)
  consents: ConsentInput[];
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Takes an application back." })
export class WithdrawApplicationInput {
  @Field(() => ID, { description: "Your application." })
  applicationId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
  @Field(() => String, { nullable: true, description: "Why; kept for yourself and the platform." })
  @MaxLength(300)
  reason?: string | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Answers a document request." })
export class AnswerDocumentRequestInput {
  @Field(() => ID, { description: "The open request." })
  requestId: string;
  @Field(() => ID, { description: "One of your accepted documents, of the kind asked for." })
  documentId: string;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}

@InputType({ description: "Takes an application into your hands, or puts it back." })
export class AssignApplicationInput {
  @Field(() => ID, { description: "An application of your institution, under review." })
  applicationId: string;
  @Field(() => Int, { description: "The version you read." })
  version: number;
  @Field(() => Boolean, { defaultValue: true, description: "False puts it back into the queue." })
  toMe: boolean;
}

@InputType({ description: "Asks for clear personal data behind an application." })
export class RevealPersonalDataInput {
  @Field(() => ID, { description: "An application of your scope, with a standing consent." })
  applicationId: string;
  @Field(() => [PersonalField], { description: "What you need, and no more." })
  @ArrayMaxSize(6)
  @ArrayUnique()
  fields: PersonalField[];
  @Field(() => AccessPurpose, { description: "Why; the borrower reads it." })
  purpose: AccessPurpose;
}

@InputType({ description: "Opens a document." })
export class OpenDocumentInput {
  @Field(() => ID, { description: "The document." })
  documentId: string;
  @Field(() => ID, { nullable: true, description: "For staff: the application it stands behind." })
  applicationId?: string | null;
  @Field(() => AccessPurpose, { description: "Why; OWN_DATA for the borrower." })
  purpose: AccessPurpose;
}

@InputType({ description: "Takes a consent back." })
export class WithdrawConsentInput {
  @Field(() => ID, { description: "Your consent." })
  consentId: string;
}

@InputType({ description: "Begins an ended application anew." })
export class ReopenApplicationInput {
  @Field(() => ID, { description: "Your refused, withdrawn, expired or cancelled application." })
  @MaxLength(64)
  applicationId: string;
  @Field(() => MoneyScalar, { nullable: true, description: "Another amount than the one asked for then." })
  amount?: bigint | null;
  @Field(() => Int, { nullable: true, description: "Another term, in months." })
  @Min(1)
  @Max(360)
  termCount?: number | null;
  @Field(() => String, { description: KEY })
  @Length(8, 128)
  idempotencyKey: string;
}
