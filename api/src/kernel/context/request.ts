/** Facts of the running request that every event row and log line carries without being passed along. */
import { AsyncLocalStorage } from "node:async_hooks";

export interface RequestFacts {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly locale: "zh-CN" | "en-US";
}

const storage = new AsyncLocalStorage<RequestFacts>();

export const withRequest = <T>(facts: RequestFacts, work: () => T): T => storage.run(facts, work);
export const currentRequest = (): RequestFacts | undefined => storage.getStore();
