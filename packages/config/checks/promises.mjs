// Every promise has a test that carries its id, so that whoever reads the list can ask for its proof.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promised, testNames, unproved } from "./promises-rules.ts";
import { filesUnder, finish, root } from "./report.mjs";

const files = ["api", "apps", "packages"].flatMap((place) => filesUnder(join(root, place), /\.(test|story)\.tsx?$/));
const names = files.flatMap((path) => testNames(path, readFileSync(path, "utf8")));
finish(
  "promises",
  unproved(promised, names).map((id) => `no test carries ${id}`),
);
