import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const closed = new Set(["node_modules", "dist", "gql", ".turbo", ".data", "test-results", "coverage"]);

/** Full paths of all files below a folder whose name matches; generated and installed folders are not entered. */
export function filesUnder(folder, pattern) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return closed.has(entry.name) ? [] : filesUnder(path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}

/** Prints every problem and ends the process; no problem is success. */
export function finish(check, problems) {
  for (const problem of problems) console.error(`${check}: ${problem}`);
  if (problems.length === 0) console.log(`${check}: fine`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
