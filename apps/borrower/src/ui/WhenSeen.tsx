import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";

/** Holds its children back until their place comes near the screen; `height` keeps that place meanwhile. */
export function WhenSeen({ children, height }: { children: ReactNode; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(() => typeof IntersectionObserver === "undefined");
  useEffect(() => {
    const element = place.current;
    if (isSeen || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "240px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isSeen]);
  return isSeen ? children : <div ref={place} style={{ minBlockSize: height }} />;
}
