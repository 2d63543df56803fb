const KEY = "daichao.activity";

/** What this browser remembers of a guest's choice: a "no", or a "yes" with the random number it was given under. */
export type VisitorChoice = { readonly isAllowed: false } | { readonly isAllowed: true; readonly visitorId: string };

/** Null where nothing was chosen, or where the browser keeps nothing. */
export function readVisitor(): VisitorChoice | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null || !("isAllowed" in kept)) return null;
    if (kept.isAllowed === false) return { isAllowed: false };
    return "visitorId" in kept && typeof kept.visitorId === "string"
      ? { isAllowed: true, visitorId: kept.visitorId }
      : null;
  } catch {
    return null;
  }
}

export function keepVisitor(choice: VisitorChoice | null): void {
  try {
    if (choice === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing asks again with the next visit.
  }
}
