import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { markReaction } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import type { BankCardService } from "../borrowers/index.js";
import { BankOrderKind, type BankOrderRow, type BankOrderService, BankOrderState } from "../ledger/index.js";
import type { LendingService, LoanRow } from "../lending/index.js";
import { paymentErrors } from "./payment.errors.js";
import { paymentEvents } from "./payment.events.js";
import * as payments from "./payment.repository.js";
import { after, mustBePayable, type Preview, spread, totalOf } from "./payment.rules.js";
import { PaymentState, PENDING_STATES } from "./payment.states.js";
import type { PaymentRow } from "./payment.tables.js";

export interface PaymentWish {
  readonly loanId: string;
  /** Fen. */
  readonly amount: bigint;
  readonly bankCardId: string;
  readonly idempotencyKey: string;
}

export class PaymentService {
  constructor(
    private readonly kernel: Kernel,
    private readonly lending: LendingService,
    private readonly bankOrders: BankOrderService,
    private readonly bankCards: Pick<BankCardService, "find">,
  ) {}

  /**
   * What an amount would clear, after the payments that are under way: the same spreading as when it is applied.
   * @throws NOT_FOUND outside the viewer's scope; REPAYMENT_AMOUNT_NOT_POSITIVE.
   */
  async preview(reader: Reader, viewer: Viewer, loanId: string, amount: bigint): Promise<Preview> {
    const loan = await this.lending.loan(reader, viewer, loanId);
    if (amount <= 0n) throw paymentErrors.amountNotPositive();
    const owed = await this.lending.outstandingOf(reader, loanId);
    const pending = await payments.pendingOf(reader, loanId);
    return spread(after(owed, pending, loan.allocationOrder), amount, loan.allocationOrder);
  }

  /** @throws NOT_FOUND for what is missing or another's. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<PaymentRow> {
    const row = await payments.find(reader, scopeOf(viewer), id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /**
   * Takes a payment from a bound card, by order to the bank; a frozen borrower may. What payments under way may still
   * take is spoken for, so that no number of them together pays more than is owed. Answers the payment's id.
   * @throws REPAYMENT_ABOVE_OUTSTANDING, REPAYMENT_LOAN_ENDED, NOT_FOUND for another's loan or card; KEY_REUSED.
   */
  async pay(viewer: Viewer, wish: PaymentWish): Promise<string> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const { idempotencyKey: key, ...request } = wish;
    return this.kernel.db.write(system, (tx) =>
      once(tx, viewer, { key, operation: "payLoan", request }, async () => {
        const loan = await this.lending.lock(tx, viewer, wish.loanId);
        const card = await this.bankCards.find(tx, viewer, wish.bankCardId);
        if (loan.outstandingTotal === 0n) throw paymentErrors.loanEnded({ state: loan.state });
        const owed = totalOf(await this.lending.outstandingOf(tx, loan.id));
        mustBePayable(wish.amount, owed, await payments.pendingOf(tx, loan.id));
        return this.create(tx, viewer, loan, wish.amount, card.id);
      }),
    );
  }

  /** The bank's outcome of one order: applied in one transaction, once, or noted as failed. */
  async settle(reaction: string, eventId: string, orderId: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const { payment, order } = await this.behind(tx, orderId);
      if (!payment || !order) return;
      if (order.state === BankOrderState.SUCCEEDED) await this.apply(tx, payment, order);
      else if (order.state === BankOrderState.FAILED) await this.fail(tx, payment, order);
    });
  }

  /** The bank says something that cannot be: nothing is applied until it is clear. */
  async dispute(reaction: string, eventId: string, orderId: string, reason: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const { payment, order } = await this.behind(tx, orderId);
      if (!payment || order?.state !== BankOrderState.DISPUTED) return;
      const from = [PaymentState.CREATED, PaymentState.SENT, PaymentState.UNKNOWN];
      const moved = await payments.move(tx, payment.id, from, { state: PaymentState.DISPUTED }, false);
      if (!moved) return;
      const { id: paymentId, loanId } = payment;
      const facts = { paymentId, loanId, reason };
      await this.kernel.events.record(tx, system, paymentEvents.disputed, {
        ...audienceOf(payment),
        facts,
        diff: { state: [payment.state, PaymentState.DISPUTED] },
      });
    });
  }

  /** Wakes the pages that wait for a payment whose order the bank has taken, or may have. */
  async noteChange(reaction: string, eventId: string, orderId: string, state: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const { payment } = await this.behind(tx, orderId);
      if (!payment) return;
      const facts = { paymentId: payment.id, loanId: payment.loanId, state };
      await this.kernel.events.record(tx, system, paymentEvents.changed, { ...audienceOf(payment), facts });
    });
  }

  /** While the bank has not decided, a payment stands where its order stands. */
  stateOf(row: PaymentRow, order: Pick<BankOrderRow, "state"> | null): PaymentState {
    if (row.state !== PaymentState.CREATED || !order) return row.state;
    if (order.state === BankOrderState.SENT) return PaymentState.SENT;
    return order.state === BankOrderState.UNKNOWN ? PaymentState.UNKNOWN : row.state;
  }

  private async create(tx: Tx, viewer: Viewer, loan: LoanRow, amount: bigint, bankCardId: string): Promise<string> {
    const id = newId();
    const { id: loanId, borrowerId, institutionId } = loan;
    const parties = { borrowerId, institutionId, bankCardId, amount };
    const order = await this.bankOrders.request(tx, viewer, { kind: BankOrderKind.COLLECT, subjectId: id, ...parties });
    const payment = await payments.insert(tx, { id, loanId, orderId: order.id, ...parties });
    const facts = { paymentId: id, loanId, amount: amount.toString() };
    await this.kernel.events.record(tx, viewer, paymentEvents.created, { ...audienceOf(payment), facts });
    return id;
  }

  private async behind(tx: Tx, orderId: string): Promise<{ payment?: PaymentRow; order?: BankOrderRow }> {
    const order = await this.bankOrders.find(tx, orderId);
    if (order?.kind !== BankOrderKind.COLLECT) return {};
    return { order, payment: await payments.lock(tx, order.subjectId) };
  }

  private async apply(tx: Tx, payment: PaymentRow, order: BankOrderRow): Promise<void> {
    const { id: paymentId, loanId, borrowerId, institutionId, amount } = payment;
    const loan = await this.lending.lock(tx, system, loanId);
    const paidOn = this.kernel.clock.today();
    const { lines, unallocated } = spread(await this.lending.outstandingOf(tx, loanId), amount, loan.allocationOrder);
    if (unallocated > 0n) throw new Error(`payment ${paymentId} is more than loan ${loanId} owes`);
    const receiptNumber = `SK${paidOn.replaceAll("-", "")}-${paymentId.slice(-10).toUpperCase()}`;
    const outcome = { state: PaymentState.SUCCEEDED, bankReference: order.bankReference, receiptNumber, paidOn };
    if (!(await payments.move(tx, paymentId, PENDING_STATES, outcome, true))) return;
    const eventId = await this.kernel.events.record(tx, system, paymentEvents.settled, {
      ...audienceOf(payment),
      facts: { paymentId, loanId, amount: amount.toString(), receiptNumber },
      diff: { state: [payment.state, PaymentState.SUCCEEDED] },
    });
    await payments.insertLines(
      tx,
      lines.map((line) => ({ ...line, paymentId, loanId, borrowerId, institutionId })),
    );
    await this.lending.applyRepayment(tx, system, { loanId, paymentId, eventId, lines, paidOn });
  }

  private async fail(tx: Tx, payment: PaymentRow, order: BankOrderRow): Promise<void> {
    const failure = order.failure ?? "UNKNOWN";
    const outcome = { state: PaymentState.FAILED, failure, bankReference: order.bankReference };
    if (!(await payments.move(tx, payment.id, PENDING_STATES, outcome, true))) return;
    await this.kernel.events.record(tx, system, paymentEvents.failed, {
      ...audienceOf(payment),
      facts: { paymentId: payment.id, loanId: payment.loanId, failure },
      diff: { state: [payment.state, PaymentState.FAILED] },
    });
  }
}

const audienceOf = ({ id, borrowerId, institutionId }: PaymentRow) => ({
  subject: { type: "Payment", id },
  borrowerId,
  institutionId,
});
