import { useEffect, useRef } from "react";
import type { ActivityKind, ProductCategory } from "../gql/graphql.ts";
import { countVisibleTime } from "./visible-time.ts";

/** What a page saw somebody do. Codes and numbers only. */
export interface Noted {
  readonly kind: ActivityKind;
  readonly productId?: string;
  readonly seconds?: number;
  readonly amount?: string;
  readonly termCount?: number;
  readonly category?: ProductCategory;
}

const MOST_EARLY = 50;
const MOST_SECONDS = 3_600;
const early: Noted[] = [];
let taker: ((noted: Noted) => void) | null = null;

/** Notes what was done. It stays in this page until the recorder, which asks for consent first, takes or drops it. */
export function noteActivity(noted: Noted): void {
  if (taker !== null) taker(noted);
  else if (early.length < MOST_EARLY) early.push(noted);
}

/** Gives everything noted so far and from now on to a recorder; null lets it pile up again, up to fifty. */
export function takeActivity(next: ((noted: Noted) => void) | null): void {
  taker = next;
  if (next !== null) for (const noted of early.splice(0)) next(noted);
}

/** A product is being looked at: noted once, and the time it was really seen when the page is left. */
export function useProductActivity(productId: string | undefined): void {
  useEffect(() => {
    if (productId === undefined) return;
    noteActivity({ kind: "PRODUCT_VIEWED", productId });
    const time = countVisibleTime();
    const tell = (): void => {
      const seconds = time.take();
      if (seconds > 0) noteActivity({ kind: "PRODUCT_DWELT", productId, seconds: Math.min(MOST_SECONDS, seconds) });
    };
    addEventListener("pagehide", tell);
    return () => {
      removeEventListener("pagehide", tell);
      tell();
      time.stop();
    };
  }, [productId]);
}

/** Notes something each time it has become another one; what the page came with is not noted. */
export function useChangedActivity(noted: Noted | null): void {
  const key = noted === null ? null : JSON.stringify(noted);
  const first = useRef(key);
  useEffect(() => {
    if (key === null || key === first.current) return;
    first.current = key;
    noteActivity(JSON.parse(key));
  }, [key]);
}

/** Products stand beside each other: each is noted once, as soon as it stands beside another. */
export function useComparedActivity(productIds: readonly string[]): void {
  const noted = useRef(new Set<string>());
  const key = productIds.join();
  useEffect(() => {
    const ids = key.split(",");
    if (ids.length < 2) return;
    for (const productId of ids) {
      if (noted.current.has(productId)) continue;
      noted.current.add(productId);
      noteActivity({ kind: "PRODUCT_COMPARED", productId });
    }
  }, [key]);
}
