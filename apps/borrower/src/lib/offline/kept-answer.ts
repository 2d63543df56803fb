import { askAsStranger, hashOf } from "@daichao/client";
import { browserNow } from "../lending/clock.ts";

type Question = Parameters<typeof hashOf>[0];

const place = "daichao-products";
const oldAfter = 6 * 60 * 60 * 1_000;

/** An answer for days without a network, and the moment it was given. */
export interface KeptAnswer {
  readonly answer: unknown;
  readonly at: string;
}

// Asked otherwise, the answer has another shape: what an older version kept is nobody's any more.
const addressOf = (question: Question): string => `/kept/${hashOf(question)}`;
const momentOf = (response: Response): string => new Date(response.headers.get("date") ?? 0).toISOString();

/** Keeps the answer to a public question unless a young one is there. Asked without a cookie, it is about nobody. */
export async function keepAnswer(question: Question, variables: object): Promise<void> {
  if (!("caches" in globalThis)) return;
  const cache = await caches.open(place);
  const old = await cache.match(addressOf(question));
  if (old !== undefined && browserNow() - Date.parse(momentOf(old)) < oldAfter) return;
  const answer = await askAsStranger("borrower", question, variables);
  if (!answer.ok) return;
  for (const request of await cache.keys()) await cache.delete(request);
  await cache.put(addressOf(question), answer);
}

export async function keptAnswer(question: Question): Promise<KeptAnswer | null> {
  if (!("caches" in globalThis)) return null;
  const found = await caches.match(addressOf(question), { cacheName: place });
  return found === undefined ? null : { answer: await found.json(), at: momentOf(found) };
}

/** Leaving on purpose leaves nothing in this browser but the app's own files. */
export async function forgetKept(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(place);
}
