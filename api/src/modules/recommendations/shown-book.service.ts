import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { shownOdds } from "./odds-model.tables.js";
import * as rankings from "./ranking.repository.js";
import type { rankings as rankingTable } from "./ranking.tables.js";
import * as shown from "./shown-odds.repository.js";

type NewRanking = typeof rankingTable.$inferInsert;
type NewShown = typeof shownOdds.$inferInsert;

const SOON_MS = 100;
const KNOWN = 5_000;

/**
 * Keeps what people were shown. A query opens no writing transaction, so orders and odds are gathered here and written
 * in one a moment later; what is explained or measured afterwards is first written out.
 */
export class ShownBook {
  private orders = new Map<string, NewRanking>();
  private odds: NewShown[] = [];
  /** Names of orders written already: most views are repeats. */
  private readonly known = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly kernel: Kernel) {}

  keep(order: NewRanking, odds: readonly NewShown[] = []): void {
    if (this.known.has(order.id)) return;
    this.note(order.id);
    this.orders.set(order.id, order);
    this.odds.push(...odds);
    this.soon();
  }

  /** Odds shown outside an order. @param name says whether they were noted before. */
  keepOdds(name: string, odds: readonly NewShown[]): void {
    if (odds.length === 0 || this.known.has(name)) return;
    this.note(name);
    this.odds.push(...odds);
    this.soon();
  }

  /** Writes what is gathered; answers when it stands. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const [orders, odds] = [[...this.orders.values()], this.odds];
    if (orders.length + odds.length === 0) return this.writing;
    this.orders = new Map();
    this.odds = [];
    this.writing = this.writing.then(() =>
      this.kernel.db.write(system, async (tx) => {
        await rankings.insertAll(tx, orders);
        await shown.insertAll(tx, odds);
      }),
    );
    const now = this.writing;
    this.writing = now.catch((error) => {
      // What could not be written counts as not noted: the next view of it tries again.
      for (const { id } of orders) this.known.delete(id);
      this.kernel.log.warn({ stack: stackOf(error), count: orders.length }, "shown orders not kept");
    });
    return now;
  }

  async stop(): Promise<void> {
    await this.flush().catch(() => undefined);
  }

  private note(name: string): void {
    if (this.known.size >= KNOWN) this.known.clear();
    this.known.add(name);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), SOON_MS);
    this.timer.unref();
  }
}
