import { useQuery } from "@apollo/client/react";
import { useDaichaoClient, ViewerProvider } from "@daichao/client";
import type { ReactNode } from "react";
import { createContext, useContext, useMemo } from "react";
import type { SessionQuery } from "../gql/graphql.ts";
import { graphql } from "../gql/index.ts";

const SessionDocument = graphql(`
  query Session {
    viewer {
      id
      kind
      displayName
      permissions
    }
  }
`);

export interface Session {
  /** Null while unknown and while nobody is signed in. */
  readonly viewer: SessionQuery["viewer"] | null;
  readonly isKnown: boolean;
  readonly isSignedIn: boolean;
}

const nobody: Session = { viewer: null, isKnown: false, isSignedIn: false };
const SessionContext = createContext<Session>(nobody);

/** Who is here, asked once for the whole app; signing in and out resets the cache and so asks again. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, error } = useQuery(SessionDocument, { fetchPolicy: "cache-first" });
  const known = data?.viewer;
  const hasFailed = error !== undefined;
  const session = useMemo<Session>(() => {
    if (known === undefined) return { ...nobody, isKnown: hasFailed };
    const isSignedIn = known.kind === "PLATFORM";
    return { viewer: isSignedIn ? known : null, isKnown: true, isSignedIn };
  }, [known, hasFailed]);
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
    if (!isSame) location.assign("/admin/");
    return isSame;
  };
}
