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

/** Past cases as text cells; a coded column holds codes, any other whole numbers. */
export interface PastCases {
  readonly rows: readonly (readonly string[])[];
  readonly isBad: Uint8Array;
  readonly ids: readonly string[];
  readonly isCoded: (column: number) => boolean;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ten-fold stratified cross-validation with whole points; fails the process when the mean AUC stays under the bar. */
export function crossValidate({ rows, isBad, ids, isCoded }: PastCases, bar: number): void {
  const valueAt = (row: readonly string[], column: number): FactValue =>
    isCoded(column) ? (row[column] ?? "") : Number(row[column]);
  const columnsOf = (chosen: PastCases["rows"]): readonly TrainingColumn[] =>
    ids.map((id, column) => ({
      id,
      field: id,
      kind: isCoded(column) ? "enum" : "number",
      values: chosen.map((row) => valueAt(row, column)),
      reason: null,
    }));
  const factsOf = (row: readonly string[]): Facts =>
    Object.fromEntries(ids.map((id, column) => [id, valueAt(row, column)]));

  for (const seed of [42, 1, 2]) {
    const foldOf = stratifiedFolds(isBad, 10, seed);
    const predictions = new Float64Array(rows.length);
    const [aucs, kss]: [number[], number[]] = [[], []];
    let training = 0;
    for (let fold = 0; fold < 10; fold += 1) {
      const isTraining = (_: unknown, row: number): boolean => foldOf[row] !== fold;
      const columns = columnsOf(rows.filter(isTraining));
      const start = performance.now();
      const { card } = trainCard(columns, isBad.filter(isTraining));
      training += performance.now() - start;
      const members = [...rows.keys()].filter((row) => foldOf[row] === fold);
      for (const row of members) {
        predictions[row] = probabilityOfBad(scoreFacts(card, factsOf(rows[row] ?? [])).points);
      }
      const held = {
        predictions: members.map((row) => predictions[row] ?? 0),
        outcomes: members.map((row) => isBad[row] ?? 0),
      };
      aucs.push(auc(held));
      kss.push(ks(held));
    }
    const pooled = { predictions, outcomes: isBad };
    const holding = calibration(pooled).filter(({ holds }) => holds).length;
    process.stdout.write(
      `seed ${seed}: AUC ${mean(aucs).toFixed(4)} (pooled ${auc(pooled).toFixed(4)}), KS ${mean(kss).toFixed(3)} (pooled ${ks(pooled).toFixed(3)}), ` +
        `Brier ${brier(pooled).toFixed(4)}, ${holding} of 10 calibration groups hold, ${(training / 10).toFixed(0)} ms per training\n`,
    );
    if (seed === 42 && mean(aucs) < bar) {
      process.stdout.write(`below the bar of ${bar}\n`);
      process.exitCode = 1;
    }
  }
}
