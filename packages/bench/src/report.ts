import type { Measure } from "./load.ts";

export interface Scenario {
  readonly name: string;
  readonly product: Measure;
  readonly bare: Measure;
  readonly sql: Measure;
  /** What engineering asks for, as a share of a reference's requests per second. */
  readonly goal: { readonly reference: "bare" | "sql"; readonly ratio: number };
}

const cell = (text: string | number, width: number) => String(text).padStart(width);

function line(name: string, measure: Measure): string {
  return [
    name.padEnd(30),
    cell(Math.round(measure.requestsPerSecond), 9),
    cell(measure.p50.toFixed(0), 8),
    cell(measure.p99.toFixed(0), 8),
    cell(Math.round(measure.cpuMicros), 9),
    cell(measure.failures, 9),
  ].join(" ");
}

export function ratios(scenario: Scenario) {
  const against = (reference: Measure) => ({
    throughput: scenario.product.requestsPerSecond / reference.requestsPerSecond,
    cpu: scenario.product.cpuMicros === 0 ? null : reference.cpuMicros / scenario.product.cpuMicros,
  });
  return { bare: against(scenario.bare), sql: against(scenario.sql) };
}

/** The table a person reads; the JSON beside it is for machines. */
export function table(scenarios: readonly Scenario[]): string {
  const head = [
    "".padEnd(30),
    cell("req/s", 9),
    cell("p50 ms", 8),
    cell("p99 ms", 8),
    cell("cpu us", 9),
    cell("failures", 9),
  ].join(" ");
  const parts = scenarios.flatMap((scenario) => {
    const { bare, sql } = ratios(scenario);
    const reached = scenario.goal.reference === "bare" ? bare.throughput : sql.throughput;
    return [
      "",
      scenario.name,
      head,
      line("  daichao", scenario.product),
      line("  (a) node:http, same bytes", scenario.bare),
      line("  (b) node:http + one SQL query", scenario.sql),
      `  ratio to (a) ${bare.throughput.toFixed(2)}   ratio to (b) ${sql.throughput.toFixed(2)}   by CPU: (a) ${bare.cpu?.toFixed(2) ?? "-"}, (b) ${sql.cpu?.toFixed(2) ?? "-"}`,
      `  goal >= ${scenario.goal.ratio} of (${scenario.goal.reference === "bare" ? "a" : "b"}): ${reached >= scenario.goal.ratio ? "reached" : "not reached"} (${reached.toFixed(2)})`,
    ];
  });
  return parts.join("\n");
}
