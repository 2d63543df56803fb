import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { preset } from "@graphql-codegen/client-preset";
import { schemaFile } from "./schema-file.ts";
import { scalarType } from "./schema-types.ts";
import { withTypenames } from "./typename.ts";

export type App = "borrower" | "institution" | "admin";

const schemaTypes = fileURLToPath(new URL("./schema-types.ts", import.meta.url));
const folderOf = (app: App) => fileURLToPath(new URL(`../../../apps/${app}/`, import.meta.url));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const shared = { schema: schemaFile, errorsOnly: true } satisfies Partial<CodegenConfig>;

/**
 * Types and documents of one app: `graphql()` for its operations in src/gql/, and persisted-documents.json (sha256 in
 * hex to text), which is the list of documents the api trusts.
 */
export function appCodegen(app: App): CodegenConfig {
  const source = `${folderOf(app)}src`;
  return {
    ...shared,
    documents: [`${source}/**/*.{ts,tsx}`, `!${source}/gql/**/*`, `!${source}/**/*.test.{ts,tsx}`],
    ignoreNoDocuments: true,
    generates: {
      [`${source}/gql/`]: {
        preset,
        // Apollo masks fragments at run time; only their types are masked here.
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
        documentTransforms: [withTypenames],
        config: {
          inlineFragmentTypes: "mask",
          customDirectives: { apolloUnmask: true },
          enumType: "string-literal",
          useTypeImports: true,
          importExtension: ".ts",
          emitLegacyCommonJSImports: false,
          nonOptionalTypename: true,
          skipTypeNameForRoot: true,
          defaultScalarType: "string",
          scalars: { ID: "string", JSON: scalarType("JSON"), JSONObject: scalarType("JSON") },
        },
      },
    },
  };
}

/** The schema's enums, scalars and inputs for everyone, as one committed file. */
export function schemaCodegen(file: string): CodegenConfig {
  return { ...shared, generates: { [file]: { plugins: [schemaTypes] } } };
}
