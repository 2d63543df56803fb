import type { TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { createContext, useContext, useMemo } from "react";
import { useDaichaoClient } from "./ClientProvider.tsx";
import { ViewerProvider } from "./permission.tsx";

/** What the session asks of a viewer; an app's own document may ask for more. */
interface StaffViewer {
  readonly id: string;
  readonly kind: string;
  readonly permissions: readonly string[];
}

export interface StaffSession<Viewer> {
  /** Null while unknown and while nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly isKnown: boolean;
  readonly isSignedIn: boolean;
}

export interface StaffSessionOptions<Viewer extends StaffViewer> {
  readonly document: TypedDocumentNode<{ readonly viewer: Viewer }, Record<string, never>>;
  /** The kind of account that works here; any other is as good as a stranger. */
  readonly kind: Viewer["kind"];
  /** Address under which the app is served: where another person starts anew. */
  readonly home: string;
}

/** The session of one working app: who is here, asked once for the whole app. */
export function createStaffSession<Viewer extends StaffViewer>({ document, kind, home }: StaffSessionOptions<Viewer>) {
  const nobody: StaffSession<Viewer> = { viewer: null, isKnown: false, isSignedIn: false };
  const SessionContext = createContext(nobody);

  /** Signing in and out resets the cache and so asks again. */
  function SessionProvider({ children }: { children: ReactNode }) {
    const { data, error } = useQuery(document, { fetchPolicy: "cache-first" });
    const known = data?.viewer;
    const hasFailed = error !== undefined;
    const session = useMemo<StaffSession<Viewer>>(() => {
      if (known === undefined) return { ...nobody, isKnown: hasFailed };
      const isSignedIn = known.kind === kind;
      return { viewer: isSignedIn ? known : null, isKnown: true, isSignedIn };
    }, [known, hasFailed]);
    return (
      <SessionContext value={session}>
        <ViewerProvider viewer={session.viewer}>{children}</ViewerProvider>
      </SessionContext>
    );
  }

  function useSession(): StaffSession<Viewer> {
    return useContext(SessionContext);
  }

  /** Whether whoever signed in again is the one whose page this is; another person starts with a page of their own. */
  function useSamePerson(): () => Promise<boolean> {
    const { apollo } = useDaichaoClient();
    const { viewer } = useSession();
    return async () => {
      const { data } = await apollo.query({ query: document, fetchPolicy: "no-cache" });
      const isSame = viewer !== null && data?.viewer.id === viewer.id;
      if (!isSame) location.assign(home);
      return isSame;
    };
  }

  return { SessionProvider, useSession, useSamePerson };
}

/** Ends the session, forgets what it saw and, once `leave` has gone to the sign-in page, asks anew who is here. */
export function useStaffSignOut(
  document: TypedDocumentNode<unknown, Record<string, never>>,
  leave: () => unknown,
): () => void {
  const client = useDaichaoClient();
  return () =>
    void client.apollo.mutate({ mutation: document }).then(async () => {
      await client.signedOut();
      await leave();
      await client.signedIn();
    });
}
