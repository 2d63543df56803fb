/** Root fields as the schema has them, each with the smallest document that asks for it and variables to fill it. */
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";

export interface RootField {
  /** `Query.loan` */
  readonly name: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly document: string;
  readonly type: GraphQLOutputType;
  readonly args: readonly { readonly name: string; readonly type: GraphQLInputType }[];
}

export interface Leaf {
  /** Where it stands in the variables: ["input", "terms", "name"]; list positions are numbers as text. */
  readonly path: readonly string[];
  readonly scalar: string;
}

type Variables = Record<string, unknown>;

export function rootFields(schema: GraphQLSchema): RootField[] {
  const roots = [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
    ["subscription", schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field): RootField => {
      const declared = field.args.map(({ name, type: of }) => `$${name}: ${of}`).join(", ");
      const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
      const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
      const document = `${kind} Ask${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`;
      return { name: `${type?.name}.${field.name}`, kind, document, type: field.type, args: field.args };
    }),
  );
}

/** Well formed and about nothing that exists; days lie in the past, so that no clock moves. */
const PLAIN: Readonly<Record<string, unknown>> = {
  ID: "00000000-0000-7000-8000-000000000000",
  String: "x",
  Int: 1,
  Boolean: true,
  Money: "12000.00",
  Rate: "0.100000",
  Day: "2000-01-01",
  Instant: "2000-01-01T00:00:00.000Z",
};

function fill(type: GraphQLInputType, path: readonly string[], leaves: Leaf[], isWhole: boolean): unknown {
  if (isNonNullType(type)) return fill(type.ofType, path, leaves, isWhole);
  if (isListType(type)) return [fill(type.ofType, [...path, "0"], leaves, isWhole)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isWhole || isNonNullType(field.type))
        .map((field) => [field.name, fill(field.type, [...path, field.name], leaves, isWhole)]),
    );
  leaves.push({ path, scalar: type.name });
  return path.at(-1) === "idempotencyKey" ? crypto.randomUUID() : PLAIN[type.name];
}

/** A well formed value of a type, optional places filled too. */
export const plainValue = (type: GraphQLInputType): unknown => fill(type, [], [], true);

/** Variables of a root field, and where their scalars stand. `isWhole` fills optional places too. */
export function variablesOf({ args }: RootField, isWhole = false): { variables: Variables; leaves: readonly Leaf[] } {
  const leaves: Leaf[] = [];
  const variables: Variables = {};
  for (const { name, type } of args)
    if (isWhole || isNonNullType(type)) variables[name] = fill(type, [name], leaves, isWhole);
  return { variables, leaves };
}

/** The variables with another value in one place. */
export function withValue(variables: Variables, [head = "", ...rest]: readonly string[], value: unknown): Variables {
  const copy: Variables = Array.isArray(variables) ? ([...variables] as unknown as Variables) : { ...variables };
  copy[head] = rest.length === 0 ? value : withValue((copy[head] ?? {}) as Variables, rest, value);
  return copy;
}
