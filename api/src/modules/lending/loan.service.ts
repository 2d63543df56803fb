import type { Day, OutstandingInstalment } from "@daichao/finance";
import { shiftDueDay } from "../../kernel/calendar/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import type { ObligationService } from "../credit/index.js";
import {
  type AccountKey,
  AccountKind,
  AccountOwner,
  type Entry,
  type LedgerService,
  TransferKind,
} from "../ledger/index.js";
import { loanEvents } from "./lending.events.js";
import * as loans from "./loan.repository.js";
import * as rules from "./loan.rules.js";
import { isRunning } from "./loan.states.js";
import type { FeeLine, InstalmentRow, LoanRow } from "./loan.tables.js";
import * as lists from "./loan-list.repository.js";

const WEIGHED_AT_ONCE = 500;

export interface Repayment {
  readonly loanId: string;
  readonly paymentId: string;
  /** The event of the payment: the movements of money carry it. */
  readonly eventId: string;
  readonly lines: readonly rules.RepaymentLine[];
  readonly paidOn: Day;
}

/** The account that receives a fee line. */
export function payeeAccount(line: Pick<FeeLine, "payee" | "payeeName">, institutionId: string): AccountKey {
  const kind = AccountKind.FEE_INCOME;
  if (line.payee === "INSTITUTION") return { ownerKind: AccountOwner.INSTITUTION, ownerId: institutionId, kind };
  if (line.payee === "GUARANTOR") return { ownerKind: AccountOwner.GUARANTOR, ownerId: line.payeeName, kind };
  return { ownerKind: AccountOwner.PLATFORM, ownerId: "daichao", kind };
}

export class LendingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly ledger: LedgerService,
    private readonly obligations: ObligationService,
  ) {}

  /** @throws NOT_FOUND for what is missing or another's. */
  async loan(reader: Reader | Tx, viewer: Viewer, id: string): Promise<LoanRow> {
    const row = await loans.find(reader, scopeOf(viewer), id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** Last day on which a loan can be given back without a penalty; null where none was agreed. */
  coolingOffEnd({ startOn }: LoanRow, terms: { readonly coolingOffDays: number } | null): Day | null {
    return rules.coolingOffEnd(startOn, terms?.coolingOffDays ?? 0);
  }

  /** Newest first. @throws INVALID_INPUT on a search text that no number could contain. */
  async page(reader: Reader, viewer: Viewer, wish: lists.LoanWish, request: PageRequest): Promise<Page<LoanRow>> {
    const text = wish.text?.trim() || null;
    if (text && (text.length > 200 || text.includes("\u0000")))
      throw kernelErrors.invalidInput({ rule: "isLength", min: 1, max: 200 }, "filter.text");
    return lists.pageOfScope(reader, scopeOf(viewer), { ...wish, text }, request);
  }

  /** Holds a loan until the transaction ends, so that what is owed cannot change meanwhile. */
  async lock(tx: Tx, viewer: Viewer, id: string): Promise<LoanRow> {
    await this.loan(tx, viewer, id);
    const row = await loans.lock(tx, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** What is owed on each unpaid instalment, oldest first, not yet due ones included. Fen. */
  async outstandingOf(reader: Reader | Tx, loanId: string): Promise<OutstandingInstalment[]> {
    return rules.outstandingOf(await loans.instalmentsOf(reader, [loanId]));
  }

  /**
   * Applies what a payment clears: instalments, loan, movements of money and events, in the caller's transaction (the
   * system's). The database refuses a line that would pay more than is owed, and a payment that was applied before.
   */
  async applyRepayment(tx: Tx, viewer: Viewer, repayment: Repayment): Promise<LoanRow> {
    const { loanId, lines, paidOn } = repayment;
    const loan = await loans.lock(tx, loanId);
    if (!loan) throw kernelErrors.notFound();
    const before = await loans.instalmentsOf(tx, [loanId]);
    const after = rules.withLines(before, lines);
    await this.ledger.post(tx, {
      eventId: repayment.eventId,
      borrowerId: loan.borrowerId,
      institutionId: loan.institutionId,
      on: paidOn,
      entries: repaymentEntries(loan, before, repayment),
    });
    const settled = await this.store(tx, viewer, loan, before, after, paidOn);
    const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
    await this.kernel.events.record(tx, viewer, loanEvents.repaid, {
      ...audienceOf(loan),
      facts: {
        loanId,
        paymentId: repayment.paymentId,
        amount: amount.toString(),
        outstandingTotal: settled.outstandingTotal.toString(),
      },
    });
    return settled;
  }

  /** Brings the states and days past due of a loan to a business day. Safe to repeat. */
  async bringTo(day: Day, loanId: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      const loan = await loans.lock(tx, loanId);
      if (!loan || !isRunning(loan.state)) return;
      const rows = await loans.instalmentsOf(tx, [loanId]);
      await this.store(tx, system, loan, rows, rows, day);
    });
  }

  /** Loans with something due on a business day or before it, unpaid. */
  dueOn(day: Day): Promise<string[]> {
    return this.kernel.db.read(system, (reader) => loans.withSomethingDue(reader, day));
  }

  /** Gives instalments of a year whose holidays have been published since their shifted days; amounts stay. */
  async resolveUnknownDays(): Promise<number> {
    const ids = await this.kernel.db.read(system, (reader) => loans.withUnknownDays(reader));
    let count = 0;
    for (const id of ids) count += await this.kernel.db.write(system, (tx) => this.resolveDaysOf(tx, id));
    return count;
  }

  /**
   * Puts loans on their borrowers' record that are not on it: those written before the record was kept. Answers how
   * many; one count each where none is missing. Safe to repeat.
   */
  async weighUnknown(): Promise<number> {
    const isWhole = await this.kernel.db.read(
      system,
      async (reader) => (await loans.count(reader)) === (await this.obligations.count(reader)),
    );
    if (isWhole) return 0;
    let found = 0;
    for (let after: string | null = null; ; ) {
      const page = await this.kernel.db.read(system, (reader) => loans.idsAfter(reader, after, WEIGHED_AT_ONCE));
      if (page.length > 0) found += await this.weighAmong(page);
      if (page.length < WEIGHED_AT_ONCE) return found;
      after = page.at(-1) ?? null;
    }
  }

  private weighAmong(ids: readonly string[]): Promise<number> {
    return this.kernel.db.write(system, async (tx) => {
      const unknown = await this.obligations.unknownAmong(tx, ids);
      if (unknown.length === 0) return 0;
      // Held against a payment that would write the newer word at this very moment.
      const held = await loans.lockAll(tx, unknown);
      const rows = Map.groupBy(await loans.instalmentsOf(tx, unknown), ({ loanId }) => loanId);
      const owed = held.map((loan) => rules.obligationOf(loan, rows.get(loan.id) ?? []));
      await this.obligations.record(tx, owed);
      return unknown.length;
    });
  }

  private async resolveDaysOf(tx: Tx, loanId: string): Promise<number> {
    const loan = await loans.lock(tx, loanId);
    if (!loan) return 0;
    let count = 0;
    for (const row of await loans.instalmentsOf(tx, [loanId])) {
      if (row.isCalendarKnown || row.state === "PAID") continue;
      const { day, isCalendarKnown } = shiftDueDay(row.scheduledDueOn, loan.dueShift);
      if (!isCalendarKnown) continue;
      await loans.changeInstalment(tx, row.id, { dueOn: day, isCalendarKnown });
      count += 1;
    }
    const facts = { loanId, count };
    if (count > 0)
      await this.kernel.events.record(tx, system, loanEvents.dueDaysResolved, { ...audienceOf(loan), facts });
    return count;
  }

  private async store(
    tx: Tx,
    viewer: Viewer,
    loan: LoanRow,
    before: readonly InstalmentRow[],
    after: readonly InstalmentRow[],
    today: Day,
  ): Promise<LoanRow> {
    for (const [index, row] of after.entries()) await this.storeInstalment(tx, before[index], row, today);
    const standing = rules.loanStanding(loan.state, after, today);
    await this.obligations.record(tx, [rules.obligationOf(loan, after)]);
    const hasMoved = standing.state !== loan.state || standing.daysPastDue !== loan.daysPastDue;
    if (!hasMoved && standing.outstandingTotal === loan.outstandingTotal) return loan;
    const changed = await loans.change(tx, loan, standing);
    if (!changed) throw kernelErrors.conflict({ state: loan.state });
    if (standing.state !== loan.state) {
      await this.kernel.events.record(tx, viewer, loanEvents.statusChanged, {
        ...audienceOf(loan),
        facts: { loanId: loan.id, from: loan.state, to: changed.state, daysPastDue: changed.daysPastDue },
        diff: { state: [loan.state, changed.state] },
      });
    }
    return changed;
  }

  private async storeInstalment(
    tx: Tx,
    before: InstalmentRow | undefined,
    after: InstalmentRow,
    today: Day,
  ): Promise<void> {
    const standing = rules.instalmentStanding(after, today);
    const isUnpaid = before && rules.paidOf(before) === rules.paidOf(after);
    if (isUnpaid && standing.state === before.state && standing.daysPastDue === before.daysPastDue) return;
    const { paidPrincipal, paidInterest, paidFee, paidOn } = after;
    const paid = { paidPrincipal, paidInterest, paidFee, paidOn: standing.state === "PAID" ? (paidOn ?? today) : null };
    await loans.changeInstalment(tx, after.id, { ...standing, ...paid });
  }
}

export const audienceOf = ({ id, borrowerId, institutionId }: LoanRow) => ({
  subject: { type: "Loan", id },
  borrowerId,
  institutionId,
});

/** The movements of one repayment: from each thing it pays to the institution's money at the bank. */
export function repaymentEntries(
  loan: LoanRow,
  before: readonly InstalmentRow[],
  repayment: Pick<Repayment, "paymentId" | "lines">,
): Entry[] {
  const { paymentId, lines } = repayment;
  const rows = new Map(before.map((row) => [row.number, row]));
  const institution = { ownerKind: AccountOwner.INSTITUTION, ownerId: loan.institutionId };
  const debit: AccountKey = { ...institution, kind: AccountKind.FUNDS };
  return lines.flatMap(({ instalmentNumber, component, amount }): Entry[] => {
    const ref = `${paymentId}:${instalmentNumber}`;
    if (component === "PRINCIPAL") {
      const credit = { ownerKind: AccountOwner.LOAN, ownerId: loan.id, kind: AccountKind.LOAN_PRINCIPAL };
      return [{ kind: TransferKind.REPAYMENT_PRINCIPAL, ref, debit, credit, amount }];
    }
    if (component === "INTEREST") {
      const credit = { ...institution, kind: AccountKind.INTEREST_INCOME };
      return [{ kind: TransferKind.REPAYMENT_INTEREST, ref, debit, credit, amount }];
    }
    if (component === "PENALTY") {
      const credit = { ...institution, kind: AccountKind.PENALTY_INCOME };
      return [{ kind: TransferKind.REPAYMENT_PENALTY, ref, debit, credit, amount }];
    }
    const row = rows.get(instalmentNumber);
    return (row ? rules.feeShares(row, amount) : []).map((share) => ({
      kind: TransferKind.REPAYMENT_FEE,
      ref: `${ref}:${share.code}`,
      debit,
      credit: payeeAccount(share, loan.institutionId),
      amount: share.amount,
    }));
  });
}
