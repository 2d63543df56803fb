// @vitest-environment jsdom
import type { TypedDocumentNode } from "@apollo/client";
import { gql } from "@apollo/client";
import type { DocumentNode } from "graphql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DaichaoClient } from "./create-client.ts";
import { createClient } from "./create-client.ts";
import { toFailure } from "./failure.ts";
import { takeReturnUrl } from "./return-url.ts";

const hash = "a".repeat(64);

// As codegen's client preset leaves them with persistedDocuments.
function trusted<Data, Variables extends Record<string, unknown> = Record<string, never>>(document: DocumentNode) {
  return { ...document, __meta__: { hash } } as unknown as TypedDocumentNode<Data, Variables>;
}

const ProductsPage = trusted<{ product: { id: string; name: string } }>(gql`
  query ProductsPage {
    product {
      id
      name
    }
  }
`);
const SubmitApplication = trusted<{ submitApplication: { id: string } }, { input: Record<string, unknown> }>(gql`
  mutation SubmitApplication($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      id
    }
  }
`);
const product = { data: { product: { __typename: "Product", id: "p1", name: "稳享贷" } } };
const submitted = { data: { submitApplication: { __typename: "LoanApplication", id: "a1" } } };
const refused = (code: string, kind: string, retryable = false) => ({
  data: null,
  errors: [{ message: code, extensions: { code, kind, retryable } }],
});

type Answer = Record<string, unknown> | Error;
const clients: DaichaoClient[] = [];

function clientThatHears(...answers: Answer[]) {
  const requests: { url: string; headers: Headers; body: string }[] = [];
  const fetch = vi.fn(async (url: unknown, init?: RequestInit) => {
    if (String(url) === "/healthz") return new Response("ok");
    requests.push({ url: String(url), headers: new Headers(init?.headers), body: String(init?.body) });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return Response.json(answer, { headers: { "content-type": "application/json" } });
  });
  const onUnauthenticated = vi.fn();
  const client = createClient({
    app: "borrower",
    fetch: fetch as typeof globalThis.fetch,
    retry: { firstWait: 1 },
    onUnauthenticated,
  });
  clients.push(client);
  return { client, requests, onUnauthenticated };
}

beforeEach(() => history.replaceState(null, "", "/loans/7?tab=pay"));
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
  sessionStorage.clear();
});

describe("a request", () => {
  it("carries the hash and never the text of its document", async () => {
    const { client, requests } = clientThatHears(product);
    const { data } = await client.apollo.query({ query: ProductsPage });
    expect(data?.product.name).toBe("稳享贷");
    const [request] = requests;
    expect(JSON.parse(request?.body ?? "")).toEqual({
      operationName: "ProductsPage",
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    });
    expect(request?.body).not.toContain("product {");
  });

  it("says which app asks, in which language, and proves it is no foreign form", async () => {
    document.documentElement.lang = "en-US";
    const { client, requests } = clientThatHears(product);
    await client.apollo.query({ query: ProductsPage });
    const headers = requests[0]?.headers;
    expect(headers?.get("x-app")).toBe("borrower");
    expect(headers?.get("x-daichao-csrf")).toBe("1");
    expect(headers?.get("accept-language")).toBe("en-US");
  });

  it("made again while the first is on its way is answered by itself: what changed in between is in it", async () => {
    const { client, requests } = clientThatHears(product, {
      data: { product: { __typename: "Product", id: "p1", name: "改名贷" } },
    });
    const ask = () => client.apollo.query({ query: ProductsPage, fetchPolicy: "network-only" });
    const [before, after] = await Promise.all([ask(), ask()]);
    expect(requests).toHaveLength(2);
    expect([before.data?.product.name, after.data?.product.name]).toEqual(["稳享贷", "改名贷"]);
  });

  it("with a document that codegen has not seen is refused before it is sent", async () => {
    const { client, requests } = clientThatHears(product);
    const free = gql`
      query Free {
        product {
          id
        }
      }
    `;
    await expect(client.apollo.query({ query: free })).rejects.toThrow("Free is not a trusted document");
    expect(requests).toHaveLength(0);
  });
});

describe("trying again", () => {
  const input = { productId: "p1" };

  it("a query is tried again after a lost answer and after a retryable refusal", async () => {
    const { client, requests } = clientThatHears(
      new TypeError("lost"),
      refused("OVERLOADED", "unavailable", true),
      product,
    );
    const { data } = await client.apollo.query({ query: ProductsPage });
    expect(data?.product.id).toBe("p1");
    expect(requests).toHaveLength(3);
  });

  it("a refusal that is final is not", async () => {
    const { client, requests } = clientThatHears(refused("NOT_FOUND", "not_found"));
    await expect(client.apollo.query({ query: ProductsPage })).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });

  it("a mutation with an idempotency key is, with the same key", async () => {
    const { client, requests } = clientThatHears(new TypeError("lost"), submitted);
    const variables = { input: { ...input, idempotencyKey: "key-1" } };
    await client.apollo.mutate({ mutation: SubmitApplication, variables });
    expect(requests.map(({ body }) => JSON.parse(body).variables.input.idempotencyKey)).toEqual(["key-1", "key-1"]);
  });

  it("a mutation without one never is", async () => {
    const { client, requests } = clientThatHears(new TypeError("lost"));
    await expect(client.apollo.mutate({ mutation: SubmitApplication, variables: { input } })).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });

  it("ends after three more tries with the api's own refusal", async () => {
    const { client, requests } = clientThatHears(refused("OVERLOADED", "unavailable", true));
    const error = await client.apollo.query({ query: ProductsPage }).catch((reason: unknown) => reason);
    expect(toFailure(error).code).toBe("OVERLOADED");
    expect(requests).toHaveLength(4);
  });
});

describe("the end of a session", () => {
  it("is told once, with the page to come back to", async () => {
    const { client, onUnauthenticated } = clientThatHears(refused("UNAUTHENTICATED", "unauthenticated"));
    const ask = () => client.apollo.query({ query: ProductsPage, fetchPolicy: "network-only" }).catch(() => null);
    await Promise.all([ask(), ask()]);
    await ask();
    expect(onUnauthenticated.mock.calls).toEqual([["/loans/7?tab=pay"]]);
    expect(takeReturnUrl()).toBe("/loans/7?tab=pay");
    expect(takeReturnUrl("/home")).toBe("/home");
  });

  it("never sends anybody to another site", () => {
    sessionStorage.setItem("dc-return-url", "//evil.example/x");
    expect(takeReturnUrl("/")).toBe("/");
  });
});

it("B-13: after a lost connection every query on screen is asked again, so that a page catches up", async () => {
  const { client, requests } = clientThatHears(product);
  const seen = vi.fn();
  const watched = client.apollo.watchQuery({ query: ProductsPage }).subscribe(({ loading }) => seen(loading));
  await vi.waitFor(() => expect(seen).toHaveBeenCalledWith(false));
  expect(requests).toHaveLength(1);
  client.connection.report("browserOffline");
  expect(client.connection.get()).toBe("offline");
  client.connection.report("browserOnline");
  await vi.waitFor(() => expect(client.connection.get()).toBe("connected"));
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  watched.unsubscribe();
});

it("a failing query turns the connection amber while there is no answer at all", async () => {
  const { client } = clientThatHears(new TypeError("lost"));
  await client.apollo.query({ query: ProductsPage }).catch(() => null);
  expect(client.connection.get()).toBe("reconnecting");
});
