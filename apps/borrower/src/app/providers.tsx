import type { DaichaoClient } from "@daichao/client";
import { ClientProvider, createClient } from "@daichao/client";
import { ErrorBoundary } from "@daichao/ui";
import type { HouseI18n } from "@daichao/ui/i18n";
import { I18nRoot } from "@daichao/ui/i18n";
import type { LinkProps } from "@daichao/ui/light";
import { LinkProvider, ToastRegion } from "@daichao/ui/light";
import type { MouseEvent, ReactNode } from "react";
import { BrowserRouter, useHref, useLinkClickHandler } from "react-router";
import { SessionProvider } from "../lib/session.tsx";

// The router listens here for the end of a session: the client is older than any page.
let leave: (returnUrl: string | null) => void = () => {};

/** Tells where to go when the session ends under a page; the last one told wins. */
export function onSessionEnd(listener: typeof leave): void {
  leave = listener;
}

/** The one client of this app. */
export const createBorrowerClient = (): DaichaoClient =>
  createClient({
    app: "borrower",
    connections: { Query: ["products", "applications", "loans", "notifications"], Borrower: ["accessRecords"] },
    typePolicies: {
      ProductFacets: { merge: false },
      Viewer: { fields: { permissions: { merge: false } } },
      // Lists come whole: what is no longer in one has left it.
      Borrower: {
        fields: { documents: { merge: false }, consents: { merge: false }, bankCards: { merge: false } },
      },
      Query: { fields: { sessions: { merge: false }, favourites: { merge: false }, savedSearches: { merge: false } } },
      // One per person who is signed in.
      ContactPreferences: { keyFields: [] },
    },
    onUnauthenticated: (returnUrl) => leave(returnUrl),
  });

// The router's own link, without what it can also do: fetching ahead and view transitions.
function RouterLink({ href, onClick, target, ...rest }: LinkProps) {
  const go = useLinkClickHandler<HTMLAnchorElement>(href, { target });
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!event.defaultPrevented) go(event);
  };
  return <a {...rest} href={useHref(href)} target={target} onClick={press} />;
}

export interface ProvidersProps {
  texts: HouseI18n;
  client: DaichaoClient;
  children: ReactNode;
}

export function Providers({ texts, client, children }: ProvidersProps) {
  return (
    <I18nRoot texts={texts}>
      <ErrorBoundary>
        <ClientProvider client={client}>
          <SessionProvider>
            <BrowserRouter>
              <LinkProvider component={RouterLink}>
                <ToastRegion>{children}</ToastRegion>
              </LinkProvider>
            </BrowserRouter>
          </SessionProvider>
        </ClientProvider>
      </ErrorBoundary>
    </I18nRoot>
  );
}
