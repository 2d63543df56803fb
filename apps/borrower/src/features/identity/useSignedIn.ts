import { useDaichaoClient } from "@daichao/client";

/** After any way of signing in: what the stranger saw is forgotten and everything on screen is asked for again. */
export function useSignedIn(): () => Promise<void> {
  return useDaichaoClient().signedIn;
}
