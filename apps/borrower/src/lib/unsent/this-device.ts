import { browserShelf } from "./sealed-store.ts";
import { type DraftDevice, draftDevice, KEPT_MARK, wipeUnsent } from "./unsent-drafts.ts";

/** This browser's place for one person's unsent changes of one draft. */
export function deviceOf<Edits>(personId: string, draftId: string): DraftDevice<Edits> {
  const device = draftDevice<Edits>(browserShelf(), personId, draftId);
  return {
    ...device,
    async keep(unsent) {
      localStorage.setItem(KEPT_MARK, "1");
      return device.keep(unsent);
    },
  };
}

export async function wipeThisDevice(): Promise<void> {
  await wipeUnsent(browserShelf());
  localStorage.removeItem(KEPT_MARK);
}
