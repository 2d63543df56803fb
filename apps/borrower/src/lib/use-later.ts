import { startTransition, useEffect, useState } from "react";

/** What many rows wear and none waits for: null until it is here, then drawn in pieces. */
export function useLater<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let isOver = false;
    const wear = (loaded: Part) => {
      if (!isOver) startTransition(() => setPart(() => loaded));
    };
    // What does not arrive is not worn: the rows are whole without it.
    load().then(wear, () => undefined);
    return () => {
      isOver = true;
    };
  }, [load]);
  return part;
}
