// Colours are chosen in one place. A hex colour anywhere else escapes the theme and the contrast tests.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { filesUnder, finish, root } from "./report.mjs";

const theme = join("packages", "ui", "src", "theme") + sep;
const colour = /(?<![\w&/-])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])/gi;
const places = ["apps/borrower", "apps/institution", "apps/admin", "packages/ui"];
const files = places.flatMap((place) => filesUnder(join(root, place), /\.(tsx?|css|html|svg)$/));

const problems = files
  .map((path) => relative(root, path))
  .filter((path) => !path.startsWith(theme) && !/\.test\.tsx?$/.test(path))
  .flatMap(coloursIn);
finish("no hex colours", problems);

function coloursIn(path) {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  return lines.flatMap((line, at) =>
    (line.match(colour) ?? []).filter(isColour).map((hex) => `${path}:${at + 1} ${hex}`),
  );
}

// "#123" and "#1024" in prose are numbers of things; six digits are always a colour.
function isColour(hex) {
  return hex.length >= 7 || /[a-f]/i.test(hex) || !/^#\d+$/.test(hex);
}
