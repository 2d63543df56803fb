import type { Tx } from "../../kernel/database/index.js";
import { type EventRow, events } from "../../kernel/events/event.tables.js";
import { paymentLines, payments } from "./payment.tables.js";

export type PastEvent = Pick<
  EventRow,
  "id" | "name" | "occurredAt" | "businessDay" | "subjectId" | "borrowerId" | "institutionId" | "facts"
>;

export interface PastPaymentRows {
  readonly payment: typeof payments.$inferInsert;
  readonly lines: readonly (typeof paymentLines.$inferInsert)[];
  readonly event: PastEvent;
}

const ROWS_AT_ONCE = 1_000;

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE));
}

export async function insertAll(tx: Tx, past: readonly PastPaymentRows[]): Promise<void> {
  const happened = past.map(({ event }) => ({ ...event, actorKind: "SYSTEM", subjectType: "Payment" }));
  await inParts(past, (part) => tx.insert(payments).values(part.map((row) => row.payment)));
  await inParts(
    past.flatMap((row) => row.lines),
    (part) => tx.insert(paymentLines).values(part),
  );
  await inParts(happened, (part) => tx.insert(events).values(part));
}
