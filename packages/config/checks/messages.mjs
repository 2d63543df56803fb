// Both languages are complete and say the same with the same values, every key that is used exists, no Chinese stands in
// an app's code, where it could not be translated, and Chinese sentences have Chinese punctuation, the api's included.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { filesUnder, finish, root } from "./report.mjs";

const locales = ["zh-CN", "en-US"];
const apps = ["borrower", "institution", "admin"];
const han = /\p{Script=Han}/u;
const halfWidth = /[\p{Script=Han}”》][,;:?!()]|[,;:?!()][\p{Script=Han}“《]/u;
const used = /\bt\(\s*["'`]([^"'`$]+)["'`]/g;

const problems = [];
const house = keysOf(join(root, "packages", "ui"));
for (const app of apps) {
  const folder = join(root, "apps", app);
  const known = new Set([...house, ...keysOf(folder)]);
  for (const path of filesUnder(join(folder, "src"), /(?<!\.test)\.tsx?$/)) inspectSource(path, known);
}
for (const path of filesUnder(join(root, "api", "src"), /(?<!\.test)\.ts$/)) inspectSentences(path);
finish("messages", problems);

function keysOf(folder) {
  const files = filesUnder(folder, /^[a-z]{2}-[A-Z]{2}\.json$/).filter((path) => /[\\/]messages[\\/]/.test(path));
  const keys = new Set();
  for (const place of new Set(files.map(dirname))) for (const key of compare(place)) keys.add(key);
  return keys;
}

function compare(place) {
  const [chinese, english] = locales.map((locale) => catalogue(join(place, `${locale}.json`)));
  const keys = new Set([...Object.keys(chinese), ...Object.keys(english)]);
  for (const key of keys) {
    const missing = [chinese, english].findIndex((texts) => !texts[key]?.trim());
    if (missing >= 0) problem(place, `${key} is missing in ${locales[missing]}`);
    else if (han.test(english[key])) problem(place, `${key} is not translated in en-US`);
    else {
      compareValues(place, key, chinese[key], english[key]);
      if (halfWidth.test(chinese[key].replaceAll(/\{[^{}]*\}/g, "")))
        problem(place, `${key} has half-width punctuation in zh-CN`);
    }
  }
  return keys;
}

function catalogue(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    problems.push(`${relative(root, path)}: ${error.message}`);
    return {};
  }
}

function compareValues(place, key, chinese, english) {
  try {
    const [left, right] = [chinese, english].map((text) =>
      [...valuesOf(compileMessageOrThrow(text))].sort().join(", "),
    );
    if (left !== right) problem(place, `${key} takes {${left}} in zh-CN and {${right}} in en-US`);
  } catch (error) {
    problem(place, `${key}: ${error.message}`);
  }
}

function valuesOf(message, found = new Set()) {
  for (const token of message) {
    if (typeof token === "string") continue;
    const [name, , choices] = token;
    found.add(name);
    if (choices === null || typeof choices !== "object") continue;
    for (const choice of Object.values(choices)) if (Array.isArray(choice)) valuesOf(choice, found);
  }
  return found;
}

function inspectSource(path, known) {
  const code = withoutComments(readFileSync(path, "utf8"));
  for (const [, key] of code.matchAll(used)) if (!known.has(key)) problem(path, `no text is called ${key}`);
  const lines = code.split("\n");
  lines.forEach((line, at) => {
    if (han.test(line)) problem(path, `line ${at + 1}: Chinese belongs in the catalogue: ${line.trim().slice(0, 60)}`);
  });
}

// A description of the schema is English with Chinese words in it; a pattern (with its "(?") reads what people type.
function inspectSentences(path) {
  withoutComments(readFileSync(path, "utf8"))
    .split("\n")
    .forEach((line, at) => {
      if (/\bdescription:|RegExp\(/.test(line)) return;
      for (const [, , text] of line.matchAll(/(["'`])((?:\\.|(?!\1).)*)\1/g))
        if (halfWidth.test(text) && !text.includes("(?") && !/[a-z]{2,} [a-z]{2,}/.test(text))
          problem(path, `line ${at + 1}: half-width punctuation in Chinese: ${text.slice(0, 60)}`);
    });
}

// Line breaks stay, so that line numbers are true.
function withoutComments(code) {
  return code
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .replaceAll(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

function problem(path, text) {
  problems.push(`${relative(root, path)}: ${text}`);
}
