/** Cost sheets that were opened and not yet signed, made through the same door as anybody's. */
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { applications } from "../../modules/applications/application.tables.js";
import { ApplicationState } from "../../modules/applications/index.js";
import type { Modules } from "../modules.js";
import { borrowerOf } from "./demo-viewers.js";
import { demoLenders } from "./lenders.js";

const OPENED = 2;

/** Opens the sheet of the first accepted offers of each demo lender; safe to repeat: an opened sheet is the same sheet. */
export async function openCostSheets(kernel: Kernel, { disclosures }: Modules["lending"]): Promise<void> {
  const waiting = await kernel.db.read(system, (reader) =>
    reader
      .select()
      .from(applications)
      .where(
        and(
          inArray(
            applications.institutionId,
            demoLenders.map(({ id }) => id),
          ),
          inArray(applications.state, [ApplicationState.APPROVED, ApplicationState.CONTRACT_PENDING]),
          isNotNull(applications.offerAcceptedAt),
        ),
      )
      .orderBy(applications.number),
  );
  for (const lender of demoLenders)
    for (const { id, borrowerId } of waiting.filter((row) => row.institutionId === lender.id).slice(0, OPENED))
      await disclosures.open(borrowerOf(borrowerId), id);
}
