import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

const areaOf = (pathname: string): string => pathname.split("/")[1] ?? "";

/** A new area begins at its top, with eyes and with a screen reader; moving within one keeps the place. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const previous = useRef(pathname);
  useEffect(() => {
    const from = previous.current;
    previous.current = pathname;
    if (areaOf(from) === areaOf(pathname) || kind === "POP") return;
    scrollTo({ top: 0 });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, kind]);
  return null;
}
