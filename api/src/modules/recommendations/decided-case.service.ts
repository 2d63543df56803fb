import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { applicationById } from "../applications/index.js";
import { productVersionById } from "../catalog/index.js";
import type { DecisionOutcome, DecisionService } from "../underwriting/index.js";
import { type DecidedCase, decidedCase } from "./odds-case.rules.js";

/** The newest so many decisions are learned from: enough for any market, and soon done. */
const MOST = 20_000;
const AT_ONCE = 1_000;

/** What the platform's past decisions say, for jobs that learn from them: a heavy read. */
export class DecidedCaseService {
  constructor(
    private readonly kernel: Kernel,
    private readonly decisions: DecisionService,
  ) {}

  all(): Promise<DecidedCase[]> {
    return this.kernel.db.read(system, async (reader) => {
      const outcomes = await this.decisions.outcomes(reader, MOST);
      const cases: DecidedCase[] = [];
      for (let at = 0; at < outcomes.length; at += AT_ONCE)
        cases.push(...(await casesOf(reader, outcomes.slice(at, at + AT_ONCE))));
      return cases;
    });
  }
}

async function casesOf(reader: Reader, outcomes: readonly DecisionOutcome[]): Promise<DecidedCase[]> {
  const ids = outcomes.map(({ applicationId }) => applicationId);
  const approved = new Map(outcomes.map(({ applicationId, isApproved }) => [applicationId, isApproved]));
  const rows = await applicationById.batch(reader, ids, system);
  const versionIds = [...new Set(rows.flatMap((row) => row?.productVersionId ?? []))];
  const versions = await productVersionById.batch(reader, versionIds, system);
  const categories = new Map(
    versions.flatMap((version) => (version ? [[version.versionId, version.category] as const] : [])),
  );
  return rows.flatMap((row) => {
    const category = row && categories.get(row.productVersionId);
    return row && category ? [decidedCase(row, category, approved.get(row.id) ?? false)] : [];
  });
}
