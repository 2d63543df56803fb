import { useSyncExternalStore } from "react";

const phone = () => (typeof matchMedia === "undefined" ? null : matchMedia("(width < 768px)"));

function subscribe(listener: () => void): () => void {
  const query = phone();
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/** Whether there is room for columns only, and none for names of facts beside them. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => phone()?.matches ?? false);
