import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../build.mjs";
import { say, seconds } from "../report.mjs";
import { apps, readJson, root } from "../root.mjs";

// The borrower's are told on a day of their own, on a product whose clock they move.
const ownDay = { app: "borrower", files: "/stories/(?!accessible)" };
// The walks over every page only look, and wait more than they work: they go side by side over a product of today.
const ofToday = [
  [{ app: ownDay.app, files: "/stories/accessible" }],
  apps.filter((app) => app !== ownDay.app).map((app) => ({ app })),
];

/** The browser stories of the three apps against the built product. A story that was skipped was not told: it fails. */
export async function storyStage({ folder, productOfToday }) {
  await ensureBuilt();
  const oneByOne = async (tellings, given) => {
    const told = [];
    for (const telling of tellings) told.push(await tell(telling, folder, given));
    return told;
  };
  const today = async () => {
    const given = { STORY_URL: (await productOfToday()).url };
    return (await Promise.all(ofToday.map((tellings) => oneByOne(tellings, given)))).flat();
  };
  // A product that does not start is a failure; the stories beside it are told to their end all the same.
  const untold = (error) => {
    say(`  ✗ ${error.message}`);
    return { passed: 0, failed: 1 };
  };
  const told = (await Promise.all([tell(ownDay, folder, {}), today().catch(untold)])).flat();
  const sum = (key) => told.reduce((total, one) => total + one[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

async function tell({ app, files }, folder, given) {
  const place = join(root, "apps", app);
  if (!existsSync(join(place, "stories"))) {
    say(`  ✗ ${app} has no stories`);
    return { passed: 0, failed: 1 };
  }
  const from = performance.now();
  const report = join(mkdtempSync(join(folder, `${app}-`)), "stories.json");
  const code = await playwright(place, report, files ? [files] : [], given);
  const stats = readJson(report)?.stats;
  const passed = stats?.expected ?? 0;
  const lost = (stats?.unexpected ?? 0) + (stats?.skipped ?? 0) + (stats?.flaky ?? 0);
  const failed = code === 0 ? lost : Math.max(lost, 1);
  const name = files ? `${app} (${files})` : app;
  say(`  ${failed === 0 ? "✓" : "✗"} ${name}: ${passed} told, ${failed} failed or skipped (${seconds(from)} s)`);
  return { passed, failed };
}

function playwright(place, report, files, given) {
  const runner = join(root, "packages/config/node_modules/@playwright/test/cli.js");
  const words = [runner, "test", ...files, "--config", "playwright.config.ts", "--reporter=json,list"];
  const env = { ...process.env, ...given, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: "1" };
  const child = spawn(process.execPath, words, { cwd: place, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done) => child.once("close", done));
}
