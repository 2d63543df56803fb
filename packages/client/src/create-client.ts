import { ApolloClient } from "@apollo/client";
import type { TypePolicies } from "@apollo/client/cache";
import { ApolloLink } from "@apollo/client/link";
import type { ConnectionFields } from "./cache.ts";
import { createCache } from "./cache.ts";
import type { Connection } from "./connection.ts";
import { createConnection } from "./connection.ts";
import type {} from "./data-masking.ts";
import type { Failure } from "./failure.ts";
import { createHashLink } from "./hash-link.ts";
import type { HeldPage } from "./held-link.ts";
import { createHeldPage } from "./held-link.ts";
import { languageHeader } from "./language.ts";
import type { Live, LiveOptions } from "./live.ts";
import { createLive } from "./live.ts";
import type { PostOptions } from "./post-link.ts";
import { createPostLink } from "./post-link.ts";
import type { RetryOptions } from "./retry-link.ts";
import { createRetryLink } from "./retry-link.ts";
import { rememberReturnUrl } from "./return-url.ts";
import type { WatchOptions } from "./watch-link.ts";
import { createWatchLink } from "./watch-link.ts";

export type AppName = "borrower" | "institution" | "admin";

export interface ClientOptions {
  readonly app: AppName;
  readonly url?: string;
  /** Connection fields whose pages grow into one list; others keep each page apart. */
  readonly connections?: ConnectionFields;
  readonly typePolicies?: TypePolicies;
  /** The session has ended while the viewer was at `returnUrl`. Called once until `signedIn()`. */
  readonly onUnauthenticated?: (returnUrl: string | null) => void;
  /** Every failure of every operation, for reporting; pages show their own. */
  readonly onFailure?: (failure: Failure, operationName: string) => void;
  readonly fetch?: typeof fetch;
  readonly retry?: RetryOptions;
  readonly probeUrl?: string;
  readonly loadSocket?: LiveOptions["load"];
}

export interface DaichaoClient {
  readonly app: AppName;
  readonly apollo: ApolloClient;
  readonly connection: Connection;
  readonly live: Live;
  /** What happens to a page whose session ends under it. */
  readonly held: HeldPage;
  /** After sign-in: lets a held page go on, or drops what the stranger saw, fetches the socket library, listens for the next end of session. */
  signedIn(): Promise<void>;
  /** After sign-out: closes the socket and forgets everything. */
  signedOut(): Promise<void>;
  stop(): void;
}

function socketUrl(url: string): string {
  const absolute = new URL(url, location.href);
  absolute.protocol = absolute.protocol === "https:" ? "wss:" : "ws:";
  return absolute.href;
}

// Bots and other sites cannot set a custom header on a request that carries our cookie.
function createHeaderLink(app: AppName): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }) => ({
      headers: { ...headers, "x-app": app, "x-daichao-csrf": "1", "accept-language": languageHeader() },
    }));
    return forward(operation);
  });
}

/** Requests to /graphql: retried where harmless, watched, with the headers that say who asks. */
function createHttpChain(options: ClientOptions, post: PostOptions, watch: WatchOptions, held: HeldPage): ApolloLink {
  return ApolloLink.from([
    held.link,
    createRetryLink(options.retry),
    createWatchLink(watch),
    createHeaderLink(options.app),
    createPostLink(post),
  ]);
}

function createApollo(options: ClientOptions, live: Live, http: ApolloLink): ApolloClient {
  return new ApolloClient({
    cache: createCache(options.connections, options.typePolicies),
    dataMasking: true,
    // Whoever asks again does so because something has changed: the answer on its way was made before that.
    queryDeduplication: false,
    link: ApolloLink.from([
      createHashLink(),
      ApolloLink.split((operation) => operation.operationType === "subscription", live.link, http),
    ]),
    // A panel whose field failed shows its failure; the rest of the page stays.
    defaultOptions: {
      watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first", errorPolicy: "all" },
    },
  });
}

function watchBrowser(connection: Connection): () => void {
  const goOnline = () => connection.report("browserOnline");
  const goOffline = () => connection.report("browserOffline");
  addEventListener("online", goOnline);
  addEventListener("offline", goOffline);
  return () => {
    removeEventListener("online", goOnline);
    removeEventListener("offline", goOffline);
  };
}

/**
 * One client for one app: documents go out as hashes, what may be retried is retried, and after a lost connection, and
 * once the first socket of a page listens, every query on screen is asked again.
 */
export function createClient(options: ClientOptions): DaichaoClient {
  const { app, url = "/graphql", probeUrl = "/healthz", onFailure, loadSocket: load } = options;
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  const connection = createConnection({ probe: () => send(probeUrl, { cache: "no-store", method: "HEAD" }) });
  let hasEnded = false;
  const held = createHeldPage();
  const onUnauthenticated = (): void => {
    if (hasEnded || held.hold()) return;
    hasEnded = true;
    options.onUnauthenticated?.(rememberReturnUrl());
  };
  const live = createLive({
    app,
    url: socketUrl(url),
    connection,
    language: languageHeader,
    onUnauthenticated,
    onLate: () => void apollo.refetchObservableQueries(),
    load,
  });
  const http = createHttpChain(options, { url, fetch: send }, { connection, onUnauthenticated, onFailure }, held);
  const apollo = createApollo(options, live, http);
  connection.onRestored(() => void apollo.refetchObservableQueries());
  const stopWatching = watchBrowser(connection);

  return {
    app,
    apollo,
    connection,
    live,
    held,
    async signedIn() {
      hasEnded = false;
      live.close();
      live.warm();
      if (held.get() && (await held.goOn())) return;
      // A page that leaves meanwhile gives up its question, and one that stays shows its own failure.
      await apollo.resetStore().catch(() => {});
    },
    async signedOut() {
      hasEnded = true;
      held.giveUp();
      live.close();
      await apollo.clearStore();
    },
    stop() {
      stopWatching();
      live.close();
      connection.stop();
      apollo.stop();
    },
  };
}
