// @vitest-environment jsdom
import { gql } from "@apollo/client";
import type { ClientOptions, Sink, SubscribePayload } from "graphql-ws/client";
import { afterEach, expect, it, vi } from "vitest";
import type { DaichaoClient } from "./create-client.ts";
import { createClient } from "./create-client.ts";

const subscription = {
  ...gql`
    subscription LoanUpdated {
      loanUpdated {
        id
      }
    }
  `,
  __meta__: { hash: "b".repeat(64) },
};

let client: DaichaoClient | null = null;
afterEach(() => client?.stop());

function liveClient() {
  const sent: SubscribePayload[] = [];
  const made: ClientOptions[] = [];
  const dispose = vi.fn();
  const loadSocket = vi.fn(async () => ({
    createClient: (options: ClientOptions) => {
      made.push(options);
      return {
        subscribe: (payload: SubscribePayload, sink: Sink<{ data: unknown }>) => {
          sent.push(payload);
          sink.next({ data: { loanUpdated: { __typename: "Loan", id: "l1" } } });
          return () => {};
        },
        dispose,
        on: () => () => {},
        iterate: () => {
          throw new Error("not used");
        },
        terminate: () => {},
      };
    },
  }));
  const onUnauthenticated = vi.fn();
  // The library's own type, of which only what is used is made here.
  client = createClient({ app: "admin", onUnauthenticated, loadSocket: loadSocket as never });
  return { client, sent, made, dispose, loadSocket, onUnauthenticated };
}

it("the socket library is fetched by the first subscription and not before, and hears a hash", async () => {
  const { client, sent, made, loadSocket } = liveClient();
  expect(loadSocket).not.toHaveBeenCalled();
  const heard = vi.fn();
  const listening = client.apollo.subscribe({ query: subscription }).subscribe(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({
    query: "",
    operationName: "LoanUpdated",
    extensions: { persistedQuery: { version: 1, sha256Hash: "b".repeat(64) } },
  });
  const init = made[0]?.connectionParams;
  expect(typeof init === "function" ? await init() : init).toMatchObject({ app: "admin" });
  listening.unsubscribe();
});

it("a socket that breaks is reconnected; only one that was let in tells the end of a session", async () => {
  const { client, made, onUnauthenticated } = liveClient();
  client.live.warm();
  await vi.waitFor(() => expect(made).toHaveLength(1));
  const closed = made[0]?.on?.closed;
  closed?.({ code: 1006, reason: "" });
  expect(client.connection.get()).toBe("reconnecting");
  expect(made[0]?.shouldRetry?.({ code: 1006, reason: "" })).toBe(true);
  closed?.({ code: 4403, reason: "" });
  expect(onUnauthenticated).not.toHaveBeenCalled();
  made[0]?.on?.connected?.({}, undefined, true);
  closed?.({ code: 4403, reason: "" });
  expect(made[0]?.shouldRetry?.({ code: 4403, reason: "" })).toBe(false);
  expect(onUnauthenticated).toHaveBeenCalledOnce();
});

it("B-13: what happened between a page's question and its listening is asked for, once the socket listens", async () => {
  const { client, made } = liveClient();
  const again = vi.spyOn(client.apollo, "refetchObservableQueries").mockResolvedValue([]);
  const listening = client.apollo.subscribe({ query: subscription }).subscribe();
  await vi.waitFor(() => expect(made).toHaveLength(1));
  expect(again).not.toHaveBeenCalled();
  const connected = made[0]?.on?.connected;
  connected?.({}, undefined, false);
  await vi.waitFor(() => expect(again).toHaveBeenCalledOnce());
  // Who begins to listen on a socket that is in has missed nothing.
  const second = client.apollo.subscribe({ query: subscription }).subscribe();
  connected?.({}, undefined, true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(again).toHaveBeenCalledOnce();
  listening.unsubscribe();
  second.unsubscribe();
});

it("an earlier socket that closes late does not hide the end of the session from the next", async () => {
  const { client, made, onUnauthenticated } = liveClient();
  client.live.warm();
  await vi.waitFor(() => expect(made).toHaveLength(1));
  made[0]?.on?.connected?.({}, undefined, false);
  await client.signedIn();
  await vi.waitFor(() => expect(made).toHaveLength(2));
  made[1]?.on?.connected?.({}, undefined, false);
  made[0]?.on?.closed?.({ code: 1000, reason: "" });
  made[1]?.on?.closed?.({ code: 4403, reason: "" });
  expect(onUnauthenticated).toHaveBeenCalledOnce();
});

it("after sign-in the socket is a new one, with the new credential", async () => {
  const { client, made, dispose } = liveClient();
  client.live.warm();
  await vi.waitFor(() => expect(made).toHaveLength(1));
  await client.signedIn();
  await vi.waitFor(() => expect(made).toHaveLength(2));
  expect(dispose).toHaveBeenCalledOnce();
});
