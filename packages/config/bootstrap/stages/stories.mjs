import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../build.mjs";
import { say, seconds } from "../report.mjs";
import { apps, readJson, root } from "../root.mjs";

// The borrower's are told on a day of their own, on a product of their own, beside those of the staff.
const ownDay = "borrower";

/** The browser stories of the three apps against the built product. A story that was skipped was not told: it fails. */
export async function storyStage({ folder, productOfToday }) {
  await ensureBuilt();
  const ofToday = async () => {
    const given = { STORY_URL: (await productOfToday()).url };
    const told = [];
    for (const app of apps.filter((one) => one !== ownDay)) told.push(await tell(app, folder, given));
    return told;
  };
  // A product that does not start is a failure; the stories beside it are told to their end all the same.
  const untold = (error) => {
    say(`  ✗ ${error.message}`);
    return { passed: 0, failed: 1 };
  };
  const told = (await Promise.all([tell(ownDay, folder, {}), ofToday().catch(untold)])).flat();
  const sum = (key) => told.reduce((total, one) => total + one[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

async function tell(app, folder, given) {
  const place = join(root, "apps", app);
  if (!existsSync(join(place, "stories"))) {
    say(`  ✗ ${app} has no stories`);
    return { passed: 0, failed: 1 };
  }
  const from = performance.now();
  const file = join(folder, `${app}-stories.json`);
  const code = await playwright(place, file, given);
  const stats = readJson(file)?.stats;
  const passed = stats?.expected ?? 0;
  const lost = (stats?.unexpected ?? 0) + (stats?.skipped ?? 0) + (stats?.flaky ?? 0);
  const failed = code === 0 ? lost : Math.max(lost, 1);
  say(`  ${failed === 0 ? "✓" : "✗"} ${app}: ${passed} told, ${failed} failed or skipped (${seconds(from)} s)`);
  return { passed, failed };
}

function playwright(place, file, given) {
  const runner = join(root, "packages/config/node_modules/@playwright/test/cli.js");
  const words = [runner, "test", "--config", "playwright.config.ts", "--reporter=json,list"];
  const env = { ...process.env, ...given, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: "1" };
  const child = spawn(process.execPath, words, { cwd: place, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done) => child.once("close", done));
}
