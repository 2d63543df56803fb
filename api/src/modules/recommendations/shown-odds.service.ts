import { addDays } from "@daichao/finance";
import { reliability } from "@daichao/scoring";
import { dayOf } from "../../kernel/clock/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { DecidedCaseService } from "./decided-case.service.js";
import type { DecidedCase } from "./odds-case.rules.js";
import * as models from "./odds-model.repository.js";
import { OddsSource } from "./odds-model.states.js";
import type { ShownOddsRow } from "./odds-model.tables.js";
import * as shown from "./shown-odds.repository.js";

/** An application this many days after somebody saw the odds still counts as their outcome. */
const COUNTS_DAYS = 30;
/** And a decision may take this much longer. */
const DECIDED_DAYS = 60;
const MOST = 20_000;

const keyOf = (borrowerId: string | null, productId: string): string => `${borrowerId}/${productId}`;

/** What came of odds that people were shown, and how well they were kept. */
export class ShownOddsService {
  constructor(
    private readonly kernel: Kernel,
    private readonly past: DecidedCaseService,
  ) {}

  /** Writes the outcomes known by the end of a business day and the record of the model in force anew. */
  async settle(day: string): Promise<number> {
    const since = addDays(day, -(COUNTS_DAYS + DECIDED_DAYS));
    const open = await this.kernel.db.read(system, (reader) => shown.open(reader, since, MOST));
    const cases = open.length > 0 ? await this.past.all() : [];
    const decided = Map.groupBy(cases, ({ application: { borrowerId, productId } }) => keyOf(borrowerId, productId));
    const results = open.flatMap((row) => {
      const found = outcomeOf(row, decided.get(keyOf(row.borrowerId, row.productId)) ?? []);
      return found ? [{ id: row.id, applicationId: found.application.id, outcome: found.isApproved ? 1 : 0 }] : [];
    });
    await this.kernel.db.write(system, async (tx) => {
      await shown.settle(tx, results, day);
      await shown.forgetBefore(tx, since);
      const model = await models.active(tx);
      if (!model) return;
      const kept = await shown.settled(tx, model.id);
      const groups = [...Map.groupBy(kept, ({ institutionId }) => institutionId)];
      await models.deleteShown(tx, model.id);
      await models.insertRecords(
        tx,
        [[null, kept] as const, ...groups]
          .filter(([, rows]) => rows.length > 0)
          .map(([institutionId, rows]) => ({
            modelId: model.id,
            institutionId,
            source: OddsSource.SHOWN,
            ...recordOf(rows),
          })),
      );
    });
    return results.length;
  }
}

const recordOf = (rows: readonly ShownOddsRow[]) =>
  reliability({
    predictions: rows.map(({ percent }) => percent / 100),
    outcomes: rows.map(({ outcome }) => outcome ?? 0),
  });

/** The first application that followed within the days, if it was decided. */
function outcomeOf({ shownOn }: ShownOddsRow, cases: readonly DecidedCase[]): DecidedCase | undefined {
  const last = addDays(shownOn, COUNTS_DAYS);
  return cases
    .filter(({ application }) => {
      const on = dayOf(application.submittedAt);
      return on >= shownOn && on <= last;
    })
    .sort((a, b) => a.application.submittedAt.getTime() - b.application.submittedAt.getTime())[0];
}
