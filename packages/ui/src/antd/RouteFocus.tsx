import { useEffect, useRef } from "react";

export interface RouteFocusProps {
  /** Where we are, as the app's router has it. */
  pathname: string;
  /** Whether the browser's own back or forward led here: then it keeps the place. */
  isReturn: boolean;
}

const areaOf = (pathname: string): string => pathname.split("/")[1] ?? "";

/** A new area begins at its top, with eyes and with a screen reader; moving within one keeps the place. */
export function RouteFocus({ pathname, isReturn }: RouteFocusProps) {
  const previous = useRef(pathname);
  useEffect(() => {
    const from = previous.current;
    previous.current = pathname;
    if (areaOf(from) === areaOf(pathname) || isReturn) return;
    scrollTo({ top: 0 });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, isReturn]);
  return null;
}
