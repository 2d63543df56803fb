import { AllocationComponent } from "@daichao/finance";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { PaymentState } from "./payment.states.js";

registerEnumType(PaymentState, {
  name: "PaymentState",
  description: "Where a payment stands.",
  valuesConfig: {
    CREATED: { description: "Written; the bank is asked next." },
    SENT: { description: "The bank has it." },
    SUCCEEDED: { description: "Taken and applied to the loan." },
    FAILED: { description: "The bank refused; nothing was taken." },
    UNKNOWN: { description: "The bank did not answer; it is asked until it is clear." },
    DISPUTED: { description: "The bank reports something that does not fit; not applied until it is clear." },
  },
});
registerEnumType(AllocationComponent, {
  name: "AllocationComponent",
  description: "What a part of a payment clears.",
  valuesConfig: {
    PENALTY: { description: "Penalty interest." },
    FEE: { description: "Fees of the instalment." },
    INTEREST: { description: "Interest of the instalment." },
    PRINCIPAL: { description: "Principal of the instalment." },
  },
});

@ObjectType({ description: "One thing a payment clears.", simpleResolvers: true })
export class AllocationLine {
  @Field(() => Int, { description: "Number of the instalment; 0 for upfront fees paid on top." })
  instalmentNumber: number;
  @Field(() => AllocationComponent, { description: "Which part of it." })
  component: AllocationComponent;
  @Field(() => MoneyScalar, { description: "How much of it." })
  amount: bigint;
}

@ObjectType({ description: "What an amount would clear, after payments that are under way.", simpleResolvers: true })
export class PaymentPreview {
  @Field(() => MoneyScalar, { description: "The amount asked about." })
  amount: bigint;
  @Field(() => [AllocationLine], { description: "The oldest instalment first." })
  lines: AllocationLine[];
  @Field(() => MoneyScalar, { description: "What would be left over; `payLoan` refuses such an amount." })
  unallocated: bigint;
  @Field(() => MoneyScalar, { description: "Principal still owed afterwards." })
  outstandingPrincipalAfter: bigint;
}

@ObjectType({ description: "One payment towards a loan.", simpleResolvers: true })
export class Payment {
  @Field(() => ID, { description: "Opaque." })
  id: string;
  @Field(() => ID, { description: "The loan it is for." })
  loanId: string;
  @Field(() => MoneyScalar, { description: "How much." })
  amount: bigint;
  @Field(() => String, { nullable: true, description: "The bank's own reference." })
  bankReference: string | null;
  @Field(() => String, { nullable: true, description: "Why the bank refused." })
  failure: string | null;
  @Field(() => InstantScalar, { description: "Real time of the order." })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: "Real time of the outcome." })
  settledAt: Date | null;
  @Field(() => String, { nullable: true, description: "For people, once it was applied: `SK20261122-0A1B2C3D4E`." })
  receiptNumber: string | null;
  orderId: string;
}
