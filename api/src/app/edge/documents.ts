/** Trusted documents: the operations our three apps were built with, known by the SHA-256 of their text. */
import { existsSync, readFileSync } from "node:fs";
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, visit } from "graphql";

export interface TrustedDocument {
  readonly text: string;
  readonly document: DocumentNode;
  /** True when every root field is a catalogue query: its answer is the same for every guest. */
  readonly isCatalogueOnly: boolean;
  readonly kind: "query" | "mutation" | "subscription";
}

/** Words a client's cache understands and no server does; the hash is of the text with them. */
const CLIENT_DIRECTIVES = new Set(["unmask", "client", "connection", "nonreactive"]);

const forServer = (text: string): DocumentNode =>
  visit(parse(text, { noLocation: true }), {
    Directive: ({ name }) => (CLIENT_DIRECTIVES.has(name.value) ? null : undefined),
  });

const CATALOGUE_FIELDS = new Set(["products", "product", "comparison", "searchSuggestions", "__typename"]);

export class TrustedDocuments {
  readonly #byHash = new Map<string, TrustedDocument>();

  /** Reads the manifests (hash -> text) that each app's build emits; a missing one means that app is not built yet. */
  constructor(
    files: readonly string[],
    readonly schema: GraphQLSchema,
  ) {
    for (const file of files)
      if (existsSync(file)) this.add(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
  }

  add(manifest: Record<string, string>): void {
    for (const [hash, text] of Object.entries(manifest)) {
      const document = forServer(text);
      const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
      if (!operation || operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const roots = operation.selectionSet.selections.map((selection) =>
        selection.kind === Kind.FIELD ? selection.name.value : "…",
      );
      this.#byHash.set(hash, {
        text: print(document),
        document,
        kind: operation.operation,
        isCatalogueOnly: operation.operation === "query" && roots.every((name) => CATALOGUE_FIELDS.has(name)),
      });
    }
  }

  find(hash: string): TrustedDocument | undefined {
    return this.#byHash.get(hash);
  }

  get size(): number {
    return this.#byHash.size;
  }
}

/** The hash a request names instead of a text, in the shape of Apollo's persisted queries. */
export function hashIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("extensions" in body)) return undefined;
  const { extensions } = body;
  if (typeof extensions !== "object" || extensions === null || !("persistedQuery" in extensions)) return undefined;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== "object" || persistedQuery === null || !("sha256Hash" in persistedQuery))
    return undefined;
  return typeof persistedQuery.sha256Hash === "string" ? persistedQuery.sha256Hash : undefined;
}
