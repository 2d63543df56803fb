import {
  type Allocation,
  type AllocationComponent,
  AllocationSpread,
  allocate,
  formatYuan,
  type OutstandingInstalment,
} from "@daichao/finance";
import { paymentErrors } from "./payment.errors.js";

export interface PaymentLine {
  readonly instalmentNumber: number;
  readonly component: AllocationComponent;
  /** Fen. */
  readonly amount: bigint;
}

export interface Preview {
  readonly amount: bigint;
  readonly lines: readonly PaymentLine[];
  /** What is left of the amount once nothing is owed. */
  readonly unallocated: bigint;
  readonly outstandingPrincipalAfter: bigint;
}

const FIELD = { PENALTY: "penalty", FEE: "fee", INTEREST: "interest", PRINCIPAL: "principal" } as const;

const orderOf = (components: readonly AllocationComponent[]) => ({
  components,
  spread: AllocationSpread.BY_INSTALMENT,
});

/** What is clear of an allocation, line by line: the oldest instalment first, in the loan's own order within it. */
export function linesOf({ parts }: Allocation, components: readonly AllocationComponent[]): PaymentLine[] {
  return parts.flatMap((part) =>
    components
      .map((component) => ({ instalmentNumber: part.number, component, amount: part[FIELD[component]] }))
      .filter(({ amount }) => amount > 0n),
  );
}

/** What stays owed after an amount was paid. */
export function after(
  owed: readonly OutstandingInstalment[],
  amount: bigint,
  components: readonly AllocationComponent[],
): OutstandingInstalment[] {
  const { parts } = allocate(owed, amount, orderOf(components));
  const paid = new Map(parts.map((part) => [part.number, part]));
  return owed.map((row) => {
    const part = paid.get(row.number);
    if (!part) return row;
    return {
      number: row.number,
      penalty: row.penalty - part.penalty,
      fee: row.fee - part.fee,
      interest: row.interest - part.interest,
      principal: row.principal - part.principal,
    };
  });
}

export const totalOf = (owed: readonly OutstandingInstalment[]): bigint =>
  owed.reduce((sum, row) => sum + row.penalty + row.fee + row.interest + row.principal, 0n);

/** What an amount clears. The preview and the posting are this one function. */
export function spread(
  owed: readonly OutstandingInstalment[],
  amount: bigint,
  components: readonly AllocationComponent[],
): Preview {
  const allocation = allocate(owed, amount, orderOf(components));
  const principal = owed.reduce((sum, row) => sum + row.principal, 0n);
  return {
    amount,
    lines: linesOf(allocation, components),
    unallocated: allocation.overpayment,
    outstandingPrincipalAfter: principal - allocation.paid.principal,
  };
}

/** @throws REPAYMENT_AMOUNT_NOT_POSITIVE, REPAYMENT_ABOVE_OUTSTANDING with what can still be paid. Fen. */
export function mustBePayable(amount: bigint, outstanding: bigint, pending: bigint): void {
  if (amount <= 0n) throw paymentErrors.amountNotPositive();
  const payable = outstanding - pending;
  if (amount <= payable) return;
  throw paymentErrors.aboveOutstanding({
    outstanding: formatYuan(outstanding),
    pending: formatYuan(pending),
    payable: formatYuan(payable > 0n ? payable : 0n),
  });
}
