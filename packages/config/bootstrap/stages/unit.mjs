import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { say, seconds } from "../report.mjs";
import { apps, readJson, root } from "../root.mjs";

const places = [
  ...["finance", "scoring", "client", "ui", "config"].map((name) => `packages/${name}`),
  "api",
  ...apps.map((app) => `apps/${app}`),
];

/** Far from Shanghai, and from where this runs. */
const farAway = "America/Los_Angeles";

/**
 * Vitest in every workspace, one after another, on one PostgreSQL: a whole run in another time zone. No test and no code
 * may lean on the machine's; the stories are told in its own.
 */
export async function unitStage(context) {
  const total = { passed: 0, failed: 0 };
  for (const place of places) {
    const { passed, failed } = await vitest(place, context);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function vitest(place, { folder, databaseUrl }) {
  const runner = join(root, place, "node_modules/vitest/vitest.mjs");
  if (!existsSync(runner)) return { passed: 0, failed: 0 };
  const from = performance.now();
  const file = join(folder, `${place.replaceAll("/", "-")}.json`);
  const words = ["run", "--passWithNoTests", "--reporter=json", `--outputFile.json=${file}`, "--reporter=default"];
  const { code, output } = await execute([runner, ...words], join(root, place), {
    TEST_DATABASE_SERVER_URL: databaseUrl,
    TZ: farAway,
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
