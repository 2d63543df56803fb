/** Speed by construction: what the apps' own documents cost in SQL statements, counted by the running server. */
import { readFileSync } from "node:fs";
import { type FieldNode, Kind, type OperationDefinitionNode, parse, typeFromAST, visit } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractSchema } from "../src/app/contract.js";
import { manifestsOf } from "../src/app/edge/trusted-files.js";
import { repositoryRoot } from "../src/app/paths.js";
import type { Caller } from "./kit/caller.js";
import { plainValue } from "./kit/root-fields.js";
import { openWorld, type World } from "./kit/world.js";
import { type RunningLoan, runningLoan } from "./kit/world-loan.js";

const BUDGET = 6;
const schema = contractSchema();
const [borrowerFile = "", institutionFile = "", adminFile = ""] = manifestsOf(repositoryRoot());

interface PageQuery {
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

let world: World;
let loan: RunningLoan;
let slug: string;
let today: string;

beforeAll(async () => {
  world = await openWorld();
  loan = await runningLoan(world);
  slug = (await world.products())[0]?.slug ?? "";
  const { businessClock } = await world
    .guest()
    .run<{ businessClock: { today: string } }>("{ businessClock { today } }");
  today = businessClock.today;
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

/** What an id in that place of the document means. */
function idFor(operation: OperationDefinitionNode, variable: string): string | undefined {
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

function variablesFor(operation: OperationDefinitionNode): Record<string, unknown> {
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
    filled[name] = isEmptyFilter ? {} : (known[name] ?? idFor(operation, name) ?? plain);
    if (name === "input" && typeof plain === "object") filled[name] = { ...plain, applicationId: loan.ids.application };
    if (name === "first") filled[name] = 20;
  }
  return filled;
}

async function statementsOf(name: string): Promise<number> {
  const text = await (await world.guest().send("/metrics", { method: "GET" })).text();
  const line = text
    .split("\n")
    .find((candidate) => candidate.startsWith(`daichao_statements_total{operation="${name}"}`));
  return Number(line?.split(" ").at(-1) ?? 0);
}

/** Statements of one run of the document, sent by its hash as the app sends it, on a server that has answered it before. */
async function costOf(caller: Caller, query: PageQuery): Promise<number> {
  await answer(caller, query);
  const before = await statementsOf(query.name);
  await answer(caller, query);
  return (await statementsOf(query.name)) - before;
}

async function answer(caller: Caller, { name, hash, operation }: PageQuery): Promise<void> {
  const body = JSON.stringify({
    operationName: name,
    variables: variablesFor(operation),
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  });
  const { refusals, data } = await caller.ask("", {}, { body });
  expect(refusals, name).toEqual([]);
  expect(data, name).not.toBeNull();
}

async function costsOf(caller: Caller, file: string): Promise<Map<string, number>> {
  const costs = new Map<string, number>();
  for (const query of queriesOf(file)) costs.set(query.name, await costOf(caller, query));
  return costs;
}

const callerOf = async (app: string): Promise<Caller> => {
  if (app === "borrower") return loan.borrower.caller;
  return (await (app === "admin" ? world.admin() : world.reviewer("A", "manager"))).caller;
};

const apps = [
  ["borrower", borrowerFile],
  ["institution", institutionFile],
  ["admin", adminFile],
] as const;

describe.each(apps)("the %s's app", (app, file) => {
  it(`P-17: reads every page with at most ${BUDGET} statements`, async () => {
    const costs = await costsOf(await callerOf(app), file);
    const over = [...costs].filter(([, cost]) => cost > BUDGET);
    expect(over).toEqual([]);
  }, 60_000);
});

it("P-17: a longer list costs no statement more", async () => {
  const callers = await Promise.all(["borrower", "admin"].map(callerOf));
  const measure = () => Promise.all([borrowerFile, adminFile].map((file, at) => costsOf(callers[at] as Caller, file)));
  const before = await measure();
  for (const lender of ["A", "B"] as const)
    await loan.borrower.submits([await world.publishes(lender, { name: `添置分期${lender}` })]);
  const after = await measure();
  const grown = after.flatMap((costs, at) =>
    [...costs].filter(
      ([name, cost]) => /List|s?Page$/.test(name) && cost > Math.max(before[at]?.get(name) ?? 0, BUDGET),
    ),
  );
  expect(grown).toEqual([]);
}, 60_000);
