import { performance } from "node:perf_hooks";
import process from "node:process";
import {
  affinitiesOf,
  Movers,
  type Neighbours,
  type OddsModel,
  oddsOf,
  type RankCandidate,
  type RankWeights,
  rank,
  seeded,
} from "../src/index.ts";

/** One person before a shelf of 2,000: odds, affinity, order and the reasons of ten. The reference only sorts by cost. */
const products = 2_000;
const people = 400;
const random = seeded(42);
const names = ["income", "debtShare", "incomeMultiple", "employedMonths", "public", "own", "freelance", "none"];
const model: OddsModel = {
  intercept: 0.2,
  features: names.map((name) => ({ name, direction: "FREE", mean: 0, deviation: 1, weight: random() - 0.5 })),
  levels: [
    Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`c${index}`, random() - 0.5])),
    Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`i${index}`, random() - 0.5])),
    Object.fromEntries(Array.from({ length: products }, (_, index) => [`p${index}`, random() - 0.5])),
  ],
  curve: {
    raw: Array.from({ length: 24 }, (_, index) => (index + 1) / 25),
    kept: Array.from({ length: 24 }, (_, index) => 0.1 + (0.8 * index) / 23),
  },
};
const weights: RankWeights = { cost: 1, affinity: 0.5, purpose: 0.9, term: 0.4, limit: 0.2, complaints: 1 };
const shelf = Array.from({ length: products }, (_, index) => ({
  id: `p${index}`,
  institutionId: `i${index % 60}`,
  category: `c${index % 8}`,
  cost: random(),
  purpose: index % 8 === 0 ? 1 : 0,
  term: random(),
  limit: random(),
  complaints: random() * 0.02,
}));
const neighbours: Neighbours = new Map(
  shelf.map(({ id }, index) => [
    id,
    Array.from({ length: 20 }, (_, step) => ({ otherId: `p${(index + step * 7 + 1) % products}`, similarity: 0.3 })),
  ]),
);

function recommend(): number {
  const person = names.map(() => random() * 2 - 1);
  const acts = Array.from({ length: 60 }, () => ({
    productId: `p${Math.floor(random() * products)}`,
    weight: 2,
    ageDays: random() * 60,
  }));
  const affinities = affinitiesOf(acts, neighbours);
  const candidates = shelf.map((product): RankCandidate => {
    const { id, institutionId, category } = product;
    const chance = oddsOf(model, { values: person, groups: [category, institutionId, id] });
    return { ...product, chance, affinity: affinities.get(id)?.value ?? 0 };
  });
  const order = rank(candidates, weights);
  const movers = new Movers(order, weights);
  return order.slice(0, 10).reduce((sum, ranked) => sum + movers.of(ranked).length, 0);
}

const byCostOnly = (): number => shelf.toSorted((a, b) => b.cost - a.cost || (a.id < b.id ? -1 : 1)).length;

interface Times {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Of the process alone, whatever else the machine does meanwhile. */
  readonly cpuP99: number;
}

function measure(run: () => number): Times {
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let turn = 0; turn < people + 50; turn += 1) {
    const used = process.cpuUsage();
    const start = performance.now();
    run();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    if (turn < 50) continue;
    walls.push(wall);
    cpus.push((user + system) / 1_000);
  }
  const at = (times: number[], share: number) => times.sort((a, b) => a - b)[Math.floor(people * share)] ?? 0;
  return { median: at(walls, 0.5), p95: at(walls, 0.95), p99: at(walls, 0.99), cpuP99: at(cpus, 0.99) };
}

const [ours, reference] = [measure(recommend), measure(byCostOnly)];
const ms = (value: number): string => `${value.toFixed(2)} ms`;
const told = ({ median, p99, cpuP99 }: Times) => `median ${ms(median)}, p99 ${ms(p99)}, p99 of CPU ${ms(cpuP99)}`;
const name = `ranking ${products.toLocaleString("en")} products for one person`;
process.stdout.write(
  process.argv.includes("--json")
    ? JSON.stringify([{ name, goal: { figure: "p99", milliseconds: 20 }, ours, reference, against: "sorting by cost" }])
    : `${name}: ${told(ours)} (goal: 20 ms)\n` +
        `sorted by cost only: ${told(reference)}; ratio ${(ours.median / reference.median).toFixed(1)}\n`,
);
