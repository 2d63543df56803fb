import { useMemo } from "react";
import { deviceOf } from "../../lib/unsent/this-device.ts";
import type { DraftAutosave, DraftEdits } from "./useDraftAutosave.ts";
import { useDraftAutosave } from "./useDraftAutosave.ts";

/** A draft that is saved as it is filled in; without network it waits, sealed, on this device. */
export function useDeviceDraft(
  draft: { readonly id: string; readonly version: number },
  personId: string,
  reload: () => Promise<unknown>,
): DraftAutosave {
  const device = useMemo(() => deviceOf<DraftEdits>(personId, draft.id), [personId, draft.id]);
  return useDraftAutosave(draft, reload, undefined, device);
}
