/** Speed by construction: what the apps' own documents cost in SQL statements, counted by the running server. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "./kit/caller.js";
import {
  type App,
  apps,
  bodyOf,
  callerOf,
  type PageQuery,
  pageQueries,
  type Story,
  storyOf,
} from "./kit/page-queries.js";
import { openWorld, type World } from "./kit/world.js";
import { type RunningLoan, runningLoan } from "./kit/world-loan.js";

const BUDGET = 6;

let world: World;
let loan: RunningLoan;
let story: Story;

beforeAll(async () => {
  world = await openWorld();
  loan = await runningLoan(world);
  story = await storyOf(world, loan);
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

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

async function answer(caller: Caller, query: PageQuery): Promise<void> {
  const { refusals, data } = await caller.ask("", {}, { body: bodyOf(story, query) });
  expect(refusals, query.name).toEqual([]);
  expect(data, query.name).not.toBeNull();
}

async function costsOf(app: App): Promise<Map<string, number>> {
  const caller = await callerOf(world, loan, app);
  const costs = new Map<string, number>();
  for (const query of pageQueries[app]) costs.set(query.name, await costOf(caller, query));
  return costs;
}

describe.each(apps)("the %s's app", (app) => {
  it(`P-17: reads every page with at most ${BUDGET} statements`, async () => {
    const costs = await costsOf(app);
    const over = [...costs].filter(([, cost]) => cost > BUDGET);
    expect(over).toEqual([]);
  }, 60_000);
});

it("P-17: a longer list costs no statement more", async () => {
  const measure = () => Promise.all([costsOf("borrower"), costsOf("admin")]);
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
