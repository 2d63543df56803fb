import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codegen, inLanes, run } from "../build.mjs";
import { apps, root } from "../root.mjs";
import { tally } from "./tally.mjs";

const checks = join(root, "packages/config/checks");
const workspaces = ["api", ...apps.map((app) => `apps/${app}`)].concat(
  ["finance", "scoring", "client", "ui", "config", "bench"].map((name) => `packages/${name}`),
);
const generated = [
  "schema.graphql",
  "packages/client/src/contract.generated.ts",
  "packages/client/src/schema.generated.ts",
];

/** Everything that can be said without running the product. */
export async function checkStage({ databaseUrl }) {
  const one = async (items, work) => {
    for (const item of items) await work(item);
  };
  const first = await tally([contract(databaseUrl), ...documents()], one);
  const rest = await tally([...scripts(), ...types(), migrations(), knip()], inLanes);
  return { passed: first.passed + rest.passed, failed: first.failed + rest.failed };
}

function contract(databaseUrl) {
  const emit = async () => {
    const before = generated.map(read);
    await run([tool("api", "tsx"), "src/app/contract.ts"], join(root, "api"), { DATABASE_URL: databaseUrl });
    await codegen(join(root, "packages/client"));
    const changed = generated.filter((path, at) => read(path) !== before[at]);
    if (changed.length > 0) throw new Error(`out of date (now rewritten, commit it): ${changed.join(", ")}`);
  };
  return { name: "contract leaves no diff", run: emit };
}

function documents() {
  return apps
    .filter((app) => existsSync(join(root, "apps", app, "src/main.tsx")))
    .map((app) => ({ name: `operations of ${app} fit the schema`, run: () => codegen(join(root, "apps", app)) }));
}

function scripts() {
  const names = ["folders", "boundaries", "no-hex-colours", "messages", "honest-forms", "promises"];
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  return [
    { name: "biome", run: () => run([biome, "check", "--max-diagnostics=60", "."], root) },
    ...names.map((name) => ({ name, run: () => run([join(checks, `${name}.mjs`)], root) })),
  ];
}

function types() {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  return workspaces
    .filter((place) => existsSync(join(root, place, "tsconfig.json")))
    .map((place) => ({ name: `types of ${place}`, run: () => run([compiler, "--noEmit"], join(root, place)) }));
}

function migrations() {
  return {
    name: "migrations follow each other",
    run: () => run([tool("api", "drizzle-kit"), "check"], join(root, "api")),
  };
}

function knip() {
  const script = join(root, "node_modules/knip/bin/knip.js");
  return { name: "nothing unused", run: () => run([script, "--no-progress"], root) };
}

function tool(place, name) {
  const files = { tsx: "tsx/dist/cli.mjs", "drizzle-kit": "drizzle-kit/bin.cjs" };
  return join(root, place, "node_modules", files[name]);
}

function read(path) {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
