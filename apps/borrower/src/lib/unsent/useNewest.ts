import { useEffect, useRef } from "react";
import type { Autosave } from "./useAutosave.ts";

// A page draws what it has just saved a moment after the save.
const moment = 200;

/** An answer that was on its way while something was saved shows less than what was saved: it is asked for again. */
export function useNewest(
  shown: number,
  { state, version }: Pick<Autosave<unknown>, "state" | "version">,
  reload: () => Promise<unknown>,
) {
  const newest = useRef({ version, reload });
  newest.current = { version, reload };
  useEffect(() => {
    if (state !== "saved") return;
    const timer = setTimeout(() => {
      if (newest.current.version() > shown) void newest.current.reload();
    }, moment);
    return () => clearTimeout(timer);
  }, [state, shown]);
}
