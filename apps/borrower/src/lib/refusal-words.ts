import { useT } from "./texts.ts";

/** Says why the api would not have an uploaded file; null for one it took. */
export function useRefusalWords() {
  const t = useT();
  return ({ state, refusal }: { readonly state: string; readonly refusal: string | null }): string | null =>
    state === "REFUSED" ? (t.find(`refusal.${refusal ?? "BROKEN"}`) ?? t("refusal.BROKEN")) : null;
}
