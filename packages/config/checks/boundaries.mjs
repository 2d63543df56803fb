// Runs dependency-cruiser in the api and the apps, and fails as well when it saw fewer files than there are:
// a cruiser that reads nothing finds no violation.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, finish, root } from "./report.mjs";

const cruiser = join(root, "packages/config/node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const problems = [];
for (const place of ["api", "apps/borrower", "apps/institution", "apps/admin"]) {
  if (existsSync(join(root, place, "src"))) problems.push(...inspect(place));
}
finish("boundaries", problems);

function inspect(place) {
  const sources = filesUnder(join(root, place, "src"), /(?<!\.d)\.tsx?$/);
  if (sources.length === 0) return [];
  const words = [cruiser, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const run = spawnSync(process.execPath, words, {
    cwd: join(root, place),
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  if (!run.stdout.startsWith("{")) return [`${place}: dependency-cruiser failed\n${run.stdout}${run.stderr}`];
  const { modules, summary } = JSON.parse(run.stdout);
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = sources.map((path) => path.slice(join(root, place).length + 1)).filter((path) => !seen.has(path));
  const broken = summary.violations.map(
    ({ rule, from, to, comment }) => `${place}: ${rule.name}: ${from} -> ${to} ${comment ?? ""}`,
  );
  return [...broken, ...unseen.map((path) => `${place}: ${path} was not looked at`)];
}
