type Page = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

export interface VisibleTime {
  /** Whole seconds during which the page was visible since the last time this was asked. */
  take(): number;
  stop(): void;
}

/** Counts the time a page is really seen: a hidden tab stands still. */
export function countVisibleTime(page: Page = document, nowMs: () => number = () => performance.now()): VisibleTime {
  let seenMs = 0;
  let since = page.visibilityState === "visible" ? nowMs() : null;
  const settle = (): void => {
    if (since !== null) seenMs += nowMs() - since;
    since = page.visibilityState === "visible" ? nowMs() : null;
  };
  page.addEventListener("visibilitychange", settle);
  return {
    take() {
      settle();
      const seconds = Math.floor(seenMs / 1_000);
      seenMs -= seconds * 1_000;
      return seconds;
    },
    stop: () => page.removeEventListener("visibilitychange", settle),
  };
}
