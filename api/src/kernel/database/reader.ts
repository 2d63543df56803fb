import type { Drizzle } from "./session.js";

declare const canRead: unique symbol;
declare const canWrite: unique symbol;

/** Runs selects. Repository reads take it, so they serve a query's one read transaction and a writer's alike. */
export type Reader = Pick<
  Drizzle,
  "select" | "selectDistinct" | "selectDistinctOn" | "with" | "$with" | "$count" | "execute"
> & {
  readonly [canRead]: true;
};

/** A running write transaction. Repository writes take it: without one they do not compile. */
export type Tx = Omit<Drizzle, "transaction"> & {
  readonly [canRead]: true;
  readonly [canWrite]: true;
  /** Runs once the transaction is durable, never when it rolled back. For waking listeners, not for effects. */
  afterCommit(wake: () => void): void;
};
