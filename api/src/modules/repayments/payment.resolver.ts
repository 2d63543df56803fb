import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { bankOrderById } from "../ledger/index.js";
import { Loan, type LoanRow } from "../lending/index.js";
import { PayLoanInput } from "./payment.inputs.js";
import { linesByPayment, paymentsByLoan } from "./payment.loaders.js";
import type { PaymentService } from "./payment.service.js";
import { PaymentState } from "./payment.states.js";
import type { PaymentLineRow, PaymentRow } from "./payment.tables.js";
import { AllocationLine, Payment, PaymentPreview } from "./payment.types.js";

@Resolver(() => Payment)
export class PaymentResolver {
  constructor(private readonly payments: PaymentService) {}

  @Allow("loan:read")
  @Query(() => PaymentPreview, {
    description: "What an amount would clear if it were paid now. Refused for 0.00; NOT_FOUND for another's loan.",
  })
  previewPayment(
    @Ctx() ctx: Context,
    @Arg("loanId", () => ID, { description: "The loan." }) loanId: string,
    @Arg("amount", () => MoneyScalar, { description: "How much." }) amount: bigint,
  ) {
    return this.payments.preview(ctx.reader, ctx.viewer, loanId, amount);
  }

  @Allow("loan:read")
  @Query(() => Payment, { nullable: true, description: "One payment; NOT_FOUND for another's." })
  payment(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "The payment." }) id: string): Promise<PaymentRow> {
    return this.payments.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("loan:repay")
  @Mutation(() => Payment, {
    description:
      "Pays towards a loan from a bound card; a frozen account may. Refused above what is owed and not being paid already.",
  })
  async payLoan(
    @Ctx() ctx: Context,
    @Arg("input", () => PayLoanInput, { description: "What to pay." }) input: PayLoanInput,
  ): Promise<PaymentRow> {
    const id = await this.payments.pay(ctx.viewer, { ...input });
    return this.payments.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("loan:read")
  @Subscription(() => Payment, {
    description: "One payment, each time it changes.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload, args }) => {
      const { subjectType, subjectId } = payload as LiveEvent;
      return subjectType === "Payment" && args.paymentId === subjectId;
    },
  })
  paymentChanged(
    @Root() event: LiveEvent,
    @Ctx() ctx: Context,
    @Arg("paymentId", () => ID, { description: "The payment." }) _paymentId: string,
  ): Promise<PaymentRow> {
    return this.payments.find(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => PaymentState, { description: "Where it stands." })
  async state(@Root() row: PaymentRow, @Ctx() ctx: Context): Promise<PaymentState> {
    return this.payments.stateOf(row, await ctx.load(bankOrderById, row.orderId));
  }

  @FieldResolver(() => [AllocationLine], { description: "What it cleared; empty until it is applied." })
  lines(@Root() row: PaymentRow, @Ctx() ctx: Context): Promise<PaymentLineRow[]> {
    return ctx.load(linesByPayment, row.id);
  }
}

/** What repayments adds to a loan. */
@Resolver(() => Loan)
export class LoanPaymentResolver {
  @FieldResolver(() => [Payment], { description: "Payments towards it, newest first." })
  payments(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<PaymentRow[]> {
    return ctx.load(paymentsByLoan, loan.id);
  }
}
