import { useQuery } from "@apollo/client/react";
import type { DaichaoClient, Failure } from "@daichao/client";
import { toFailure, useDaichaoClient, ViewerProvider } from "@daichao/client";
import type { ReactNode } from "react";
import { createContext, useContext, useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { SessionQuery } from "../gql/graphql.ts";
import { graphql } from "../gql/index.ts";

const SessionDocument = graphql(`
  query Session {
    viewer {
      id
      kind
      displayName
      permissions
      isFrozen
    }
  }
`);

export interface Session {
  /** Null while unknown and while nobody is signed in. */
  readonly viewer: SessionQuery["viewer"] | null;
  readonly isKnown: boolean;
  readonly isSignedIn: boolean;
  /** Why nobody knows who is here; public pages go on as for a guest. */
  readonly failure: Failure | null;
  readonly retry: () => void;
}

const nobody: Session = { viewer: null, isKnown: false, isSignedIn: false, failure: null, retry: () => {} };
const SessionContext = createContext<Session>(nobody);

// The page's own question takes the answer to the one that was asked ahead of it.
const context = { queryDeduplication: true };

/**
 * Asks who is here before anything is drawn; the page then finds the answer, or the request under way. In two pieces:
 * the first reading of an empty cache is half of the work.
 */
export async function askWhoIsHere({ apollo }: DaichaoClient, pause: () => Promise<unknown>): Promise<void> {
  apollo.readQuery({ query: SessionDocument });
  await pause();
  void apollo.query({ query: SessionDocument, context }).catch(() => undefined);
}

/** Who is here, asked once for the whole app; signing in and out resets the cache and so asks again. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(SessionDocument, { fetchPolicy: "cache-first", context });
  const known = data?.viewer;
  const latest = useMemo<Session>(() => {
    const retry = () => void refetch();
    if (known === undefined) {
      if (error === undefined) return nobody;
      return { ...nobody, isKnown: true, failure: toFailure(error), retry };
    }
    const isSignedIn = known.kind === "BORROWER";
    return { viewer: isSignedIn ? known : null, isKnown: true, isSignedIn, failure: null, retry };
  }, [known, error, refetch]);
  // The whole page hears of the first answer: it is drawn again in pieces, and a slow phone answers a touch between
  // them. Who comes and goes later is known at once.
  const wasKnown = useRef(false);
  const inPieces = useDeferredValue(latest);
  const session = wasKnown.current ? latest : inPieces;
  useEffect(() => {
    if (session.isKnown) wasKnown.current = true;
  }, [session]);
  const hasEnded = session.isKnown && !session.isSignedIn && session.failure === null;
  useEffect(() => {
    // The mark is plain, so that pages of guests load nothing for it.
    if (hasEnded && localStorage.getItem("daichao-unsent") !== null)
      void import("./unsent/this-device.ts").then(({ wipeThisDevice }) => wipeThisDevice());
  }, [hasEnded]);
  return (
    <SessionContext value={session}>
      <ViewerProvider viewer={session.viewer}>{children}</ViewerProvider>
    </SessionContext>
  );
}

export function useSession(): Session {
  return useContext(SessionContext);
}

/** Whether whoever signed in again is the one whose page this is; another person starts with a page of their own. */
export function useSamePerson(): () => Promise<boolean> {
  const { apollo } = useDaichaoClient();
  const { viewer } = useSession();
  return async () => {
    const { data } = await apollo.query({ query: SessionDocument, fetchPolicy: "no-cache" });
    const isSame = viewer !== null && data?.viewer.id === viewer.id;
    if (!isSame) location.assign("/");
    return isSame;
  };
}
