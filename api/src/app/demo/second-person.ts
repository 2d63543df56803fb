/** One decision above a reviewer's limit, made through the same door as anybody's: it waits for the manager. */
import { and, eq, sql } from "drizzle-orm";
import { approvals } from "../../kernel/approvals/approval.tables.js";
import type { Kernel } from "../../kernel/index.js";
import { applications } from "../../modules/applications/application.tables.js";
import { ApplicationState } from "../../modules/applications/index.js";
import type { Modules } from "../modules.js";
import { staffOf } from "./demo-viewers.js";
import { demoLenders } from "./lenders.js";
import { LARGE_AMOUNT } from "./planted.js";

/** Safe to repeat: does nothing once that wish stands, whatever became of it. */
export async function askSecondPerson(kernel: Kernel, { decisions }: Modules["underwriting"]): Promise<void> {
  const [lender] = demoLenders;
  if (!lender) return;
  const reviewer = await staffOf(kernel, lender, "reviewer-1");
  const found = await kernel.db.read(reviewer, async (reader) => {
    const asked = await reader.$count(approvals, eq(approvals.kind, "application.decision"));
    const large = and(
      eq(applications.institutionId, lender.id),
      eq(applications.state, ApplicationState.UNDER_REVIEW),
      sql`${applications.amount} = ${LARGE_AMOUNT}`,
    );
    const rows =
      asked > 0 ? [] : await reader.select().from(applications).where(large).orderBy(applications.number).limit(1);
    return rows[0];
  });
  if (!found) return;
  const { id: applicationId, version } = found;
  await decisions.decide(reviewer, {
    applicationId,
    version,
    verdict: "APPROVE",
    reasons: [],
    comment: "收入与资产情况良好，金额超出本人审批限额，请主管复核",
    idempotencyKey: "demo:second-person",
  });
}
