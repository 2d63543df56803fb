/** Both ways in which a query is answered, over the wire: what a plan says is what Apollo says, to the byte. */
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

/** Queries that skip or include parts by who asks. */
const LEFT_TO_APOLLO: Readonly<Record<App, readonly string[]>> = {
  borrower: ["CalculatorPage"],
  institution: ["ApprovalsPage"],
  admin: ["HomePage", "ProductPage", "ProductsPage", "AccountPanel"],
};

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

async function plannedCount(outcome: "answered" | "handed_on"): Promise<number> {
  const text = await (await world.guest().send("/metrics", { method: "GET" })).text();
  const line = text.split("\n").find((found) => found.startsWith(`daichao_planned_total{outcome="${outcome}"}`));
  return Number(line?.split(" ").at(-1) ?? 0);
}

/** Everything a client sees of an answer. What passes (moments, seconds left) and what names the request is left out. */
async function seen(caller: Caller, body: string, headers: Record<string, string> = {}): Promise<string> {
  const { status, headers: told, text } = await caller.ask("", {}, { body, headers });
  const words = text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a moment")
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"one"');
  return `${status} ${told.get("content-type")} ${told.get("cache-control")}\n${words}`;
}

let asked = 0;
// Only where this server has met the header does it know how Apollo labels the answer; a new one is Apollo's to read.
const byApollo = (caller: Caller, body: string) =>
  seen(caller, body, { accept: `application/json;q=0.${100_000 + asked++}` });

/** Whether both ways answer alike. Asked of a page that stands still: what a job or a bank's message changed in between says nothing. */
async function isSame(caller: Caller, body: string): Promise<boolean> {
  let before = await byApollo(caller, body);
  for (let attempt = 0; attempt < 20; attempt++) {
    const planned = await seen(caller, body);
    const after = await byApollo(caller, body);
    if (before === after) return planned === before;
    before = after;
  }
  throw new Error("the answer never stood still");
}

/** Names of the queries that are answered otherwise by a plan. */
async function differing(caller: Caller, queries: readonly PageQuery[]): Promise<string[]> {
  const names: string[] = [];
  for (const query of queries) if (!(await isSame(caller, bodyOf(story, query)))) names.push(query.name);
  return names;
}

describe.each(apps)("the %s's app", (app) => {
  it("P-17: is answered by a query's plan in the bytes in which Apollo answers it", async () => {
    const caller = await callerOf(world, loan, app);
    expect(await differing(caller, pageQueries[app])).toEqual([]);
    const unplanned: string[] = [];
    // So many new headers may have put the usual one out of the server's mind.
    for (const query of pageQueries[app].slice(0, 1)) await seen(caller, bodyOf(story, query));
    for (const query of pageQueries[app]) {
      const before = await plannedCount("answered");
      await seen(caller, bodyOf(story, query));
      if ((await plannedCount("answered")) === before) unplanned.push(query.name);
    }
    expect(unplanned).toEqual(LEFT_TO_APOLLO[app]);
  }, 60_000);

  it("P-17: is refused to a guest and to a stranger in the same words on both ways", async () => {
    const stranger = await world.borrower().registers();
    const before = await plannedCount("handed_on");
    for (const caller of [world.guest(), stranger.caller])
      expect(await differing(caller, pageQueries[app])).toEqual([]);
    expect(await plannedCount("handed_on")).toBeGreaterThan(before);
  }, 60_000);

  it("P-17: is told of bad variables in the same words on both ways", async () => {
    const caller = await callerOf(world, loan, app);
    for (const query of pageQueries[app].filter(({ operation }) => operation.variableDefinitions?.length)) {
      const sent = JSON.parse(bodyOf(story, query)) as { variables: Record<string, unknown> };
      for (const wrong of [null, "?", { nobody: 1 }, [[]]]) {
        const variables = Object.fromEntries(
          (query.operation.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, wrong]),
        );
        const body = JSON.stringify({ ...sent, variables });
        const said = await seen(caller, body);
        expect(said, query.name).not.toContain("INTERNAL");
        expect(said, query.name).toBe(await byApollo(caller, body));
      }
    }
  }, 60_000);
});
