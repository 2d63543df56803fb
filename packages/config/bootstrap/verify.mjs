// Every check and every test, stage after stage; the last line is the sum of all of them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "../playwright/product.ts";
import { startPostgres } from "../postgres/index.mjs";
import { endGroup, onEnding } from "./child.mjs";
import { say, seconds } from "./report.mjs";
import { buildStage } from "./stages/build.mjs";
import { checkStage } from "./stages/check.mjs";
import { lighthouseStage } from "./stages/lighthouse.mjs";
import { storyStage } from "./stages/stories.mjs";
import { unitStage } from "./stages/unit.mjs";

const stages = {
  check: checkStage,
  unit: unitStage,
  build: buildStage,
  stories: storyStage,
  lighthouse: lighthouseStage,
};
const wanted = (process.env.STAGES ?? Object.keys(stages).join(",")).split(",").map((name) => name.trim());
const unknown = wanted.filter((name) => !stages[name]);
if (unknown.length > 0) throw new Error(`STAGES knows ${Object.keys(stages).join(", ")}; not ${unknown.join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "daichao-verify-"));
const bringsItsOwn = new Set(["build", "stories", "lighthouse"]);
const needsDatabase = wanted.some((name) => !bringsItsOwn.has(name));
const database = needsDatabase
  ? await startPostgres({ dataDir: join(folder, "postgres"), durable: false, maxConnections: 200 })
  : undefined;
// Filling the demo market takes its time: who needs no day of its own shares one product of today.
let shared;
const productOfToday = () => {
  shared ??= startProduct();
  return shared;
};
onEnding(async () => {
  await cleanUp();
  endGroup();
  process.exit(1);
});

const lines = [];
const total = { passed: 0, failed: 0 };
for (const name of wanted) {
  const from = performance.now();
  say(`\n${name}`);
  const { passed, failed } = await stages[name]({ folder, databaseUrl: database?.url, productOfToday }).catch(broken);
  total.passed += passed;
  total.failed += failed;
  lines.push(
    `  ${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds(from).padStart(7)} s`,
  );
}
await cleanUp();
say(`\n${lines.join("\n")}\n  in ${seconds()} s\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function broken(error) {
  say(`  ✗ ${error.stack ?? error.message}`);
  return { passed: 0, failed: 1 };
}

async function cleanUp() {
  await shared?.then(
    (product) => product.stop(),
    () => {},
  );
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}
