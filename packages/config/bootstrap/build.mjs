import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { say, step } from "./report.mjs";
import { apps, root } from "./root.mjs";
import { fingerprint, isFresh, stamp } from "./sources.mjs";

const lanes = 2;
const everywhere = ["pnpm-lock.yaml", "packages/config/tsconfig"];
const codegenTool = join(root, "packages/config/node_modules/@graphql-codegen/cli/esm/bin.js");

/**
 * Builds what is missing or older than its sources: the api's bundle, then documents and bundle of each app. Everything
 * is tried; a failure is thrown at the end, naming each part that failed in `failed`.
 */
export async function ensureBuilt() {
  const stale = targets().filter((target) => !isFresh(target.name, target.print, target.outputs));
  if (stale.length === 0) return;
  say(`  building ${stale.map(({ name }) => name).join(", ")}`);
  const failures = new Map();
  await inLanes(stale, async (target) => {
    try {
      await step(target.name, target.build);
      stamp(target.name, target.print);
    } catch (error) {
      failures.set(target.name, error.message);
    }
  });
  if (failures.size === 0) return;
  throw Object.assign(new Error([...failures.values()].join("\n\n")), { failed: [...failures.keys()] });
}

function targets() {
  return [
    ...(existsSync(join(root, "api/src/main.ts")) ? [apiTarget(), graphiqlTarget()] : []),
    ...apps.filter((app) => existsSync(join(root, "apps", app, "index.html"))).map(appTarget),
  ];
}

function apiTarget() {
  const sources = ["api/src", "api/build.mjs", "api/package.json", "packages/finance/src", "packages/scoring/src"];
  return {
    name: "api",
    print: fingerprint([...everywhere, ...sources]),
    outputs: ["api/dist/main.mjs"],
    build: () => run(["build.mjs"], join(root, "api")),
  };
}

function graphiqlTarget() {
  return {
    name: "graphiql",
    print: fingerprint([...everywhere, "packages/config/graphiql"]),
    outputs: ["api/dist/graphiql/index.html"],
    build: () => run([join(root, "packages/config/graphiql/build.mjs")], join(root, "api")),
  };
}

function appTarget(app) {
  const shared = [
    "packages/client",
    "packages/ui",
    "packages/finance/src",
    "packages/config/vite",
    "packages/config/codegen",
  ];
  const folder = join(root, "apps", app);
  return {
    name: app,
    print: fingerprint([...everywhere, ...shared, "schema.graphql", `apps/${app}`]),
    outputs: [`apps/${app}/dist/index.html`, `apps/${app}/src/gql/persisted-documents.json`],
    build: async () => {
      await codegen(folder);
      await run([join(folder, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], folder);
    },
  };
}

/** Types and documents of one workspace folder from schema.graphql. */
export function codegen(folder) {
  return run([codegenTool, "--config", "codegen.ts"], folder);
}

/** Runs a script under this Node in a folder; what it printed is the error's text when it fails. */
export function run(words, cwd, env = {}) {
  return new Promise((done, failed) => {
    let output = "";
    const child = spawn(process.execPath, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", failed);
    child.once("close", (code) => {
      if (code === 0) done(output);
      else
        failed(new Error(`${words.map((word) => word.replace(`${root}/`, "")).join(" ")} failed:\n${output.trim()}`));
    });
  });
}

/** Works through a list, no more than two at once: a build uses a core of its own. */
export async function inLanes(items, work) {
  const waiting = [...items];
  const results = [];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
