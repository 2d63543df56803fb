import { useEffect, useState } from "react";

/** Whole seconds for which a figure and its recount have differed; 0 while they agree. */
export function useDifferenceAge(isEqual: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (isEqual) return;
    const timer = setInterval(() => setSeconds((past) => past + 1), 1_000);
    return () => clearInterval(timer);
  }, [isEqual]);
  return seconds;
}
