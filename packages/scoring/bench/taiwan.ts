import { readFileSync } from "node:fs";
import process from "node:process";
import { crossValidate } from "./cross-validation.ts";

/** Default of credit card clients (Taiwan), given as a path: a header, an id, 23 columns, then 1 for default. */
const path = process.argv[2];
if (path === undefined) throw new Error("usage: node bench/taiwan.ts <path of UCI_Credit_Card.csv>");

const [header = [], ...lines] = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.trim().replaceAll('"', "").split(","));
const ids = header.slice(1, 24);
crossValidate(
  {
    rows: lines.map((line) => line.slice(1, 24).map((cell) => cell.replace(/\.0+$/, ""))),
    isBad: Uint8Array.from(lines, (line) => Number(line[24])),
    ids,
    // Sex, education and marital status are codes; all else are amounts and counts.
    isCoded: (column) => column >= 1 && column <= 3,
  },
  0.767,
);
