/**
 * Emits the contract: schema.graphql, and the codes and permissions that the apps know by name. With `--announce` the
 * schema also becomes the one that partners were told of, which from then on changes without breaking.
 */
import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { declaredPermissions } from "../kernel/access/index.js";
import { loadConfig } from "../kernel/config/index.js";
import { declaredErrors, type ErrorDefinition, type ErrorParams, type ErrorText } from "../kernel/errors/index.js";
import { buildKernel } from "./kernel.js";
import { buildModules } from "./modules.js";
import { buildGatedSchema } from "./schema.js";

/** The schema of sandbox mode, built on paper: nothing is connected. */
export function contractSchema(): GraphQLSchema {
  const config = loadConfig({ DAICHAO_MODE: "test", DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  const { kernel } = buildKernel(config, "api");
  return buildGatedSchema(buildModules(kernel).resolvers, kernel.live);
}

export const printContract = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

/** Stands for parameters nobody has given yet: each is its own placeholder. */
const placeholders = new Proxy<ErrorParams>({}, { get: (_, name) => `{${String(name)}}` });

const templateOf = ({ message }: ErrorDefinition): ErrorText =>
  typeof message === "function" ? message(placeholders) : message;

/** The schema that partners were told of last. */
export const announcedFile = (root: string): string => join(root, "api", "announced.graphql");

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** TypeScript for packages/client: every error code with its kind and sentences, every permission with its label. */
export function printClientContract(): string {
  const errors = sorted(declaredErrors).map(([code, definition]) => {
    const { zh, en } = templateOf(definition);
    return `  ${code}: ${JSON.stringify({ kind: definition.kind, zh, en })},`;
  });
  const permissions = sorted(declaredPermissions).map(
    ([name, { label }]) => `  ${JSON.stringify(name)}: ${JSON.stringify(label)},`,
  );
  return [
    "/** Emitted by `npm run contract` from the api's declarations; do not edit. */",
    "export const errorCodes = {",
    ...errors,
    "} as const;",
    "export type ErrorCode = keyof typeof errorCodes;",
    "",
    "export const permissions = {",
    ...permissions,
    "} as const;",
    "export type PermissionCode = keyof typeof permissions;",
    "",
  ].join("\n");
}

function write(file: string, text: string): void {
  if (readFileSync(file, { encoding: "utf8", flag: "a+" }) !== text) writeFileSync(file, text);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const root = join(import.meta.dirname, "..", "..", "..");
  const schema = printContract(contractSchema());
  write(join(root, "schema.graphql"), schema);
  if (process.argv.includes("--announce")) write(announcedFile(root), schema);
  write(join(root, "packages", "client", "src", "contract.generated.ts"), printClientContract());
}
