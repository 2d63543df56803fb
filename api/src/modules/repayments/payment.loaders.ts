import { defineLoader, grouped } from "../../kernel/loader/index.js";
import { scopeOf } from "../../kernel/viewer/index.js";
import * as payments from "./payment.repository.js";

/** Newest first. */
export const paymentsByLoan = defineLoader("paymentsByLoan", async (reader, ids: readonly string[], viewer) =>
  grouped(ids, await payments.ofLoans(reader, scopeOf(viewer), ids), (row) => row.loanId),
);

export const linesByPayment = defineLoader("linesByPayment", async (reader, ids: readonly string[]) =>
  grouped(ids, await payments.linesOf(reader, ids), (row) => row.paymentId),
);
