import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import {
  auc,
  brier,
  calibration,
  type Facts,
  type FactValue,
  ks,
  probabilityOfBad,
  scoreFacts,
  stratifiedFolds,
  type TrainingColumn,
  trainCard,
} from "../src/index.ts";

/** Ten-fold cross-validation of the card on the Statlog German credit file, given as a path: 20 columns and 1 good, 2 bad. */
const path = process.argv[2];
if (path === undefined) throw new Error("usage: node bench/german.ts <path of german.data>");
const bar = 0.785;

const rows = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const isBad = Uint8Array.from(rows, (row) => (row[20] === "2" ? 1 : 0));
const isCoded = (column: number): boolean => /^A/.test(rows[0]?.[column] ?? "");
const valueAt = (row: readonly string[], column: number): FactValue =>
  isCoded(column) ? (row[column] ?? "") : Number(row[column]);
const idOf = (column: number): string => `attribute${column + 1}`;
const columnsOf = (chosen: readonly (readonly string[])[]): readonly TrainingColumn[] =>
  Array.from({ length: 20 }, (_, column) => ({
    id: idOf(column),
    field: idOf(column),
    kind: isCoded(column) ? "enum" : "number",
    values: chosen.map((row) => valueAt(row, column)),
    reason: null,
  }));
const factsOf = (row: readonly string[]): Facts =>
  Object.fromEntries(Array.from({ length: 20 }, (_, column) => [idOf(column), valueAt(row, column)]));

const foldOf = stratifiedFolds(isBad, 10, 42);
const predictions = new Float64Array(rows.length);
const [aucs, kss]: [number[], number[]] = [[], []];
const start = performance.now();
for (let fold = 0; fold < 10; fold += 1) {
  const trained = trainCard(
    columnsOf(rows.filter((_, row) => foldOf[row] !== fold)),
    isBad.filter((_, row) => foldOf[row] !== fold),
  );
  const members = [...rows.keys()].filter((row) => foldOf[row] === fold);
  for (const row of members)
    predictions[row] = probabilityOfBad(scoreFacts(trained.card, factsOf(rows[row] ?? [])).points);
  const held = {
    predictions: members.map((row) => predictions[row] ?? 0),
    outcomes: members.map((row) => isBad[row] ?? 0),
  };
  aucs.push(auc(held));
  kss.push(ks(held));
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const pooled = { predictions, outcomes: isBad };
process.stdout.write(
  `AUC mean of folds ${mean(aucs).toFixed(4)} (pooled ${auc(pooled).toFixed(4)}), KS mean ${mean(kss).toFixed(3)} (pooled ${ks(pooled).toFixed(3)}), Brier ${brier(pooled).toFixed(4)}, `,
);
process.stdout.write(
  `calibration groups that hold ${calibration(pooled).filter(({ holds }) => holds).length} of 10, ${(performance.now() - start).toFixed(0)} ms\n`,
);
if (mean(aucs) < bar) {
  process.stdout.write(`below the bar of ${bar}\n`);
  process.exitCode = 1;
}
