import { useSyncExternalStore } from "react";

/** A hook that tells whether the window is narrower than so many pixels, now and after every change. */
function makeUseBelow(pixels: number): () => boolean {
  const query = () => (typeof matchMedia === "undefined" ? null : matchMedia(`(width < ${pixels}px)`));
  const subscribe = (listener: () => void): (() => void) => {
    const watched = query();
    watched?.addEventListener("change", listener);
    return () => watched?.removeEventListener("change", listener);
  };
  return function useBelow() {
    return useSyncExternalStore(subscribe, () => query()?.matches ?? false);
  };
}

/** Whether the screen is too narrow for words beside icons in one line. */
export const useNarrow = makeUseBelow(400);

/** Whether there is room for columns only, and none for names of facts beside them. */
export const usePhone = makeUseBelow(768);
