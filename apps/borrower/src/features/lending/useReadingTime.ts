import { useEffect, useState } from "react";
import { browserNow } from "../../lib/lending/clock.ts";

/**
 * Whole seconds until a moment of the server's clock, counting down to 0. `offset` is what the server's clock is ahead
 * of this browser's, in milliseconds: a wrong clock here neither shortens nor lengthens the wait.
 */
export function useReadingTime(until: string, offset: number): number {
  const leftOf = () => Math.max(0, Math.ceil((new Date(until).getTime() - (browserNow() + offset)) / 1_000));
  const [left, setLeft] = useState(leftOf);
  const isOver = left === 0;
  useEffect(() => {
    setLeft(leftOf());
    if (isOver) return;
    const timer = setInterval(() => setLeft(leftOf()), 250);
    return () => clearInterval(timer);
  }, [until, offset, isOver]);
  return left;
}
