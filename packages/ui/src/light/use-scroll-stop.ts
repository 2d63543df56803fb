import { type RefObject, useEffect, useRef } from "react";

/** A box that scrolls is reached by Tab while it holds more than it shows; not every browser does so by itself. */
export function useScrollStop<Box extends HTMLElement>(isShown = true): RefObject<Box | null> {
  const ref = useRef<Box>(null);
  useEffect(() => {
    const box = ref.current;
    if (box === null || !isShown) return;
    const watch = new ResizeObserver(() => {
      const isMore = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
      if (isMore) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
    for (const part of [box, ...box.children]) watch.observe(part);
    return () => watch.disconnect();
  }, [isShown]);
  return ref;
}
