import type { Day } from "@daichao/finance";
import type { Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import { BankOrderKind, BankOrderState, type LedgerBulk } from "../ledger/index.js";
import type { LendingBulk, OwedLoan } from "../lending/index.js";
import { paymentEvents } from "./payment.events.js";
import { after, spread } from "./payment.rules.js";
import { PaymentState } from "./payment.states.js";
import * as bulk from "./payment-bulk.repository.js";

/** A payment that was taken and applied on its day. */
export interface PastPayment {
  readonly loanId: string;
  /** Fen. */
  readonly amount: bigint;
  readonly paidOn: Day;
  /** Real time, for lists in order of time. */
  readonly paidAt: Date;
}

/** Payments of the past in one go, every invariant kept: for the demo market and for benches. */
export class PaymentBulk {
  constructor(
    private readonly lendingBulk: LendingBulk,
    private readonly ledgerBulk: LedgerBulk,
  ) {}

  /**
   * Orders, payments, what they cleared, movements and events; a loan's payments oldest first. The transaction must be
   * the system's. Refuses (as a defect) a payment above what is owed.
   */
  async insertPayments(tx: Tx, past: readonly PastPayment[]): Promise<void> {
    const byLoan = Map.groupBy(past, (payment) => payment.loanId);
    const loans = await this.lendingBulk.owedBy(tx, [...byLoan.keys()]);
    const made = loans.flatMap((loan) => this.historyOf(loan, byLoan.get(loan.loan.id) ?? []));
    await this.ledgerBulk.insertOrders(
      tx,
      made.map(({ order }) => order),
    );
    await bulk.insertAll(tx, made);
    await this.lendingBulk.applyRepayments(
      tx,
      made.map(({ repayment }) => repayment),
    );
  }

  private historyOf({ loan, owed }: OwedLoan, past: readonly PastPayment[]) {
    let left = [...owed];
    return past.map((payment) => {
      const { lines, unallocated } = spread(left, payment.amount, loan.allocationOrder);
      if (unallocated > 0n) throw new Error(`a past payment is more than loan ${loan.id} owes`);
      left = after(left, payment.amount, loan.allocationOrder);
      return this.rowsOf(loan, payment, lines);
    });
  }

  private rowsOf(
    loan: OwedLoan["loan"],
    { amount, paidOn, paidAt }: PastPayment,
    lines: ReturnType<typeof spread>["lines"],
  ) {
    const { id: loanId, borrowerId, institutionId, bankCardId } = loan;
    const [paymentId, orderId, eventId] = [newId(), newId(), newId()];
    const parties = { borrowerId, institutionId, bankCardId };
    const bankReference = `BK${orderId.slice(-12).toUpperCase()}`;
    const receiptNumber = `SK${paidOn.replaceAll("-", "")}-${paymentId.slice(-10).toUpperCase()}`;
    const times = { createdAt: paidAt, settledAt: paidAt };
    const facts = { paymentId, loanId, amount: amount.toString(), receiptNumber };
    return {
      order: {
        id: orderId,
        kind: BankOrderKind.COLLECT,
        subjectId: paymentId,
        amount,
        ...parties,
        state: BankOrderState.SUCCEEDED,
        bankReference,
        failure: null,
        ...times,
      },
      payment: {
        id: paymentId,
        loanId,
        ...parties,
        amount,
        state: PaymentState.SUCCEEDED,
        orderId,
        bankReference,
        receiptNumber,
        paidOn,
        ...times,
      },
      lines: lines.map((line) => ({ ...line, paymentId, loanId, borrowerId, institutionId })),
      event: {
        id: eventId,
        name: paymentEvents.settled.name,
        occurredAt: paidAt,
        businessDay: paidOn,
        subjectId: paymentId,
        borrowerId,
        institutionId,
        facts,
      },
      repayment: { loanId, paymentId, eventId, lines, paidOn, paidAt },
    };
  }
}
