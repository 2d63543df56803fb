import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readJson, root } from "./root.mjs";

const closed = new Set(["node_modules", "dist", "gql", "tests", "stories", ".turbo", "test-results", "coverage"]);
const stampFile = join(root, ".data", "build-stamp.json");

/** One hash over the content of files and folders (tests left out): what a build depends on. */
export function fingerprint(places) {
  const hash = createHash("sha256");
  for (const place of places) add(hash, place);
  return hash.digest("hex");
}

function add(hash, place) {
  const path = join(root, place);
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(`${place}\0`).update(readFileSync(path)).update("\0");
    return;
  }
  const names = readdirSync(path).filter((name) => !closed.has(name) && !/\.test\.tsx?$/.test(name));
  for (const name of names.sort()) add(hash, join(place, name));
}

/** True when the outputs stand and were made from exactly these sources. */
export function isFresh(target, print, outputs) {
  return readJson(stampFile)?.[target] === print && outputs.every((path) => existsSync(join(root, path)));
}

/** Remembers from which sources a target was built. */
export function stamp(target, print) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...readJson(stampFile), [target]: print }, null, 2));
}
