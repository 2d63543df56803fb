import type { IncomingHttpHeaders } from "node:http";

/** Whether a page of this house sent the request. Programs send no Origin; a sandboxed frame sends "null". */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
