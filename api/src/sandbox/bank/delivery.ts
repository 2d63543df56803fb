/** Callbacks out: signed, and repeated with growing pauses until somebody answers 2xx. */
import { createHmac } from "node:crypto";
import { pause } from "../http.js";
import type { Callback } from "./order.js";

export interface DeliveryOptions {
  /** The first signs; all are live at the receiver. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
}

const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;

export function headersFor(callback: Callback, { secrets, now }: DeliveryOptions): Record<string, string> {
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const mac = createHmac("sha256", secrets[0] ?? "")
    .update(`${timestamp}.${callback.body}`)
    .digest("hex");
  return {
    "content-type": "application/json",
    "daichao-timestamp": timestamp,
    "daichao-signature": `v1=${mac}`,
    "daichao-event-id": callback.eventId,
  };
}

async function once(callback: Callback, options: DeliveryOptions): Promise<boolean> {
  try {
    const answer = await fetch(callback.url, {
      method: "POST",
      headers: headersFor(callback, options),
      body: callback.body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Ends when the callback was taken or the bank closes. True means taken. */
export async function deliver(
  callback: Callback,
  options: DeliveryOptions,
  isClosing: () => boolean,
): Promise<boolean> {
  for (let wait = FIRST_PAUSE_MS; !isClosing(); wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    if (await once(callback, options)) return true;
    await pause(wait * (0.75 + Math.random() / 2));
  }
  return false;
}
