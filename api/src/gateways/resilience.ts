/** One policy for every vendor call: a time limit, tries with jitter for calls that may be repeated, and a breaker. */
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";

export interface GuardOptions {
  /** Limit of one try. */
  readonly timeoutMs: number;
  /** Tries after the first; only calls with an idempotency key may have any. */
  readonly retries: number;
  /** How long an open breaker refuses before it lets one call through. */
  readonly coolDownMs?: number;
}

/** A vendor answered with a failure of its own (5xx). */
export class VendorFault extends Error {
  constructor(readonly status: number) {
    super(`vendor answered ${status}`);
    this.name = "VendorFault";
  }
}

export interface Guard {
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

const FAULTS_UNTIL_OPEN = 5;
const AT_ONCE = 20;
const WAITING = 200;

/** `work` may run again on any fault, so it must be safe to repeat when `retries` is above 0. */
export function createGuard({ timeoutMs, retries, coolDownMs = 5_000 }: GuardOptions): Guard {
  const policy = wrap(
    bulkhead(AT_ONCE, WAITING),
    retry(handleAll, { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }) }),
    circuitBreaker(handleAll, { halfOpenAfter: coolDownMs, breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
  return { run: (work) => policy.execute(({ signal }) => work(signal)) };
}

/** True when the fault proves that the vendor never saw the request. */
export function wasNeverSent(error: unknown): boolean {
  if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) return true;
  if (error instanceof TaskCancelledError || !(error instanceof Error)) return false;
  const { cause } = error;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ECONNREFUSED";
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One JSON exchange; a 5xx answer is thrown as VendorFault, anything else is the caller's to read. */
export async function exchangeJson(
  url: string,
  request: { method: "GET" | "POST"; body?: unknown },
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const answer = await fetch(url, {
    method: request.method,
    signal,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: request.body === undefined ? null : JSON.stringify(request.body),
  });
  const text = await answer.text();
  if (answer.status >= 500) throw new VendorFault(answer.status);
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}
