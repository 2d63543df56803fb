import { RepaymentMethod } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { DayScalar, InstantScalar, MoneyScalar, RateScalar } from "../../kernel/scalars/index.js";
import { DisbursementState } from "./disbursement.states.js";
import { InstalmentState, LoanState } from "./loan.states.js";

registerEnumType(LoanState, {
  name: "LoanState",
  description: "Where a loan stands.",
  valuesConfig: {
    ACTIVE: { description: "Nothing that is due is unpaid." },
    IN_GRACE: { description: "Something is due, within the days of grace." },
    OVERDUE: { description: "Something is unpaid after its due day." },
    RESTRUCTURED: { description: "Runs under a new plan." },
    SETTLED: { description: "Everything is paid." },
    EARLY_SETTLED: { description: "Paid off before its end under an early-settlement quote." },
    WRITTEN_OFF: { description: "Taken off the books; what comes in later is a recovery." },
  },
});
registerEnumType(InstalmentState, {
  name: "InstalmentState",
  description: "Where an instalment stands.",
  valuesConfig: {
    UPCOMING: { description: "Due on a later day." },
    DUE: { description: "Due today." },
    PARTLY_PAID: { description: "Paid in part, not overdue." },
    PAID: { description: "Paid in full." },
    OVERDUE: { description: "Unpaid after its due day." },
  },
});
registerEnumType(DisbursementState, {
  name: "DisbursementState",
  description: "Where a payout stands.",
  valuesConfig: {
    REQUESTED: { description: "The order is written; the bank is asked next." },
    SENT: { description: "The bank has the order." },
    SUCCEEDED: { description: "The money is with the borrower." },
    FAILED: { description: "The bank refused; it can be sent again." },
    UNKNOWN: { description: "The bank did not answer, or contradicts itself; it is asked until it is clear." },
  },
});

@ObjectType({ description: "The cost sheet of an accepted offer, as it was shown (R-03).", simpleResolvers: true })
export class CostDisclosure {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => ID, { description: "The application it is for." })
  applicationId: string;
  @Field(() => InstantScalar, { description: "Real time at which it was first shown." })
  openedAt: Date;
  @Field(() => Int, { description: "Seconds it must be open before it can be confirmed." })
  readingSeconds: number;
  @Field(() => InstantScalar, { nullable: true, description: "Real time of the confirmation." })
  confirmedAt: Date | null;
  @Field(() => String, { description: "SHA-256 of the sheet's text; stands in the contract." })
  sheetHash: string;
  institutionId: string;
  sheet: string;
}

@ObjectType({ description: "A signed contract.", simpleResolvers: true })
export class Contract {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => String, { description: "For people: `HT20261122-0A1B2C3D4E`." })
  number: string;
  @Field(() => InstantScalar, { description: "Real time of the signature." })
  signedAt: Date;
  @Field(() => String, { description: "SHA-256 of the PDF: `verifyContract` recognises it." })
  pdfSha256: string;
  @Field(() => String, {
    description: "SHA-256 of the loan terms; equal to the loan's `planHash` when signed and paid out on one day.",
  })
  termsHash: string;
  @Field(() => String, { description: "SHA-256 of the cost sheet that was confirmed." })
  sheetHash: string;
}

@ObjectType({ description: "Where to fetch a contract's PDF.", simpleResolvers: true })
export class ContractFile {
  @Field(() => Contract, { description: "The contract." })
  contract: Contract;
  @Field(() => String, { description: "Path on this server, for this session only." })
  url: string;
  @Field(() => InstantScalar, { description: "Real time after which the url is refused; one minute." })
  expiresAt: Date;
}

@ObjectType({ description: "Whether a file is a contract signed here.", simpleResolvers: true })
export class ContractVerification {
  @Field(() => Boolean, { description: "True when a contract with exactly these bytes was signed here." })
  isGenuine: boolean;
  @Field(() => String, { nullable: true, description: "Its number." })
  contractNumber: string | null;
  @Field(() => InstantScalar, { nullable: true, description: "Real time of its signature." })
  signedAt: Date | null;
}

@ObjectType({ description: "The payout of an application.", simpleResolvers: true })
export class Disbursement {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => MoneyScalar, { description: "What reaches the borrower: the principal less the fees kept back." })
  amount: bigint;
  @Field(() => String, { nullable: true, description: "The bank's own reference." })
  bankReference: string | null;
  @Field(() => String, { nullable: true, description: "Why the bank refused." })
  failure: string | null;
  @Field(() => InstantScalar, { description: "Real time of the first order." })
  requestedAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: "Real time of the bank's outcome." })
  settledAt: Date | null;
  orderId: string;
}

@ObjectType({ description: "One payment of the plan.", simpleResolvers: true })
export class Instalment {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => Int, { description: "1 for the first; 0 for upfront fees that are paid on top of the loan." })
  number: number;
  @Field(() => DayScalar, { description: "Payable on this day, after any holiday shift." })
  dueOn: string;
  @Field(() => DayScalar, { description: "The day before a holiday shift; interest runs to it." })
  scheduledDueOn: string;
  @Field(() => Boolean, {
    description: "False while the year's holidays are unpublished: the day may still move, amounts will not.",
  })
  isCalendarKnown: boolean;
  @Field(() => MoneyScalar, { description: "Principal in it." })
  principal: bigint;
  @Field(() => MoneyScalar, { description: "Interest in it." })
  interest: bigint;
  @Field(() => MoneyScalar, { description: "Fees in it." })
  fee: bigint;
  @Field(() => InstalmentState, { description: "Where it stands." })
  state: InstalmentState;
  @Field(() => DayScalar, { nullable: true, description: "Business day on which the last of it was paid." })
  paidOn: string | null;
  @Field(() => Int, { description: "Days since its due day while it is unpaid; 0 otherwise." })
  daysPastDue: number;
  paidPrincipal: bigint;
  paidInterest: bigint;
  paidFee: bigint;
}

@ObjectType({ description: "A loan that has been paid out.", simpleResolvers: true })
export class Loan {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => String, { description: "For people: `JJ20261122-0A1B2C3D4E`." })
  number: string;
  @Field(() => LoanState, { description: "Where it stands." })
  state: LoanState;
  @Field(() => MoneyScalar, { description: "What was lent." })
  principal: bigint;
  @Field(() => RateScalar, { description: "Contract rate." })
  annualRate: number;
  @Field(() => Int, { description: "Months." })
  termCount: number;
  @Field(() => RepaymentMethod, { description: "How it is repaid." })
  method: RepaymentMethod;
  @Field(() => DayScalar, { description: "Business day of the payout; interest runs from it." })
  startOn: string;
  @Field(() => DayScalar, { description: "Due day of the last instalment, as known when it was made." })
  maturesOn: string;
  @Field(() => MoneyScalar, { description: "Principal not yet repaid." })
  outstandingPrincipal: bigint;
  @Field(() => MoneyScalar, { description: "Everything paid towards it so far." })
  totalPaid: bigint;
  @Field(() => Int, {
    description: "Days since the due day of the oldest unpaid instalment; 0 when all that is due is paid.",
  })
  daysPastDue: number;
  @Field(() => String, { description: "SHA-256 of the terms from which the plan follows." })
  planHash: string;
  applicationId: string;
  contractId: string | null;
  borrowerId: string;
  institutionId: string;
  productVersionId: string;
  bankCardId: string;
}

export const LoanConnection = connectionType("Loan", () => Loan);
