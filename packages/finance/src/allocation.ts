import { FinanceError } from "./finance-error.ts";
import { type Fen, formatYuan, minFen } from "./money.ts";

export const AllocationComponent = {
  PENALTY: "PENALTY",
  FEE: "FEE",
  INTEREST: "INTEREST",
  PRINCIPAL: "PRINCIPAL",
} as const;
export type AllocationComponent = (typeof AllocationComponent)[keyof typeof AllocationComponent];

/** BY_INSTALMENT clears the oldest instalment before the next; BY_COMPONENT clears one component of all, oldest first. */
export const AllocationSpread = { BY_INSTALMENT: "BY_INSTALMENT", BY_COMPONENT: "BY_COMPONENT" } as const;
export type AllocationSpread = (typeof AllocationSpread)[keyof typeof AllocationSpread];

export interface AllocationOrder {
  /** All four components, each once, first paid first. */
  readonly components: readonly AllocationComponent[];
  readonly spread: AllocationSpread;
}

/** Amounts per component, in fen. */
export interface ComponentAmounts {
  readonly penalty: Fen;
  readonly fee: Fen;
  readonly interest: Fen;
  readonly principal: Fen;
}

/** What is still owed on one instalment. */
export interface OutstandingInstalment extends ComponentAmounts {
  readonly number: number;
}

export interface AllocationPart extends ComponentAmounts {
  readonly number: number;
  readonly total: Fen;
  /** True when nothing is owed on the instalment any more. */
  readonly isSettled: boolean;
}

/** Where a payment goes. allocated + overpayment is the payment; paid is the sum of the parts. */
export interface Allocation {
  /** The instalments that receive something, oldest first. */
  readonly parts: readonly AllocationPart[];
  readonly paid: ComponentAmounts;
  readonly allocated: Fen;
  readonly overpayment: Fen;
  /** What stays owed on the given instalments. */
  readonly outstanding: Fen;
}

const FIELD = { PENALTY: "penalty", FEE: "fee", INTEREST: "interest", PRINCIPAL: "principal" } as const;
const FIELDS = ["penalty", "fee", "interest", "principal"] as const;
type Field = (typeof FIELDS)[number];
type Amounts = Record<Field, Fen>;

const nothing = (): Amounts => ({ penalty: 0n, fee: 0n, interest: 0n, principal: 0n });

/**
 * Spreads a payment over what is owed, in the given order; a preview and the posting use this same function.
 * To pay what is due before what is not, call it for the due instalments and pass the overpayment on to the others.
 * Refuses a negative payment, a negative debt, amounts that are not whole fen, a repeated instalment, an order that is
 * not all four components, and a spread it does not know.
 */
export function allocate(due: readonly OutstandingInstalment[], amount: Fen, order: AllocationOrder): Allocation {
  checkAllocation(due, amount, order);
  const oldestFirst = [...due].sort((a, b) => a.number - b.number);
  const shares = oldestFirst.map(nothing);
  let left = amount;
  for (const [index, field] of walkOf(oldestFirst.length, order)) {
    const debt = oldestFirst[index];
    const share = shares[index];
    if (left === 0n || !debt || !share) break;
    const part = minFen(left, debt[field]);
    share[field] += part;
    left -= part;
  }
  const paid = nothing();
  const parts = oldestFirst.map((debt, index) => partOf(debt, shares[index] ?? nothing()));
  for (const part of parts) for (const field of FIELDS) paid[field] += part[field];
  const owed = oldestFirst.reduce((sum, debt) => sum + totalOf(debt), 0n);
  const allocated = amount - left;
  return {
    parts: parts.filter((part) => part.total > 0n),
    paid,
    allocated,
    overpayment: left,
    outstanding: owed - allocated,
  };
}

function walkOf(count: number, { components, spread }: AllocationOrder): (readonly [number, Field])[] {
  const fields = components.map((component) => FIELD[component]);
  const indices = Array.from({ length: count }, (_, index) => index);
  return spread === AllocationSpread.BY_INSTALMENT
    ? indices.flatMap((index) => fields.map((field) => [index, field] as const))
    : fields.flatMap((field) => indices.map((index) => [index, field] as const));
}

function partOf(debt: OutstandingInstalment, share: Amounts): AllocationPart {
  const total = totalOf(share);
  return { number: debt.number, ...share, total, isSettled: total === totalOf(debt) };
}

const totalOf = ({ penalty, fee, interest, principal }: ComponentAmounts): Fen => penalty + fee + interest + principal;

function checkAllocation(
  due: readonly OutstandingInstalment[],
  amount: Fen,
  { components, spread }: AllocationOrder,
): void {
  if (!Object.hasOwn(AllocationSpread, spread))
    throw new FinanceError("ALLOCATION_INVALID", { spread: String(spread) });
  if (typeof amount !== "bigint") throw new FinanceError("ALLOCATION_INVALID", { amount: String(amount) });
  if (amount < 0n) throw new FinanceError("ALLOCATION_INVALID", { amount: formatYuan(amount) });
  const isWhole = components.length === FIELDS.length && new Set(components).size === FIELDS.length;
  if (!isWhole || !components.every((component) => Object.hasOwn(FIELD, component))) {
    throw new FinanceError("ALLOCATION_INVALID", { components: components.join(",") });
  }
  if (new Set(due.map((debt) => debt.number)).size !== due.length) {
    throw new FinanceError("ALLOCATION_INVALID", { reason: "REPEATED_INSTALMENT" });
  }
  for (const debt of due) {
    if (FIELDS.some((field) => typeof debt[field] !== "bigint")) {
      throw new FinanceError("ALLOCATION_INVALID", { reason: "NOT_FEN", number: debt.number });
    }
    if (FIELDS.some((field) => debt[field] < 0n)) {
      throw new FinanceError("ALLOCATION_INVALID", { reason: "NEGATIVE_DEBT", number: debt.number });
    }
  }
}
