/** Numbers events in the order in which they became visible: a number given at insert can be overtaken by a later commit. */
import { sql } from "drizzle-orm";
import type { Database } from "../database/index.js";
import { type Log, stackOf } from "../log/index.js";
import { system } from "../viewer/index.js";

const RELAY_LOCK = 7_140_002;
const COALESCE_MS = 15;
const BATCH = 500;
/** Another process is numbering just now. */
const BUSY = -1;

async function numberBatch(db: Database): Promise<number> {
  return db.write(system, async (tx) => {
    const [lock] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as held`);
    if (!lock?.held) return BUSY;
    const rows = await tx.execute(sql`
      update events set seq = numbered.seq from (
        select id, nextval('event_seq') as seq
        from (select id from events where seq is null order by occurred_at, id limit ${BATCH}) waiting
      ) numbered where events.id = numbered.id returning events.id`);
    return rows.length;
  });
}

export class Relay {
  #timer: NodeJS.Timeout | undefined;
  #isOn = false;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly announce: () => Promise<void>,
  ) {}

  /** Looks soon; many wakes within a few milliseconds are one look. */
  wake(): void {
    if (!this.#isOn) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#look().catch((error) => this.log.warn({ stack: stackOf(error) }, "relay failed"));
    }, COALESCE_MS);
  }

  async #look(): Promise<void> {
    const count = await numberBatch(this.db);
    if (count > 0) await this.announce();
    // What we committed may have missed the other process's look; a full batch may have left some.
    if (count === BUSY || count === BATCH) this.wake();
  }

  start(): void {
    this.#isOn = true;
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }
}
