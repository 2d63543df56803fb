import { useMemo } from "react";
import { browserNow } from "./clock.ts";

/** Milliseconds to add to this browser's clock to have the server's, as of the answer that carried `serverNow`. */
export function useServerOffset(serverNow: string | undefined): number {
  return useMemo(() => (serverNow === undefined ? 0 : new Date(serverNow).getTime() - browserNow()), [serverNow]);
}
