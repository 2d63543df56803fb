/** Plans of the queries this process has already answered, by their text. */
import { type GraphQLSchema, parse } from "graphql";
import type { TrustedDocument } from "./documents.js";
import { planOf, type QueryPlan } from "./query-plan.js";

const PLANS_KEPT = 500;
const ASKED_ONCE_KEPT = 1_000;
const LONGEST_FREE_TEXT = 8_000;

interface KnownQuery {
  readonly plan: QueryPlan;
  readonly operationName: string | undefined;
}

export class QueryPlans {
  readonly #known = new Map<string, KnownQuery | null>();
  readonly #askedOnce = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The plan of a text, where it has one and the operation asked for is the one that it holds. */
  find(text: string, operationName: string | null | undefined): QueryPlan | undefined {
    const known = this.#known.get(text);
    const isTheOne = operationName == null || operationName === known?.operationName;
    return known && isTheOne ? known.plan : undefined;
  }

  /** To be told of a text that Apollo found valid and answered; a free one is worth a plan from the second time on. */
  answered(text: string, trusted: TrustedDocument | undefined): void {
    if (this.#known.has(text) || (!trusted && !this.#isWorthwhile(text))) return;
    if (this.#known.size >= PLANS_KEPT) this.#known.clear();
    const document = trusted?.document ?? parse(text, { noLocation: true });
    const plan = planOf(this.schema, document);
    const [name] = document.definitions.flatMap((part) =>
      part.kind === "OperationDefinition" ? [part.name?.value] : [],
    );
    this.#known.set(text, plan ? { plan, operationName: name } : null);
  }

  #isWorthwhile(text: string): boolean {
    if (text.length > LONGEST_FREE_TEXT) return false;
    if (this.#askedOnce.delete(text)) return true;
    if (this.#askedOnce.size >= ASKED_ONCE_KEPT) this.#askedOnce.clear();
    this.#askedOnce.add(text);
    return false;
  }
}
