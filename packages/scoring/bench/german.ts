import { readFileSync } from "node:fs";
import process from "node:process";
import { crossValidate } from "./cross-validation.ts";

/** Statlog German credit, given as a path: twenty columns, then 1 for good or 2 for bad. */
const path = process.argv[2];
if (path === undefined) throw new Error("usage: node bench/german.ts <path of german.data>");

const rows = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
crossValidate(
  {
    rows,
    isBad: Uint8Array.from(rows, (row) => (row[20] === "2" ? 1 : 0)),
    ids: Array.from({ length: 20 }, (_, column) => `attribute${column + 1}`),
    isCoded: (column) => /^A/.test(rows[0]?.[column] ?? ""),
  },
  0.785,
);
