import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { useSearchParams } from "react-router";
import type { ProductSearch } from "../../features/catalog/product-search.ts";
import { readSearch, writeSearch } from "../../features/catalog/product-search.ts";

/** A change that was asked for and is not on screen yet. */
export interface Waiting {
  readonly address: string;
  readonly search: ProductSearch;
}

/**
 * What still waits once an address is on screen: what was asked for after it. An address nobody here asked for is
 * somebody's who went elsewhere, and nothing waits any more.
 */
export function stillWaiting(waiting: readonly Waiting[], onScreen: string): readonly Waiting[] {
  const at = waiting.findIndex(({ address }) => address === onScreen);
  return at === -1 ? [] : waiting.slice(at + 1);
}

/** A change that was made of the search on screen, applied to the one that was asked for last. */
export function changed(asked: ProductSearch, seen: ProductSearch, next: ProductSearch): ProductSearch {
  const isChanged = (name: string) => Reflect.get(next, name) !== Reflect.get(seen, name);
  return { ...asked, ...Object.fromEntries(Object.entries(next).filter(([name]) => isChanged(name))) };
}

/** What the address asks for. A page is drawn later than it is asked for: no change made meanwhile loses another. */
export function useSearch(): [ProductSearch, (next: ProductSearch) => void] {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const search = useMemo(() => readSearch(new URLSearchParams(address)), [address]);
  const waiting = useRef<readonly Waiting[]>([]);
  useLayoutEffect(() => {
    waiting.current = stillWaiting(waiting.current, address);
  }, [address]);
  const change = useCallback(
    (next: ProductSearch): void => {
      const asked = changed(waiting.current.at(-1)?.search ?? search, search, next);
      const written = writeSearch(asked);
      waiting.current = [...waiting.current, { address: written.toString(), search: asked }];
      // Narrowing is one visit of the page: going back leaves the list, it does not undo each tick.
      setParams(written, { replace: true, preventScrollReset: true });
    },
    [search, setParams],
  );
  return [search, change];
}
