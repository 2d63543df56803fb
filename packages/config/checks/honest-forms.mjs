// Forms do not decide for people: nothing is ticked in advance, no word hurries or shames, nothing is said too small.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findings } from "./honest-forms-rules.ts";
import { filesUnder, finish, root } from "./report.mjs";

const files = ["apps", "packages/ui"].flatMap((place) =>
  filesUnder(join(root, place), /\.(tsx|css)$|messages\/[\w-]+\.json$/),
);
const catalogues = ["apps", "packages/ui"].flatMap((place) =>
  filesUnder(join(root, place), /^[a-z]{2}-[A-Z]{2}\.json$/),
);
const paths = new Set([...files, ...catalogues].filter((path) => !/\.test\.|[\\/]preview[\\/]/.test(path)));
const said = (path) => findings(path, readFileSync(path, "utf8")).map((what) => `${relative(root, path)}: ${what}`);
finish("honest forms", [...paths].flatMap(said));
