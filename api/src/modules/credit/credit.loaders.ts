import { defineLoader, grouped } from "../../kernel/loader/index.js";
import * as reports from "./credit-report.repository.js";
import type { CreditReportRow } from "./credit-report.tables.js";

/** The newest report of an application, or null before the first. */
export const creditReportByApplication = defineLoader<string, CreditReportRow | null>(
  "creditReportByApplication",
  async (reader, ids) => {
    const rows = await reports.ofApplications(reader, ids);
    return grouped(ids, rows, (row) => row.applicationId).map(([newest]) => newest ?? null);
  },
);
