import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

export const apps = ["borrower", "institution", "admin"];

/** Where runtime data lies: the embedded database, uploaded files, what was built when. */
export function dataDir() {
  return resolve(root, process.env.DATA_DIR ?? ".data");
}

/** A JSON file, or undefined when it cannot be read. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
