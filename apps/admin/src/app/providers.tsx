import { ClientProvider, createClient } from "@daichao/client";
import { ErrorBoundary } from "@daichao/ui";
import { AppProviders } from "@daichao/ui/antd";
import type { HouseI18n } from "@daichao/ui/i18n";
import { I18nRoot } from "@daichao/ui/i18n";
import type { LinkProps } from "@daichao/ui/light";
import { LinkProvider } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { BrowserRouter, Link } from "react-router";
import { SessionProvider } from "../lib/session.ts";

// The router listens here for the end of a session: the client is older than any page.
let leave: (returnUrl: string | null) => void = () => {};

/** Tells where to go when the session ends under a page; the last one told wins. */
export function onSessionEnd(listener: typeof leave): void {
  leave = listener;
}

const client = createClient({
  app: "admin",
  typePolicies: { Viewer: { fields: { permissions: { merge: false } } } },
  onUnauthenticated: (returnUrl) => leave(returnUrl),
});

const RouterLink = ({ href, ...rest }: LinkProps) => <Link to={href} {...rest} />;

export function Providers({ texts, children }: { texts: HouseI18n; children: ReactNode }) {
  return (
    <I18nRoot texts={texts}>
      <ErrorBoundary>
        <ClientProvider client={client}>
          <SessionProvider>
            <BrowserRouter basename="/admin">
              <LinkProvider component={RouterLink}>
                <AppProviders app="admin">{children}</AppProviders>
              </LinkProvider>
            </BrowserRouter>
          </SessionProvider>
        </ClientProvider>
      </ErrorBoundary>
    </I18nRoot>
  );
}
