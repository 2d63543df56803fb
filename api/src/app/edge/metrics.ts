/** What /metrics tells: operations by name, their seconds and statements, sockets, and the process itself. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const MAX_NAMES = 300;

interface OperationMetrics {
  readonly seconds: Histogram.Internal<"operation">;
  readonly statements: Counter.Internal;
}

export class Metrics {
  readonly registry = new Registry();
  readonly sockets = new Gauge({
    name: "daichao_sockets",
    help: "Open WebSocket connections",
    registers: [this.registry],
  });
  readonly #plans = new Counter({
    name: "daichao_planned_total",
    help: "Queries put to a plan: answered by it, or handed on to Apollo",
    labelNames: ["outcome"],
    registers: [this.registry],
  });
  readonly planned = {
    answered: this.#plans.labels("answered"),
    handedOn: this.#plans.labels("handed_on"),
  };
  readonly #seconds = new Histogram({
    name: "daichao_operation_seconds",
    help: "Wall time of GraphQL operations",
    labelNames: ["operation"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly #statements = new Counter({
    name: "daichao_statements_total",
    help: "SQL statements sent by operations",
    labelNames: ["operation"],
    registers: [this.registry],
  });
  readonly #names = new Set<string>();
  readonly #operations = new Map<string, OperationMetrics>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Begins an operation's clock; call the answer with the number of statements it sent. */
  startOperation(name: string): (statements: number) => void {
    const { seconds, statements } = this.#of(this.#bounded(name));
    const began = performance.now();
    return (sent) => {
      seconds.observe((performance.now() - began) / 1_000);
      if (sent > 0) statements.inc(sent);
    };
  }

  // Finding a metric by its labels costs more than writing it.
  #of(operation: string): OperationMetrics {
    const known = this.#operations.get(operation);
    if (known) return known;
    const made = { seconds: this.#seconds.labels(operation), statements: this.#statements.labels(operation) };
    this.#operations.set(operation, made);
    return made;
  }

  /** A caller chooses operation names: only so many become labels. */
  #bounded(name: string): string {
    const label = /^\w{1,64}$/.test(name) ? name : "unnamed";
    if (this.#names.has(label)) return label;
    if (this.#names.size >= MAX_NAMES) return "other";
    this.#names.add(label);
    return label;
  }
}
