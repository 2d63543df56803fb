import type { Day, OutstandingInstalment } from "@daichao/finance";
import { instantOf } from "../../kernel/clock/index.js";
import type { Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { QuoteValue } from "../catalog/index.js";
import type { ObligationService } from "../credit/index.js";
import { BankOrderKind, BankOrderState, type LedgerBulk } from "../ledger/index.js";
import { DisbursementState } from "./disbursement.states.js";
import { loanEvents } from "./lending.events.js";
import * as bulk from "./lending-bulk.repository.js";
import * as rules from "./loan.rules.js";
import { repaymentEntries } from "./loan.service.js";
import { InstalmentState, LoanState } from "./loan.states.js";
import type { InstalmentRow, LoanRow } from "./loan.tables.js";
import { loanRows, openingEntries, type PaidOut, untouched } from "./loan-opening.service.js";

/** A loan that was paid out on the first day of its quote. */
export interface PastLoan {
  readonly application: {
    readonly id: string;
    readonly borrowerId: string;
    readonly institutionId: string;
    readonly productId: string;
    readonly productVersionId: string;
  };
  readonly version: PaidOut["version"];
  readonly bankCardId: string;
  readonly quote: QuoteValue;
  /** Real time of the payout, for lists in order of time. */
  readonly paidOutAt: Date;
}

export type PastLoanRow = Pick<
  LoanRow,
  "id" | "borrowerId" | "institutionId" | "applicationId" | "bankCardId" | "startOn"
>;

export interface OwedLoan {
  readonly loan: LoanRow;
  readonly owed: readonly OutstandingInstalment[];
}

/** What one payment of the past cleared. */
export interface PastRepayment {
  readonly loanId: string;
  readonly paymentId: string;
  readonly eventId: string;
  readonly lines: readonly rules.RepaymentLine[];
  readonly paidOn: Day;
  readonly paidAt: Date;
}

const OBLIGATIONS_AT_ONCE = 1_000;

const eventOf = (
  { id: subjectId, borrowerId, institutionId }: Pick<LoanRow, "id" | "borrowerId" | "institutionId">,
  name: string,
  businessDay: Day,
  occurredAt: Date,
) => ({ id: newId(), name, businessDay, occurredAt, subjectId, borrowerId, institutionId });

/** Loans with their history in one go, every invariant kept: for the demo market and for benches. The transaction must be the system's. */
export class LendingBulk {
  constructor(
    private readonly ledgerBulk: LedgerBulk,
    private readonly obligations: ObligationService,
  ) {}

  /** Orders, payouts, loans, instalments, movements and events. The applications must stand in DISBURSED. */
  async insertLoans(tx: Tx, past: readonly PastLoan[]): Promise<PastLoanRow[]> {
    const made = past.map((loan) => this.rowsOf(loan));
    await this.ledgerBulk.insertOrders(
      tx,
      made.map(({ order }) => order),
    );
    await bulk.insertAll(tx, made);
    await this.weigh(
      tx,
      made.map(({ loan, instalments }) => rules.obligationOf(loan, untouched(instalments))),
    );
    await this.ledgerBulk.post(
      tx,
      made.map(({ posting }) => posting),
    );
    return made.map(({ loan }) => loan);
  }

  /** What each loan owes now and in which order payments clear it. */
  async owedBy(tx: Tx, loanIds: readonly string[]): Promise<OwedLoan[]> {
    const rows = await bulk.loansWith(tx, loanIds);
    return rows.map(({ loan, instalments }) => ({ loan, owed: rules.outstandingOf(instalments) }));
  }

  /** Applies what past payments cleared: movements, instalments, loans and events. Oldest payment of a loan first. */
  async applyRepayments(tx: Tx, repayments: readonly PastRepayment[]): Promise<void> {
    const byLoan = Map.groupBy(repayments, (repayment) => repayment.loanId);
    const changed = (await bulk.loansWith(tx, [...byLoan.keys()])).map(({ loan, instalments }) =>
      this.replay(loan, instalments, byLoan.get(loan.id) ?? []),
    );
    await this.ledgerBulk.post(
      tx,
      changed.flatMap(({ postings }) => postings),
    );
    await bulk.storePaid(tx, changed);
    await this.weigh(
      tx,
      changed.map(({ loan, instalments }) => rules.obligationOf(loan, instalments)),
    );
    await bulk.insertEvents(
      tx,
      changed.flatMap(({ events }) => events),
    );
  }

  /** Brings the states of the given loans to a business day, from what is paid. */
  async bringTo(tx: Tx, day: Day, loanIds: readonly string[]): Promise<void> {
    const late = await bulk.bringTo(tx, day, loanIds);
    const events = late.map((loan) => ({
      ...eventOf(loan, loanEvents.statusChanged.name, day, instantOf(day, 1)),
      facts: { loanId: loan.id, from: LoanState.ACTIVE, to: LoanState.OVERDUE, daysPastDue: loan.daysPastDue },
    }));
    await bulk.insertEvents(tx, events);
  }

  private async weigh(tx: Tx, found: readonly rules.LoanBurden[]): Promise<void> {
    for (let at = 0; at < found.length; at += OBLIGATIONS_AT_ONCE)
      await this.obligations.record(tx, found.slice(at, at + OBLIGATIONS_AT_ONCE));
  }

  private replay(loan: LoanRow, instalments: readonly InstalmentRow[], repayments: readonly PastRepayment[]) {
    let rows = [...instalments];
    const { id: loanId, borrowerId, institutionId } = loan;
    const events: bulk.PastEvent[] = [];
    const postings = repayments.map(({ lines, paymentId, eventId, paidOn, paidAt }) => {
      const entries = repaymentEntries(loan, rows, { paymentId, lines });
      rows = rules.withLines(rows, lines).map((row) => {
        const isPaid = rules.remainingOf(row) === 0n;
        return {
          ...row,
          state: isPaid ? InstalmentState.PAID : row.state,
          paidOn: isPaid ? (row.paidOn ?? paidOn) : null,
        };
      });
      const amount = lines.reduce((sum, line) => sum + line.amount, 0n).toString();
      const outstandingTotal = rules.loanStanding(loan.state, rows, paidOn).outstandingTotal.toString();
      const facts = { loanId, paymentId, amount, outstandingTotal };
      events.push({ ...eventOf(loan, loanEvents.repaid.name, paidOn, paidAt), facts });
      return { eventId, borrowerId, institutionId, on: paidOn, entries };
    });
    const last = repayments.at(-1);
    const standing = rules.loanStanding(loan.state, rows, last?.paidOn ?? loan.startOn);
    if (last && standing.state === LoanState.SETTLED) {
      const facts = { loanId, from: loan.state, to: standing.state, daysPastDue: 0 };
      events.push({ ...eventOf(loan, loanEvents.statusChanged.name, last.paidOn, last.paidAt), facts });
    }
    const state = standing.state === LoanState.SETTLED ? standing.state : loan.state;
    return { loan: { ...loan, ...standing, state, daysPastDue: 0 }, instalments: rows, postings, events };
  }

  private rowsOf({ application, version, bankCardId, quote, paidOutAt }: PastLoan) {
    const { borrowerId, institutionId } = application;
    const [disbursementId, orderId, eventId] = [newId(), newId(), newId()];
    const parties = { borrowerId, institutionId, bankCardId };
    const amount = quote.netDisbursed;
    const bankReference = `BK${orderId.slice(-12).toUpperCase()}`;
    const disbursement = { id: disbursementId, applicationId: application.id, ...parties };
    const { loan, instalments } = loanRows({ disbursement, contract: null, application, version, quote });
    return {
      order: {
        id: orderId,
        kind: BankOrderKind.DISBURSE,
        subjectId: disbursementId,
        amount,
        ...parties,
        state: BankOrderState.SUCCEEDED,
        bankReference,
        failure: null,
        createdAt: paidOutAt,
        settledAt: paidOutAt,
      },
      disbursement: {
        ...disbursement,
        contractId: null,
        state: DisbursementState.SUCCEEDED,
        amount,
        orderId,
        bankReference,
        requestedAt: paidOutAt,
        settledAt: paidOutAt,
      },
      loan: { ...loan, createdAt: paidOutAt },
      instalments,
      event: {
        id: eventId,
        name: loanEvents.opened.name,
        occurredAt: paidOutAt,
        businessDay: quote.startOn,
        subjectId: loan.id,
        borrowerId,
        institutionId,
        facts: {
          loanId: loan.id,
          applicationId: application.id,
          principal: quote.amount.toString(),
          startOn: quote.startOn,
        },
      },
      posting: { eventId, borrowerId, institutionId, on: quote.startOn, entries: openingEntries(loan, quote) },
    };
  }
}
