/** Load on one url at 32 connections for a bounded time, with the CPU that the answering process used meanwhile. */
import autocannon from "autocannon";
import { cpuSecondsOf } from "./process-cpu.ts";

export interface Target {
  readonly name: string;
  readonly url: string;
  /** Process whose CPU is counted. */
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the body of each request. */
  readonly body: () => string;
}

export interface Measure {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMicros: number;
  readonly failures: number;
}

export const CONNECTIONS = 32;
const WARM_UP_REQUESTS = 3_000;

const shapeOf = ({ url, headers, body }: Target) => ({
  url,
  connections: CONNECTIONS,
  requests: [
    {
      method: "POST" as const,
      headers: { "content-type": "application/json", ...headers },
      setupRequest: (request: object) => ({ ...request, body: body() }),
    },
  ],
});

/** One round of `seconds`; anything but 2xx counts as a failure. */
export async function round(target: Target, seconds: number): Promise<Measure> {
  const before = cpuSecondsOf(target.pid);
  const result = await autocannon({ ...shapeOf(target), duration: seconds });
  const answered = result.requests.total;
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMicros: answered === 0 ? 0 : ((cpuSecondsOf(target.pid) - before) * 1e6) / answered,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

/** As many requests as it takes the engine to compile what it will keep running; nothing is counted. */
export async function warmUp(target: Target): Promise<void> {
  await autocannon({ ...shapeOf(target), amount: WARM_UP_REQUESTS });
}

/** The middle round by requests per second, and every failure of all. */
export function median(rounds: readonly Measure[]): Measure {
  const sorted = [...rounds].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("no round was run");
  return { ...middle, failures: rounds.reduce((sum, { failures }) => sum + failures, 0) };
}
