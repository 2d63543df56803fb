import { performance } from "node:perf_hooks";
import process from "node:process";
import fc from "fast-check";
import {
  all,
  between,
  count,
  type DecisionModel,
  decide,
  fen,
  gt,
  type HardRule,
  lt,
  ppm,
  scoreFacts,
} from "../src/index.ts";
import { applicants } from "../src/testing/applicants.ts";
import { consumerLoan } from "../src/testing/consumer-loan.model.ts";

/** 200 rules (a third of them compound), the example's card and its three tables: the size the engine is held to. */
const rules: readonly HardRule[] = Array.from({ length: 200 }, (_, index): HardRule => {
  const simple = [
    lt("monthlyIncome", fen(BigInt(1_000 + index))),
    gt("debtShare", ppm(5_000_000 + index)),
    between("enquiries90Days", count(100 + index), count(400)),
  ];
  const when = index % 3 === 0 ? all(...simple) : simple[index % 3];
  return {
    id: `rule-${index}`,
    severity: "REJECT",
    when: when ?? all(...simple),
    message: { zh: "规则", en: "rule" },
    reason: "INCOME_TOO_LOW",
  };
});
const model: DecisionModel = { ...consumerLoan, rules: [...consumerLoan.rules, ...rules].slice(0, 200) };
const sample = fc.sample(applicants, { numRuns: 2_000, seed: 1 });

function measure(name: string, run: (facts: (typeof sample)[number]) => unknown): void {
  const times: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    for (const facts of sample) {
      const start = performance.now();
      run(facts);
      if (turn > 1) times.push((performance.now() - start) * 1_000);
    }
  }
  times.sort((a, b) => a - b);
  const [median, p99] = [times[Math.floor(times.length / 2)] ?? 0, times[Math.floor(times.length * 0.99)] ?? 0];
  process.stdout.write(`${name}: median ${median.toFixed(1)} us, p99 ${p99.toFixed(1)} us over ${times.length} runs\n`);
}

measure("200 rules, card, 3 tables, terms", (facts) => decide(model, facts));
measure("example policy", (facts) => decide(consumerLoan, facts));
const { card } = consumerLoan;
if (card !== null) measure("card of 8 with reasons", (facts) => scoreFacts(card, facts));
