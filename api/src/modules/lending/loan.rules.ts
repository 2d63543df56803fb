import {
  type AllocationComponent,
  addDays,
  type Day,
  daysBetween,
  minFen,
  monthlyBurden,
  type OutstandingInstalment,
  schedule,
  sumFen,
} from "@daichao/finance";
import type { QuoteValue } from "../catalog/index.js";
import { InstalmentState, isRunning, LoanState } from "./loan.states.js";
import type { FeeLine, InstalmentRow } from "./loan.tables.js";

/** What the figures of an instalment say about it; money in fen. */
export type InstalmentFigures = Pick<
  InstalmentRow,
  "number" | "dueOn" | "principal" | "interest" | "fee" | "paidPrincipal" | "paidInterest" | "paidFee"
>;

export type PlannedInstalment = Pick<
  InstalmentRow,
  "number" | "dueOn" | "scheduledDueOn" | "isCalendarKnown" | "principal" | "interest" | "fee" | "feeLines"
>;

export interface RepaymentLine {
  readonly instalmentNumber: number;
  readonly component: AllocationComponent;
  /** Fen. */
  readonly amount: bigint;
}

export const owedOf = ({ principal, interest, fee }: InstalmentFigures): bigint => principal + interest + fee;
export const paidOf = (row: InstalmentFigures): bigint => row.paidPrincipal + row.paidInterest + row.paidFee;
export const remainingOf = (row: InstalmentFigures): bigint => owedOf(row) - paidOf(row);

/**
 * The instalments of a quote, to the fen. Upfront fees that are paid on top of the loan stand in an instalment of
 * number 0 due on the first day; those kept back from the disbursement stand in none.
 */
export function planOf(quote: QuoteValue): PlannedInstalment[] {
  const plan = schedule(quote.terms);
  const payees = new Map(quote.fees.map((fee) => [fee.code, fee]));
  const lineOf = (charge: { code: string; amount: bigint }): FeeLine => {
    const fee = payees.get(charge.code);
    if (!fee) throw new Error(`fee ${charge.code} is not in the quote`);
    return { code: charge.code, payee: fee.payee, payeeName: fee.payeeName, amount: charge.amount };
  };
  const upfront = plan.upfrontFees.filter((fee) => fee.payment === "PAID" && fee.amount > 0n).map(lineOf);
  const rows = quote.rows.map((row, index): PlannedInstalment => {
    const { number, dueOn, scheduledDueOn, isCalendarKnown, principal, interest, fee } = row;
    const lines = (plan.rows[index]?.fees ?? []).filter((charge) => charge.amount > 0n).map(lineOf);
    return { number, dueOn, scheduledDueOn, isCalendarKnown, principal, interest, fee, feeLines: lines };
  });
  if (upfront.length === 0) return rows;
  const day = quote.startOn;
  const fee = upfront.reduce((sum, line) => sum + line.amount, 0n);
  const first = { number: 0, dueOn: day, scheduledDueOn: day, isCalendarKnown: true, principal: 0n, interest: 0n };
  return [{ ...first, fee, feeLines: upfront }, ...rows];
}

/** Fees kept back from the disbursement, with their payees. */
export function keptBackOf(quote: QuoteValue): FeeLine[] {
  return quote.fees
    .filter((fee) => fee.payment === "DEDUCTED" && fee.total > 0n)
    .map(({ code, payee, payeeName, total }) => ({ code, payee, payeeName, amount: total }));
}

/** What is still owed, oldest first, in the shape that `allocate` takes. */
export function outstandingOf(rows: readonly InstalmentFigures[]): OutstandingInstalment[] {
  return rows
    .filter((row) => remainingOf(row) > 0n)
    .map((row) => ({
      number: row.number,
      penalty: 0n,
      fee: row.fee - row.paidFee,
      interest: row.interest - row.paidInterest,
      principal: row.principal - row.paidPrincipal,
    }));
}

const PAID_FIELD = { FEE: "paidFee", INTEREST: "paidInterest", PRINCIPAL: "paidPrincipal" } as const;

/** The instalments after lines were paid. Refuses (as a defect) a line for an instalment that does not exist. */
export function withLines<Row extends InstalmentFigures>(rows: readonly Row[], lines: readonly RepaymentLine[]): Row[] {
  const changed = new Map(rows.map((row) => [row.number, { ...row }]));
  for (const { instalmentNumber, component, amount } of lines) {
    const row = changed.get(instalmentNumber);
    if (!row || component === "PENALTY") throw new Error(`nothing of kind ${component} is owed on ${instalmentNumber}`);
    row[PAID_FIELD[component]] += amount;
  }
  return [...changed.values()];
}

/** Which payees a payment of fees reaches: an instalment's fee lines are filled in their order. */
export function feeShares(row: Pick<InstalmentRow, "feeLines" | "paidFee">, paidNow: bigint): FeeLine[] {
  const shares: FeeLine[] = [];
  let before = row.paidFee;
  let left = paidNow;
  for (const line of row.feeLines) {
    const alreadyPaid = minFen(before, line.amount);
    before -= alreadyPaid;
    const open = line.amount - alreadyPaid;
    const share = minFen(left, open);
    left -= share;
    if (share > 0n) shares.push({ ...line, amount: share });
  }
  return shares;
}

export interface InstalmentStanding {
  readonly state: InstalmentState;
  readonly daysPastDue: number;
}

/** Where an instalment stands on a business day. */
export function instalmentStanding(row: InstalmentFigures, today: Day): InstalmentStanding {
  if (remainingOf(row) === 0n) return { state: InstalmentState.PAID, daysPastDue: 0 };
  if (row.dueOn < today) return { state: InstalmentState.OVERDUE, daysPastDue: daysBetween(row.dueOn, today) };
  if (paidOf(row) > 0n) return { state: InstalmentState.PARTLY_PAID, daysPastDue: 0 };
  return { state: row.dueOn === today ? InstalmentState.DUE : InstalmentState.UPCOMING, daysPastDue: 0 };
}

export interface LoanStanding {
  readonly state: LoanState;
  /** Counted from the due day of the oldest unpaid instalment; 0 when everything due is paid. */
  readonly daysPastDue: number;
  readonly outstandingPrincipal: bigint;
  readonly outstandingTotal: bigint;
  readonly totalPaid: bigint;
}

/** Where a loan stands on a business day, from its instalments alone. A state that has ended stays. */
export function loanStanding(present: LoanState, rows: readonly InstalmentFigures[], today: Day): LoanStanding {
  let [outstandingPrincipal, outstandingTotal, totalPaid, daysPastDue] = [0n, 0n, 0n, 0];
  for (const row of rows) {
    outstandingPrincipal += row.principal - row.paidPrincipal;
    outstandingTotal += remainingOf(row);
    totalPaid += paidOf(row);
    daysPastDue = Math.max(daysPastDue, instalmentStanding(row, today).daysPastDue);
  }
  const figures = { daysPastDue, outstandingPrincipal, outstandingTotal, totalPaid };
  if (!isRunning(present)) return { ...figures, state: present };
  if (outstandingTotal === 0n) return { ...figures, state: LoanState.SETTLED };
  return { ...figures, state: daysPastDue > 0 ? LoanState.OVERDUE : LoanState.ACTIVE };
}

export interface LoanBurden {
  readonly loanId: string;
  readonly borrowerId: string;
  readonly monthlyPayment: bigint;
  readonly outstanding: bigint;
  readonly endsOn: Day;
}

/** How a loan weighs on its borrower now: what is unpaid of its instalments, and what that takes from a month. */
export function obligationOf(
  loan: { readonly id: string; readonly borrowerId: string; readonly maturesOn: Day },
  rows: readonly InstalmentFigures[],
): LoanBurden {
  const left = [...rows]
    .sort((a, b) => a.number - b.number)
    .map(remainingOf)
    .filter((amount) => amount > 0n);
  return {
    loanId: loan.id,
    borrowerId: loan.borrowerId,
    monthlyPayment: monthlyBurden(left),
    outstanding: sumFen(left),
    endsOn: loan.maturesOn,
  };
}

/** Last day of the cooling-off time of a loan paid out on `startOn`; null where there is none. */
export const coolingOffEnd = (startOn: Day, days: number): Day | null => (days === 0 ? null : addDays(startOn, days));
