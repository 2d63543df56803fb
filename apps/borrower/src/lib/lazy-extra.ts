import type { ComponentType, LazyExoticComponent } from "react";
import { lazy } from "react";

type Extra = ComponentType<Record<never, never>>;

const nothing: Extra = () => null;

/** A part the page can do without: when it does not arrive, nothing stands in its place and the page goes on. */
export function lazyExtra(load: () => Promise<Extra>): LazyExoticComponent<Extra> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: nothing }),
    ),
  );
}
