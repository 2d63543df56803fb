import { useEffect, useRef } from "react";

const restMs = 5_000;

/**
 * Asks again when somebody comes back to the page, and every half minute while it is looked at: what has been suspended
 * or changed meanwhile does not stand here for long.
 */
export function useFresh(refetch: () => unknown): void {
  const again = useRef(refetch);
  again.current = refetch;
  useEffect(() => {
    let last = Date.now();
    const look = () => {
      if (document.visibilityState !== "visible" || !navigator.onLine || Date.now() - last < restMs) return;
      last = Date.now();
      again.current();
    };
    const timer = setInterval(look, restMs * 6);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
}
