import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const call = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const named = /\b(query|mutation|subscription|fragment)\s+(\w+)/;
const exported = /^export const \w+ = (\{.*\}) as unknown as DocumentNode<.*$/gm;

interface CompiledDocument {
  definitions: { kind: string; name?: { value: string } }[];
}

/**
 * Puts each compiled document where it is used. Codegen's `graphql()` is one table of all operations: left alone it would
 * bring every operation of the app into the first load.
 */
export function documents(): Plugin {
  let folder = "";
  let compiled: Map<string, string> | undefined;
  return {
    name: "daichao:documents",
    apply: "build",
    enforce: "pre",
    configResolved(config) {
      folder = join(config.root, "src", "gql");
    },
    transform(code, id) {
      if (id.startsWith(folder) || id.includes("node_modules") || !/\.tsx?$/.test(id) || !call.test(code)) return null;
      call.lastIndex = 0;
      compiled ??= readDocuments(readFileSync(join(folder, "graphql.ts"), "utf8"));
      const found = compiled;
      const replaced = code.replaceAll(call, (whole, source: string) => inlined(found, whole, source, id));
      return { code: replaced, map: null };
    },
  };
}

/** Definition name to the JSON of its document, read from codegen's graphql.ts. */
export function readDocuments(generated: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, json] of generated.matchAll(exported)) {
    if (json === undefined) continue;
    const document: CompiledDocument = JSON.parse(json);
    const name = document.definitions[0]?.name?.value;
    if (name) found.set(name, json);
  }
  return found;
}

function inlined(found: Map<string, string>, whole: string, source: string, id: string): string {
  const name = named.exec(source)?.[2];
  const json = name === undefined ? undefined : found.get(name);
  if (json === undefined) throw new Error(`${id}: ${name ?? source.trim()} is not in src/gql: run \`npm run codegen\``);
  // As many lines as before, so that positions in the file stay true.
  return `(${json}${"\n".repeat(whole.split("\n").length - 1)})`;
}
