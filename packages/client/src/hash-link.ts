import { ApolloLink } from "@apollo/client/link";
import type { DocumentNode } from "graphql";
import { throwError } from "rxjs";

/** The sha256 that codegen wrote on the document, or null when it did not. */
export function hashOf(document: DocumentNode): string | null {
  if (!("__meta__" in document)) return null;
  const meta: unknown = document.__meta__;
  if (typeof meta !== "object" || meta === null || !("hash" in meta)) return null;
  return typeof meta.hash === "string" ? meta.hash : null;
}

/** Replaces a document's text by its hash. A document without one is refused here, before anything is sent. */
export function createHashLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sha256Hash = hashOf(operation.query);
    if (sha256Hash === null) {
      const name = operation.operationName ?? "(anonymous)";
      return throwError(() => new Error(`${name} is not a trusted document: run codegen`));
    }
    operation.extensions.persistedQuery = { version: 1, sha256Hash };
    return forward(operation);
  });
}
