/** The apps' own queries, as their builds registered them, with variables that mean something in a told story. */
import { readFileSync } from "node:fs";
import { type FieldNode, Kind, type OperationDefinitionNode, parse, typeFromAST, visit } from "graphql";
import { contractSchema } from "../../src/app/contract.js";
import { manifestsOf } from "../../src/app/edge/trusted-files.js";
import { repositoryRoot } from "../../src/app/paths.js";
import type { Caller } from "./caller.js";
import { plainValue } from "./root-fields.js";
import type { World } from "./world.js";
import type { RunningLoan } from "./world-loan.js";

const schema = contractSchema();
const [borrowerFile = "", institutionFile = "", adminFile = ""] = manifestsOf(repositoryRoot());

export interface PageQuery {
  readonly name: string;
  readonly hash: string;
  readonly operation: OperationDefinitionNode;
}

const queriesOf = (file: string): PageQuery[] =>
  Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>).flatMap(([hash, text]) =>
    parse(text).definitions.flatMap((part) =>
      part.kind === Kind.OPERATION_DEFINITION && part.operation === "query"
        ? [{ name: part.name?.value ?? "unnamed", hash, operation: part }]
        : [],
    ),
  );

export const pageQueries = {
  borrower: queriesOf(borrowerFile),
  institution: queriesOf(institutionFile),
  admin: queriesOf(adminFile),
} as const;
export const apps = ["borrower", "institution", "admin"] as const;
export type App = (typeof apps)[number];

/** What the variables are about. */
export interface Story {
  readonly loan: RunningLoan;
  readonly slug: string;
  readonly today: string;
}

export async function storyOf(world: World, loan: RunningLoan): Promise<Story> {
  const [product] = await world.products();
  const { businessClock } = await world
    .guest()
    .run<{ businessClock: { today: string } }>("{ businessClock { today } }");
  return { loan, slug: product?.slug ?? "", today: businessClock.today };
}

/** Somebody of the app who may see everything in the story. */
export async function callerOf(world: World, loan: RunningLoan, app: App): Promise<Caller> {
  if (app === "borrower") return loan.borrower.caller;
  return (await (app === "admin" ? world.admin() : world.reviewer("A", "manager"))).caller;
}

/** What an id in that place of the document means. */
function idFor({ loan }: Story, operation: OperationDefinitionNode, variable: string): string | undefined {
  const { ids } = loan;
  const byField: Readonly<Record<string, string | undefined>> = {
    ...ids,
    productListing: ids.listing,
    applicationDraft: ids.draft,
  };
  let found = ids[variable.replace(/Id$/, "")];
  visit(operation, {
    Field(field: FieldNode) {
      const isHere = field.arguments?.some(
        ({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable,
      );
      if (isHere) found = byField[field.name.value] ?? found;
    },
  });
  return found;
}

function variablesFor(story: Story, operation: OperationDefinitionNode): Record<string, unknown> {
  const { loan, slug, today } = story;
  const known: Record<string, unknown> = {
    slug,
    from: today,
    to: today,
    sha256: "0".repeat(64),
    ids: [loan.ids.product],
  };
  const filled: Record<string, unknown> = {};
  for (const { type, variable } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (type.kind !== Kind.NON_NULL_TYPE) continue;
    const wanted = typeFromAST(schema, type as never) as Parameters<typeof plainValue>[0];
    const plain = plainValue(wanted);
    const isEmptyFilter = name === "filter";
    filled[name] = isEmptyFilter ? {} : (known[name] ?? idFor(story, operation, name) ?? plain);
    if (name === "input" && typeof plain === "object") filled[name] = { ...plain, applicationId: loan.ids.application };
    if (name === "first") filled[name] = 20;
  }
  return filled;
}

/** The body in which the app sends it. */
export const bodyOf = (story: Story, { name, hash, operation }: PageQuery): string =>
  JSON.stringify({
    operationName: name,
    variables: variablesFor(story, operation),
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  });
