import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say, seconds } from "../report.mjs";
import { apps, readJson, root } from "../root.mjs";

const places = [
  ...["finance", "scoring", "client", "ui", "config"].map((name) => `packages/${name}`),
  "api",
  ...apps.map((app) => `apps/${app}`),
];

/** Vitest in every workspace, one after another, on one PostgreSQL. */
export async function unitStage(context) {
  return sum(places, (place) => vitest(place, context, {}));
}

const namesADay = /20\d\d-\d\d-\d\d/;

/**
 * What reckons with days once more, far from Shanghai: the arithmetic, and every test file of the api that names a day.
 * No test and no code may lean on the machine's time zone.
 */
export async function elsewhereStage(context) {
  const files = globSync(["src/**/*.test.ts", "tests/**/*.test.ts"], { cwd: join(root, "api") });
  const timely = files.filter((file) => namesADay.test(readFileSync(join(root, "api", file), "utf8")));
  if (timely.length === 0) throw new Error("no test of the api names a day");
  const only = { "packages/finance": [], api: timely };
  return sum(Object.keys(only), (place) => vitest(place, context, { TZ: "America/Los_Angeles" }, only[place]));
}

async function sum(names, work) {
  const total = { passed: 0, failed: 0 };
  for (const name of names) {
    const { passed, failed } = await work(name);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function vitest(place, { folder, databaseUrl }, extra, files = []) {
  const runner = join(root, place, "node_modules/vitest/vitest.mjs");
  if (!existsSync(runner)) return { passed: 0, failed: 0 };
  const from = performance.now();
  const file = join(folder, `${place.replaceAll("/", "-")}${extra.TZ ? "-elsewhere" : ""}.json`);
  const words = [
    "run",
    ...files,
    "--passWithNoTests",
    "--reporter=json",
    `--outputFile.json=${file}`,
    "--reporter=default",
  ];
  const { code, output } = await execute([runner, ...words], join(root, place), {
    TEST_DATABASE_SERVER_URL: databaseUrl,
    ...extra,
  });
  const result = count(readJson(file), code);
  const mark = result.failed === 0 ? "✓" : "✗";
  say(`  ${mark} ${place}: ${result.passed} passed, ${result.failed} failed (${seconds(from)} s)`);
  if (result.failed > 0) say(output);
  return result;
}

// A runner that failed outside its tests (a file that does not load, an unhandled rejection) is one failure more.
function count(report, code) {
  if (!report) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests: passed, numFailedTests: failed } = report;
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function execute(words, cwd, env) {
  return new Promise((done) => {
    let output = "";
    const options = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] };
    const child = spawn(process.execPath, words, options);
    const collect = (chunk) => {
      output = (output + chunk).slice(-40_000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("close", (code) => done({ code, output }));
  });
}
