/**
 * What a partner's free query may cost, counted on the expanded document before any resolver runs. Fragments are
 * counted once and multiplied, so a nest of them cannot outrun the count.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";
import { type DomainError, kernelErrors } from "../../kernel/errors/index.js";

export const LIMITS = {
  tokens: 2_000,
  depth: 10,
  aliases: 15,
  roots: 10,
  fields: 200,
  directives: 10,
  duplicates: 10,
  cost: 1_000,
  mutations: 1,
} as const;
/** A list without `first` counts as a full page. */
const UNBOUNDED_PAGE = 100;
/** The standard introspection query is deep and wide, and always the same work. */
const INTROSPECTION_COST = 10;

interface Weight {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Most times that one selection names the same field. */
  readonly duplicates: number;
  readonly cost: number;
}

const NOTHING: Weight = { depth: 0, fields: 0, aliases: 0, directives: 0, duplicates: 0, cost: 0 };

function mostRepeated(set: SelectionSetNode): number {
  const counts = new Map<string, number>();
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = selection.alias?.value ?? selection.name.value;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function pageOf(
  selection: { arguments?: readonly { name: { value: string }; value: unknown }[] },
  variables: Record<string, unknown>,
  hasEdges: boolean,
): number {
  const first = selection.arguments?.find((argument) => argument.name.value === "first")?.value as
    | { kind?: string; value?: string; name?: { value: string } }
    | undefined;
  if (first?.kind === Kind.INT) return Math.max(1, Number(first.value));
  if (first?.kind === Kind.VARIABLE && first.name) {
    const given = variables[first.name.value];
    return typeof given === "number" && given > 0 ? given : UNBOUNDED_PAGE;
  }
  return hasEdges ? UNBOUNDED_PAGE : 1;
}

const names = (set: SelectionSetNode | undefined) =>
  set?.selections.some((part) => part.kind === Kind.FIELD && part.name.value === "edges") ?? false;

class Counter {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, Weight>();
  readonly #open = new Set<string>();

  constructor(
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  of(set: SelectionSetNode): Weight {
    let total: Weight = { ...NOTHING, duplicates: mostRepeated(set) };
    for (const selection of set.selections) {
      const part = this.#ofSelection(selection);
      total = {
        depth: Math.max(total.depth, part.depth),
        fields: total.fields + part.fields,
        aliases: total.aliases + part.aliases,
        directives: total.directives + part.directives,
        duplicates: Math.max(total.duplicates, part.duplicates),
        cost: total.cost + part.cost,
      };
    }
    return total;
  }

  /** Fields of the operation's own level, through fragments; a fragment counts as often as it is spread. */
  roots(set: SelectionSetNode, within: ReadonlySet<string> = new Set()): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.roots(selection.selectionSet, within);
      const { value } = selection.name;
      const fragment = this.#fragments.get(value);
      if (!fragment || within.has(value) || within.size > LIMITS.depth) return sum;
      return sum + this.roots(fragment.selectionSet, new Set(within).add(value));
    }, 0);
  }

  #ofSelection(selection: SelectionSetNode["selections"][number]): Weight {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const inner = this.#ofFragment(selection.name.value);
      return { ...inner, directives: inner.directives + directives };
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = this.of(selection.selectionSet);
      return { ...inner, directives: inner.directives + directives };
    }
    if (selection.name.value === "__schema" || selection.name.value === "__type")
      return { ...NOTHING, depth: 1, fields: 1, cost: INTROSPECTION_COST };
    const inner = selection.selectionSet ? this.of(selection.selectionSet) : NOTHING;
    const times = pageOf(selection, this.variables, names(selection.selectionSet));
    return {
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      directives: inner.directives + directives,
      duplicates: inner.duplicates,
      cost: (selection.selectionSet ? 1 : 0) + inner.cost * times,
    };
  }

  #ofFragment(name: string): Weight {
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    // A spread of itself is refused by validation; here it only must not loop.
    if (!fragment || this.#open.has(name)) return NOTHING;
    this.#open.add(name);
    const weight = this.of(fragment.selectionSet);
    this.#open.delete(name);
    this.#known.set(name, weight);
    return weight;
  }
}

export interface CountedQuery {
  readonly requested: number;
  readonly refusal: DomainError | undefined;
}

/** The document, or undefined where it is no GraphQL. @throws QUERY_TOO_COSTLY for one of too many tokens. */
export function parseWithin(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true, maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(`${LIMITS.tokens} tokens`))
      throw kernelErrors.queryTooCostly({ limit: "tokens", maximum: LIMITS.tokens });
    return undefined;
  }
}

/** @returns what the operation would cost and, when it is over a limit, the refusal that names it. */
export function countQuery(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): CountedQuery {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operationName
    ? operations.find((candidate) => candidate.name?.value === operationName)
    : operations[0];
  if (!operation) return { requested: 0, refusal: undefined };
  const counter = new Counter(document, variables);
  const weight = counter.of(operation.selectionSet);
  // The fields are counted first: a nest of fragments that has few of them is cheap to walk for its roots.
  const roots = weight.fields > LIMITS.fields ? 0 : counter.roots(operation.selectionSet);
  const over = (limit: string, actual: number, maximum: number) =>
    kernelErrors.queryTooCostly({ limit, actual, maximum });
  let refusal: DomainError | undefined;
  if (weight.depth > LIMITS.depth) refusal = over("depth", weight.depth, LIMITS.depth);
  else if (roots > LIMITS.roots) refusal = over("roots", roots, LIMITS.roots);
  else if (operation.operation === "mutation" && roots > LIMITS.mutations)
    refusal = over("mutations", roots, LIMITS.mutations);
  else if (weight.fields > LIMITS.fields) refusal = over("fields", weight.fields, LIMITS.fields);
  else if (weight.aliases > LIMITS.aliases) refusal = over("aliases", weight.aliases, LIMITS.aliases);
  else if (weight.directives > LIMITS.directives) refusal = over("directives", weight.directives, LIMITS.directives);
  else if (weight.duplicates > LIMITS.duplicates) refusal = over("duplicates", weight.duplicates, LIMITS.duplicates);
  else if (weight.cost > LIMITS.cost) refusal = over("cost", weight.cost, LIMITS.cost);
  return { requested: weight.cost, refusal };
}

/** A leaky bucket per key and minute. */
export class CostBudget {
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number,
  ) {}

  /** Takes `cost` out of the owner's bucket; a refusal leaves it as it was and says in how many seconds to try again. */
  spend(owner: string, cost: number): { isAllowed: boolean; available: number; retrySeconds: number } {
    const now = this.nowMs();
    const restoreRate = this.perMinute / 60_000;
    const bucket = this.#buckets.get(owner) ?? { left: this.perMinute, at: now };
    const available = Math.min(this.perMinute, bucket.left + (now - bucket.at) * restoreRate);
    const isAllowed = available >= cost;
    const left = isAllowed ? available - cost : available;
    this.#buckets.set(owner, { left, at: now });
    return {
      isAllowed,
      available: Math.floor(left),
      retrySeconds: isAllowed ? 0 : Math.ceil((cost - available) / restoreRate / 1_000),
    };
  }

  get perMinuteBudget(): number {
    return this.perMinute;
  }
}
