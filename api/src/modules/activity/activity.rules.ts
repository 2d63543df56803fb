/** What a reported event may hold, and what it is worth as a sign of interest. */
import { activityErrors } from "./activity.errors.js";
import { ActivityKind } from "./activity.states.js";

/** An event as a page reports it. Numbers and codes only: there is no field in which words of a person could travel. */
export interface ReportedEvent {
  /** Made by the page: a repeat of it is the same event. */
  readonly id: string;
  readonly kind: ActivityKind;
  readonly productId?: string | null;
  readonly seconds?: number | null;
  /** Fen. */
  readonly amount?: bigint | null;
  readonly termCount?: number | null;
  readonly category?: string | null;
}

type Field = "productId" | "seconds" | "amount" | "termCount" | "category";

interface Shape {
  readonly needs: readonly Field[];
  readonly takes: readonly Field[];
}

const ABOUT_PRODUCT: Shape = { needs: ["productId"], takes: [] };

const shapes: Readonly<Record<ActivityKind, Shape>> = {
  PRODUCT_VIEWED: ABOUT_PRODUCT,
  PRODUCT_DWELT: { needs: ["productId", "seconds"], takes: [] },
  PRODUCT_COMPARED: ABOUT_PRODUCT,
  CALCULATOR_USED: { needs: [], takes: ["productId", "amount", "termCount"] },
  SEARCHED: { needs: [], takes: ["amount", "termCount", "category"] },
  FAVOURITED: ABOUT_PRODUCT,
  APPLICATION_STARTED: ABOUT_PRODUCT,
};

const FIELDS: readonly Field[] = ["productId", "seconds", "amount", "termCount", "category"];
const MAX_SECONDS = 3_600;
const MAX_TERMS = 360;
/** One thousand million yuan, in fen: above it a number is noise. */
const MAX_AMOUNT = 100_000_000_000n;

const isWithin = (value: number, max: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= max;

function isSound(field: Field, event: ReportedEvent): boolean {
  if (event[field] == null) return true;
  if (field === "seconds") return isWithin(event.seconds ?? 0, MAX_SECONDS);
  if (field === "termCount") return isWithin(event.termCount ?? 0, MAX_TERMS);
  if (field === "amount") return (event.amount ?? 0n) > 0n && (event.amount ?? 0n) <= MAX_AMOUNT;
  return true;
}

/** Checks a batch against the shape of each kind; `isId` tells an id from other text. @throws ACTIVITY_EVENT_MALFORMED on the first event's field that does not fit. */
export function mustFit(events: readonly ReportedEvent[], isId: (text: string) => boolean): void {
  for (const [index, event] of events.entries()) {
    const refuse = (field: string) => activityErrors.eventMalformed({ kind: event.kind }, `events.${index}.${field}`);
    if (!isId(event.id)) throw refuse("id");
    const { needs, takes } = shapes[event.kind];
    for (const field of FIELDS) {
      const isGiven = event[field] != null;
      const isWrong = isGiven ? !needs.includes(field) && !takes.includes(field) : needs.includes(field);
      if (isWrong || !isSound(field, event)) throw refuse(field);
    }
    if (event.productId != null && !isId(event.productId)) throw refuse("productId");
  }
}

const WEIGHTS: Readonly<Record<ActivityKind, number>> = {
  PRODUCT_VIEWED: 1,
  PRODUCT_DWELT: 1,
  PRODUCT_COMPARED: 2,
  CALCULATOR_USED: 3,
  SEARCHED: 0,
  FAVOURITED: 3,
  APPLICATION_STARTED: 5,
};
/** A page somebody left at once was no sign of interest. */
export const DWELL_COUNTS_FROM_SECONDS = 15;

/** How much one event says about liking a product: 0 (nothing) to 5 (began to apply). */
export function weightOf(kind: ActivityKind, seconds: number | null): number {
  if (kind === ActivityKind.PRODUCT_DWELT && (seconds ?? 0) < DWELL_COUNTS_FROM_SECONDS) return 0;
  return WEIGHTS[kind];
}
