import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

/** After a change of page the reader starts at its top, with eyes and with a screen reader; going back keeps the place. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (kind === "POP") return;
    scrollTo({ top: 0 });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, kind]);
  return null;
}
