import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Whether this is the built bundle, not the source tree. */
export const isBundle = here.includes(`${sep}dist`);

/** The repository's root, seen from the source tree and from the bundle alike. */
export function repositoryRoot(): string {
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  return process.cwd();
}
