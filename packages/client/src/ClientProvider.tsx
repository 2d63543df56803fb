import { ApolloProvider } from "@apollo/client/react";
import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import type { ConnectionState } from "./connection.ts";
import type { DaichaoClient } from "./create-client.ts";

const ClientContext = createContext<DaichaoClient | null>(null);

export function ClientProvider({ client, children }: { client: DaichaoClient; children: ReactNode }) {
  return (
    <ClientContext value={client}>
      <ApolloProvider client={client.apollo}>{children}</ApolloProvider>
    </ClientContext>
  );
}

export function useDaichaoClient(): DaichaoClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error("ClientProvider is missing above this component");
  return client;
}

/** Whether the api is there, for the connection banner. */
export function useConnection(): ConnectionState {
  const { connection } = useDaichaoClient();
  return useSyncExternalStore(connection.subscribe, connection.get, connection.get);
}

/** Asks the api now; the banner's button. */
export function useConnectionRetry(): () => void {
  return useDaichaoClient().connection.retry;
}

/** True while the page waits for its person to sign in again; the page can be held as long as this hook is used. */
export function useHeldPage(isSamePerson: () => Promise<boolean>): boolean {
  const { held } = useDaichaoClient();
  const same = useRef(isSamePerson);
  same.current = isSamePerson;
  useEffect(() => held.keep(() => same.current()), [held]);
  return useSyncExternalStore(held.subscribe, held.get, held.get);
}
