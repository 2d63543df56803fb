import { defineEvent } from "../../kernel/events/index.js";

/** What happened to a bank order. Its subject is the disbursement or payment it is for. */
export const bankOrderEvents = {
  requested: defineEvent<{ orderId: string; kind: string; subjectId: string }>("bankOrder.requested"),
  /** The bank has it, or nobody knows whether it has. */
  changed: defineEvent<{ orderId: string; kind: string; subjectId: string; state: string }>("bankOrder.changed"),
  settled: defineEvent<{ orderId: string; kind: string; subjectId: string; state: string }>("bankOrder.settled"),
  disputed: defineEvent<{ orderId: string; kind: string; subjectId: string; reason: string }>("bankOrder.disputed"),
};
