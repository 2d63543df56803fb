// Forms do not decide for people: nothing is ticked in advance, no word hurries or shames, nothing is said too small.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { filesUnder, finish, root } from "./report.mjs";

const inSource = [
  [/\bdefaultChecked\b/, "a box is ticked before anybody ticked it"],
  [/<(?:Checkbox|Switch|input)\b[^>]*\schecked(?:=\{true\})?(?=[\s/>])/, "a box that is always ticked"],
  [
    /\[\s*\w*(?:agree|consent|accept|subscrib|marketing|optIn)\w*\s*,[^\]]*\]\s*=\s*useState(?:<[^(]*>)?\(true\)/i,
    "an agreement that begins as given",
  ],
];
const inTexts = [
  [
    /秒批|必过|百分百|100%\s*(?:通过|下款)|无视征信|不看征信|guaranteed approval|approval guaranteed/i,
    "promises what a lender decides",
  ],
  [/仅剩|手慢无|马上抢|错过(?:就|不再)|hurry|only \d+ left|don't miss|last chance/i, "hurries"],
  [/不用了，我|放弃(?:优惠|福利)|no,? i (?:don't|do not|prefer)/i, "shames whoever refuses"],
  [/零费用|免费借|其他费用以.{0,12}为准|other (?:fees|charges) may apply/i, "hides a fee"],
];
const small = /font-size:\s*(\d+(?:\.\d+)?)px/g;
const smallest = 12;

/** What is wrong with one file, by what it is: a component, a catalogue of texts or a style sheet. */
export function findings(path, text) {
  if (path.endsWith(".css")) {
    const sizes = [...text.matchAll(small)].map(([, size]) => Number(size)).filter((size) => size < smallest);
    return sizes.map((size) => `${size} px is too small to be read`);
  }
  const isTexts = path.endsWith(".json");
  // A word in quotation marks is spoken about, not used.
  const used = isTexts ? text.replaceAll(/“[^”]*”/g, "") : text;
  return (isTexts ? inTexts : inSource).flatMap(([pattern, what]) => {
    const [found] = pattern.exec(used) ?? [];
    return found === undefined ? [] : [`${what}: ${found.trim()}`];
  });
}

function check() {
  const files = ["apps", "packages/ui"].flatMap((place) =>
    filesUnder(join(root, place), /\.(tsx|css)$|messages\/[\w-]+\.json$/),
  );
  const catalogues = ["apps", "packages/ui"].flatMap((place) =>
    filesUnder(join(root, place), /^[a-z]{2}-[A-Z]{2}\.json$/),
  );
  const paths = new Set([...files, ...catalogues].filter((path) => !/\.test\.|[\\/]preview[\\/]/.test(path)));
  const said = (path) => findings(path, readFileSync(path, "utf8")).map((what) => `${relative(root, path)}: ${what}`);
  finish("honest forms", [...paths].flatMap(said));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
