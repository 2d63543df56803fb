/** Scenarios without a server: each runs in a process of its own and says its times as JSON. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Milliseconds. */
interface Times {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Of the process alone, whatever else the machine does meanwhile. */
  readonly cpuP99: number;
}

export interface TimedScenario {
  readonly name: string;
  readonly goal: { readonly figure: "p95" | "p99"; readonly milliseconds: number };
  readonly ours: Times;
  readonly reference: Times;
  /** What the reference does. */
  readonly against: string;
}

const run = promisify(execFile);

async function timesOf(cwd: string, words: readonly string[]): Promise<TimedScenario[]> {
  const { stdout } = await run(process.execPath, [...words], { cwd });
  return JSON.parse(stdout) as TimedScenario[];
}

/** Ranking for one person, and text search: one after the other, so that they do not take each other's time. */
export async function timedScenarios(root: string): Promise<TimedScenario[]> {
  const ranking = await timesOf(join(root, "packages", "scoring"), ["bench/ranking.ts", "--json"]);
  const search = await timesOf(join(root, "api"), ["--import", "tsx", "bench/text-search.ts"]);
  return [...ranking, ...search];
}

const cell = (value: number) => value.toFixed(2).padStart(9);
const line = (name: string, { median, p95, p99, cpuP99 }: Times) =>
  [name.padEnd(46), cell(median), cell(p95), cell(p99), cell(cpuP99)].join(" ");

export const ratioOf = ({ ours, reference }: TimedScenario): number => ours.median / reference.median;

export function timeTable(scenarios: readonly TimedScenario[]): string {
  const head = [
    "in process, milliseconds".padEnd(46),
    ...["median", "p95", "p99", "cpu p99"].map((word) => word.padStart(9)),
  ];
  const rows = scenarios.flatMap((scenario) => {
    const { name, goal, ours, reference, against } = scenario;
    const isReached = ours[goal.figure] <= goal.milliseconds;
    return [
      line(name, ours),
      line(`  (${against})`, reference),
      `  ratio of medians ${ratioOf(scenario).toFixed(1)}   goal ${goal.figure} <= ${goal.milliseconds} ms: ${isReached ? "reached" : "not reached"}`,
    ];
  });
  return ["", head.join(" "), ...rows].join("\n");
}
