import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const cruiser = join(here, "../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const run = promisify(execFile);

interface Violation {
  rule: { name: string };
  from: string;
}

const planted: [rule: string, from: string, to: string][] = [
  ["kernel-knows-nobody", "kernel/clock/index", "modules/catalog/index"],
  ["gateways-know-vendors", "gateways/sms/index", "modules/identity/index"],
  ["sandbox-is-outside", "sandbox/main", "modules/identity/index"],
  ["app-is-on-top", "modules/catalog/product.service", "app/schema"],
  ["wiring-is-not-a-library", "modules/underwriting/offer.service", "modules/catalog/module"],
  ["enter-by-the-door", "modules/underwriting/rule.service", "modules/catalog/product.repository"],
  ["tables-name-earlier-tables", "modules/catalog/shelf.tables", "modules/identity/account.service"],
  ["calls-go-left:catalog", "modules/catalog/rank.service", "modules/underwriting/index"],
  ["resolver-asks-the-service", "modules/catalog/product.resolver", "modules/catalog/product.repository"],
  ["work-is-deaf-to-graphql", "modules/catalog/product.jobs", "modules/catalog/product.inputs"],
  ["repository-only-stores", "modules/catalog/product.repository", "modules/catalog/price.rules"],
  ["pure-stays-pure", "modules/catalog/product.rules", "modules/catalog/product.tables"],
  ["words-know-the-kernel-only", "modules/catalog/product.events", "modules/identity/index"],
  ["sql-lives-in-storage", "modules/catalog/sale.service", "drizzle-orm"],
  ["graphql-lives-at-the-face", "modules/catalog/product.loaders", "type-graphql"],
  ["app-wires-or-looks", "app/schema", "modules/catalog/price.rules"],
  ["demo-and-books-read-storage", "app/demo/market", "modules/catalog/price.rules"],
  ["stands-in-the-line", "app/context", "modules/gambling/index"],
];
const allowed: [from: string, to: string][] = [
  ["modules/underwriting/index", "modules/catalog/index"],
  ["modules/catalog/detail.resolver", "modules/catalog/product.inputs"],
  ["app/books/ledger", "modules/catalog/product.tables"],
  ["app/modules", "modules/catalog/module"],
  ["modules/analytics/trend.repository", "modules/catalog/product.tables"],
  ["modules/catalog/product.tables", "modules/identity/account.tables"],
  ["modules/catalog/product.tables", "drizzle-orm"],
];

const world = mkdtempSync(join(tmpdir(), "daichao-rooms-"));
let violations: Violation[] = [];

beforeAll(async () => {
  const imports = new Map<string, string[]>();
  for (const [from, to] of [...planted.map(([, from, to]) => [from, to] as const), ...allowed]) {
    imports.set(from, [...(imports.get(from) ?? []), to]);
    if (!imports.has(to) && to.includes("/")) imports.set(to, []);
  }
  for (const [name, targets] of imports) writeModule(name, targets);
  for (const vendor of ["drizzle-orm", "type-graphql"]) writeVendor(vendor);
  mkdirSync(join(world, "node_modules/@daichao"), { recursive: true });
  symlinkSync(join(here, ".."), join(world, "node_modules/@daichao/config"));
  const order = JSON.stringify(["identity", "catalog", "underwriting", "analytics"]);
  const config = `module.exports = require("@daichao/config/boundaries/api.cjs")(${order});`;
  writeFileSync(join(world, ".dependency-cruiser.cjs"), config);
  writeFileSync(join(world, "tsconfig.json"), JSON.stringify({ compilerOptions: { moduleResolution: "bundler" } }));
  violations = await cruise();
}, 60_000);

afterAll(() => rmSync(world, { recursive: true, force: true }));

test.each(planted)("the rule %s names a file that breaks it", (rule, from) => {
  expect(violations.filter((found) => found.from === `src/${from}.ts`).map((found) => found.rule.name)).toContain(rule);
});

test.each(allowed)("%s may import %s", (from) => {
  const own = planted.some(([, breaker]) => breaker === from);
  expect(own ? [] : violations.filter((found) => found.from === `src/${from}.ts`)).toEqual([]);
});

test("every rule of the api is proved by a planted violation", () => {
  const named = new Set(violations.map(({ rule }) => rule.name));
  expect(planted.filter(([rule]) => !named.has(rule))).toEqual([]);
  expect(readdirSync(join(world, "src")).length).toBeGreaterThan(3);
});

function writeModule(name: string, targets: string[]): void {
  const path = join(world, "src", `${name}.ts`);
  mkdirSync(dirname(path), { recursive: true });
  const lines = targets.map((target, at) => `import * as it${at} from "${specifier(name, target)}";\nvoid it${at};`);
  writeFileSync(path, [...lines, "export const here = true;"].join("\n"));
}

function specifier(from: string, to: string): string {
  if (!to.includes("/")) return to;
  return `${"../".repeat(from.split("/").length - 1) || "./"}${to}.ts`;
}

function writeVendor(name: string): void {
  const folder = join(world, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), "module.exports = {};");
}

async function cruise(): Promise<Violation[]> {
  const words = [cruiser, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const options = { cwd: world, maxBuffer: 64 * 1024 * 1024 };
  const failed = (error: { stdout: string }) => error;
  const { stdout } = await run(process.execPath, words, options).catch(failed);
  const report: { summary: { violations: Violation[] } } = JSON.parse(stdout);
  return report.summary.violations;
}
