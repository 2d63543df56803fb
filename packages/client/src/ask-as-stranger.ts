import type { DocumentNode } from "graphql";
import type { AppName } from "./create-client.ts";
import { hashOf } from "./hash-link.ts";
import { languageHeader } from "./language.ts";

/**
 * Asks a public question without saying who asks: no cookie goes out, so nothing in the answer is about a person and it
 * may be kept. Past the cache and its links; the raw answer comes back.
 */
export function askAsStranger(app: AppName, document: DocumentNode, variables: object): Promise<Response> {
  const persistedQuery = { version: 1, sha256Hash: hashOf(document) };
  return fetch("/graphql", {
    method: "POST",
    credentials: "omit",
    headers: {
      accept: "application/graphql-response+json,application/json;q=0.9",
      "content-type": "application/json",
      "x-app": app,
      "x-daichao-csrf": "1",
      "accept-language": languageHeader(),
    },
    body: JSON.stringify({ variables, extensions: { persistedQuery } }),
  });
}
