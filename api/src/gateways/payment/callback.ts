/** How the bank's callbacks prove themselves: HMAC-SHA256 over `timestamp.body`, fresh within five minutes. */
import { createHmac } from "node:crypto";
import { equalSecrets } from "../../kernel/crypto/index.js";

export type CallbackHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type CallbackVerdict =
  | { readonly isGenuine: true; readonly eventId: string }
  | { readonly isGenuine: false; readonly reason: "MISSING_HEADER" | "STALE" | "BAD_SIGNATURE" };

/** What a callback says. It is a claim: amount and order are still to be compared with our own. */
export interface BankNotice {
  readonly eventId: string;
  readonly orderId: string;
  readonly bankReference: string;
  readonly kind: "DISBURSE" | "COLLECT";
  readonly state: "PROCESSING" | "SUCCEEDED" | "FAILED";
  /** Fen. */
  readonly amount: bigint;
  readonly failure: string | null;
}

const WINDOW_SECONDS = 300;

/** The value of the `daichao-signature` header. `timestamp` is in Unix seconds. */
export function signCallback(secret: string, timestamp: string, body: Uint8Array | string): string {
  return `v1=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;
}

function single(headers: CallbackHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" && value.length <= 200 ? value : undefined;
}

/**
 * Checks a callback's signature against every live secret, in constant time, and its age against `now`.
 * Says nothing about its content: see `readNotice`.
 */
export function verifyCallback(
  raw: Uint8Array,
  headers: CallbackHeaders,
  secrets: readonly string[],
  now: Date,
): CallbackVerdict {
  const timestamp = single(headers, "daichao-timestamp");
  const signature = single(headers, "daichao-signature");
  const eventId = single(headers, "daichao-event-id");
  if (!timestamp || !signature || !eventId || !/^\d{1,12}$/.test(timestamp))
    return { isGenuine: false, reason: "MISSING_HEADER" };
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS) return { isGenuine: false, reason: "STALE" };
  const matches = secrets.map((secret) => equalSecrets(signature, signCallback(secret, timestamp, raw)));
  return matches.includes(true) ? { isGenuine: true, eventId } : { isGenuine: false, reason: "BAD_SIGNATURE" };
}

/** Reads a callback's body; null when it is not a notice. The body's event id stands under the signature. */
export function readNotice(raw: Uint8Array): BankNotice | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(raw).toString());
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { eventId, orderId, bankReference, kind, state, amountFen, failure } = value as Record<string, unknown>;
  if (typeof eventId !== "string" || typeof orderId !== "string" || typeof bankReference !== "string") return null;
  if (kind !== "DISBURSE" && kind !== "COLLECT") return null;
  if (state !== "PROCESSING" && state !== "SUCCEEDED" && state !== "FAILED") return null;
  if (typeof amountFen !== "string" || !/^\d{1,18}$/.test(amountFen)) return null;
  return {
    eventId,
    orderId,
    bankReference,
    kind,
    state,
    amount: BigInt(amountFen),
    failure: typeof failure === "string" ? failure.slice(0, 200) : null,
  };
}
