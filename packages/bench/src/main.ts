/**
 * `npm run bench`: product search (guest) and the home (signed-in borrower) at 32 connections, beside two references
 * measured in the same run; then ranking and text search in process, each beside the plainest way of doing it.
 * Absolute figures belong to this machine; the ratios are what counts.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startNode } from "./child.ts";
import { HOME, HOME_SQL, hashed, SEARCH_SQL, trustedHash } from "./documents.ts";
import { ratioOf, timedScenarios, timeTable } from "./in-process.ts";
import { type Measure, median, round, type Target, warmUp } from "./load.ts";
import { ratios, type Scenario, table } from "./report.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const folder = mkdtempSync(join(tmpdir(), "daichao-bench-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Plan {
  readonly name: string;
  readonly goal: Scenario["goal"];
  readonly product: Omit<Target, "name" | "url" | "pid">;
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function answerOf(product: Running, { headers, body }: Plan["product"]): Promise<string> {
  const response = await fetch(`${product.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: body(),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`the product does not answer: ${text.slice(0, 300)}`);
  return text;
}

/** Alternating rounds, so that a noisy minute falls on all three. */
async function measure(plan: Plan, product: Running): Promise<Scenario> {
  const bytes = join(folder, "bytes.json");
  const query = join(folder, "query.sql");
  writeFileSync(bytes, await answerOf(product, plan.product));
  writeFileSync(query, plan.sql);
  const tsx = ["--import", "tsx"];
  const bare = await startNode([...tsx, "src/reference-bare.ts", bytes], {}, "/", join(root, "packages", "bench"));
  const sql = await startNode(
    [...tsx, "src/reference-sql.ts", query, JSON.stringify(plan.values)],
    {},
    "/",
    join(root, "packages", "bench"),
  );
  const { headers, body } = plan.product;
  const targets: Record<"product" | "bare" | "sql", Target> = {
    product: { name: "daichao", url: `${product.url}/graphql`, pid: product.pid, headers, body },
    bare: { name: "bare", url: bare.url, pid: bare.pid, headers: {}, body },
    sql: { name: "sql", url: sql.url, pid: sql.pid, headers: {}, body },
  };
  const found: Record<keyof typeof targets, Measure[]> = { product: [], bare: [], sql: [] };
  try {
    for (const target of Object.values(targets)) await warmUp(target);
    for (let left = ROUNDS; left > 0; left -= 1)
      for (const key of ["product", "bare", "sql"] as const) found[key].push(await round(targets[key], SECONDS));
  } finally {
    await Promise.all([bare.stop(), sql.stop()]);
  }
  return {
    name: plan.name,
    goal: plan.goal,
    product: median(found.product),
    bare: median(found.bare),
    sql: median(found.sql),
  };
}

interface DemoAnswer {
  readonly data: { readonly demoAccounts: readonly { readonly key: string; readonly kind: string }[] };
}

interface SignInAnswer {
  readonly data: { readonly signInAsDemo: { readonly id: string } };
}

async function signIn(url: string): Promise<{ cookie: string; borrowerId: string }> {
  const headers = { "content-type": "application/json", "x-app": "borrower", "x-daichao-csrf": "1" };
  const ask = (query: string, variables: unknown = {}) =>
    fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const listed = (await (await ask("{ demoAccounts { key kind } }")).json()) as DemoAnswer;
  const account = listed.data.demoAccounts.find(({ kind }) => kind === "BORROWER");
  if (!account) throw new Error("the demo market has no borrower to sign in as");
  const response = await ask("mutation($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { id } }", {
    input: { key: account.key },
  });
  const answer = (await response.json()) as SignInAnswer;
  const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  return { cookie, borrowerId: answer.data.signInAsDemo.id };
}

async function plans(product: Running): Promise<Plan[]> {
  const hash = trustedHash(root, "ProductsPage");
  const guest = { "x-app": "borrower" };
  const search = (amount: number) =>
    hashed(hash, "ProductsPage", { filter: { amount: `${amount}.00`, termCount: 12 }, sort: "TOTAL_COST", first: 20 });
  let asked = 0;
  // Walks through the range in uneven steps: no amount comes twice in a run.
  const everDifferent = () => search(10_000 + ((asked++ * 7_919) % 90_001));
  const { cookie, borrowerId } = await signIn(product.url);
  const home = JSON.stringify({ query: HOME });
  return [
    {
      name: "search, guest, same question",
      goal: { reference: "bare", ratio: 0.6 },
      product: { headers: guest, body: () => search(50_000) },
      sql: SEARCH_SQL,
      values: ["5000000"],
    },
    {
      name: "search, guest, every question different",
      goal: { reference: "sql", ratio: 0.8 },
      product: { headers: guest, body: everDifferent },
      sql: SEARCH_SQL,
      values: ["5000000"],
    },
    {
      name: "home, signed in, row-level security on",
      goal: { reference: "sql", ratio: 0.65 },
      product: { headers: { "x-app": "borrower", "x-daichao-csrf": "1", cookie }, body: () => home },
      sql: HOME_SQL,
      values: [borrowerId],
    },
  ];
}

const product = await startNode(
  ["--max-semi-space-size=64", "dist/main.mjs"],
  { DAICHAO_MODE: "sandbox", LOG_LEVEL: "warn" },
  "/readyz",
  join(root, "api"),
  120,
);
try {
  const scenarios: Scenario[] = [];
  for (const plan of await plans(product)) {
    say(`measuring: ${plan.name}`);
    scenarios.push(await measure(plan, product));
  }
  await product.stop();
  say("measuring: ranking and text search in process");
  const timed = await timedScenarios(root);
  say(`${table(scenarios)}\n${timeTable(timed)}`);
  const json = [
    ...scenarios.map((scenario) => ({ ...scenario, ratios: ratios(scenario) })),
    ...timed.map((scenario) => ({ ...scenario, ratio: ratioOf(scenario) })),
  ];
  const file = join(process.env.DATA_DIR ?? folder, "bench.json");
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
  say(`\nas JSON: ${file}`);
  if (scenarios.some(({ product: { failures } }) => failures > 0)) process.exitCode = 1;
} finally {
  await product.stop();
}
