import { addDays } from "@daichao/finance";
import { type CountedPair, type Neighbours, type ProductPair, pairsOf } from "@daichao/scoring";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { DecidedCaseService } from "./decided-case.service.js";
import type { DecidedCase } from "./odds-case.rules.js";
import * as rankings from "./ranking.repository.js";
import type { CommonInterest, PersonalTrail } from "./ranking.service.js";

const FRESH_MS = 60_000;
/** Interests of so many days say which products go together. */
const INTEREST_DAYS = 90;
/** An application says five times as much as a look. */
export const APPLIED = 5;

/** What each person applied for. */
export function basketsOf(cases: readonly Pick<DecidedCase, "application">[]): Map<string, number>[] {
  const baskets = new Map<string, Map<string, number>>();
  for (const { application } of cases) {
    const basket = baskets.get(application.borrowerId) ?? new Map<string, number>();
    basket.set(application.productId, (basket.get(application.productId) ?? 0) + APPLIED);
    baskets.set(application.borrowerId, basket);
  }
  return [...baskets.values()];
}

export const neighboursOf = (pairs: readonly Pick<ProductPair, "productId" | "otherId" | "similarity">[]): Neighbours =>
  Map.groupBy(pairs, ({ productId }) => productId);

const countedOf = (common: CommonInterest): CountedPair => ({
  productId: common.productId,
  otherId: common.otherProductId,
  together: common.personCount,
  ofProduct: common.productPersonCount,
  ofOther: common.otherPersonCount,
});

/**
 * Which products go together, from what the same people applied for and took an interest in; made anew by a job and
 * held in memory. Interests come as counts: whose they were is not known here.
 */
export class ProductPairService {
  private held: { readonly neighbours: Neighbours; readonly at: number } | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly past: DecidedCaseService,
    private readonly trail: Pick<PersonalTrail, "coOccurrences">,
  ) {}

  async neighbours(): Promise<Neighbours> {
    const { held } = this;
    if (held && performance.now() - held.at < FRESH_MS) return held.neighbours;
    if (!held) return this.load();
    void this.load().catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "pairs not refreshed"));
    return held.neighbours;
  }

  /** Counts the pairs anew; answers how many there are. */
  async refresh(): Promise<number> {
    const since = addDays(this.kernel.clock.today(), -INTEREST_DAYS);
    const common = await this.kernel.db.read(system, (reader) => this.trail.coOccurrences(reader, since));
    const pairs = pairsOf(basketsOf(await this.past.all()), common.map(countedOf));
    await this.kernel.db.write(system, (tx) => rankings.replacePairs(tx, pairs));
    this.held = undefined;
    return pairs.length;
  }

  private async load(): Promise<Neighbours> {
    const rows = await this.kernel.db.read(system, rankings.pairs);
    const neighbours = neighboursOf(rows);
    this.held = { neighbours, at: performance.now() };
    return neighbours;
  }
}
