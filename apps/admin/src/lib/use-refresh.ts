import { useCallback, useEffect, useRef } from "react";

/** Asks again once things have been quiet for so many milliseconds: a burst of events is one question. */
export function useRefresh(ask: () => unknown, wait = 400): () => void {
  const latest = useRef(ask);
  latest.current = ask;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), wait);
  }, [wait]);
}
