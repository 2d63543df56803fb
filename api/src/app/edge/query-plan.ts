/**
 * A query worked out beforehand: which fields of which types, and how each value becomes JSON. It knows the plain case
 * only. Whatever is out of the ordinary (a bad variable, a refusal, a missing value, a directive) is thrown, and the
 * question is then put to Apollo from the start; a plan never says in its own words what went wrong.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Context } from "../../kernel/context/index.js";
import { isPromise, joined, leave, type Text } from "./json-text.js";
import { leafWriter } from "./leaf-writer.js";
import { NotPlain } from "./not-plain.js";

type Variables = { readonly [name: string]: unknown };
type Row = { readonly [name: string]: unknown };

interface Run {
  readonly context: Context;
  readonly variables: Variables;
}

type Writer = (value: unknown, run: Run) => Text;
type FieldWriter = (source: Row, run: Run) => Text;

/** `isPlain` where nothing but the row itself decides the text: no resolver, no argument, no viewer. */
interface Written<Write> {
  readonly write: Write;
  readonly isPlain: boolean;
}

interface Selected extends Written<FieldWriter> {
  /** `"name":`, with a comma before all but the first. */
  readonly lead: string;
}

export interface QueryPlan {
  /** The whole answer. @throws what makes it another than the plain one, at once or later. */
  run(context: Context, variables: Variables): Text;
}

interface Ground {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/** What a field resolver may ask of its field. Where it stands in the answer is not kept. */
class FieldFacts {
  readonly rootValue = undefined;
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly fieldName: string;
  readonly returnType: GraphQLOutputType;

  constructor(
    ground: Ground,
    field: GraphQLField<unknown, unknown>,
    readonly parentType: GraphQLObjectType,
    readonly fieldNodes: readonly FieldNode[],
    readonly variableValues: Variables,
  ) {
    this.schema = ground.schema;
    this.operation = ground.operation;
    this.fragments = ground.fragments;
    this.fieldName = field.name;
    this.returnType = field.type;
  }

  get path(): GraphQLResolveInfo["path"] {
    throw new NotPlain("a plan keeps no paths");
  }
}

/** The plan of a valid document with one query and no directives; undefined for any other. */
export function planOf(schema: GraphQLSchema, document: DocumentNode): QueryPlan | undefined {
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const root = schema.getQueryType();
  if (!operation || operations.length > 1 || operation.operation !== "query" || !root || hasDirective(document))
    return undefined;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
  try {
    const { write } = objectWriter({ schema, operation, fragments }, root, [operation.selectionSet]);
    return {
      run(context, given) {
        const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given);
        if (variables.errors) throw new NotPlain("bad variables");
        const data = write({}, { context, variables: variables.coerced });
        return typeof data === "string" ? answerOf(data) : data.then(answerOf);
      },
    };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

// With the line's end that Apollo writes.
const answerOf = (data: string): string => `{"data":${data}}\n`;

function hasDirective(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
    },
  });
  return found;
}

/** The fields of an object type by the names they have in the answer, in the order in which they are first named. */
function fieldsOf(
  ground: Ground,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : ground.fragments[selection.name.value];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      if (!fragment || (fragment.typeCondition && fragment.typeCondition.name.value !== type.name))
        throw new NotPlain("a fragment of another type");
      collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

function objectWriter(
  ground: Ground,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Written<FieldWriter> {
  if (type.isTypeOf) throw new NotPlain("a type to be checked");
  const selected = [...fieldsOf(ground, type, sets)].map(([key, nodes], index): Selected => {
    const lead = `${index > 0 ? "," : ""}${JSON.stringify(key)}:`;
    return { lead, ...fieldWriter(ground, type, nodes) };
  });
  const write: FieldWriter = (source, run) => {
    let text = "{";
    const parts: Text[] = [];
    try {
      for (const { lead, write } of selected) {
        const part = write(source, run);
        if (typeof part === "string") text += lead + part;
        else {
          parts.push(text + lead, part);
          text = "";
        }
      }
    } catch (error) {
      leave(parts);
      throw error;
    }
    return parts.length === 0 ? `${text}}` : joined([...parts, `${text}}`]);
  };
  return { write, isPlain: selected.every(({ isPlain }) => isPlain) };
}

function fieldWriter(ground: Ground, parent: GraphQLObjectType, nodes: readonly FieldNode[]): Written<FieldWriter> {
  const [node] = nodes;
  const name = node?.name.value ?? "";
  if (name === "__typename") return { write: always(JSON.stringify(parent.name)), isPlain: true };
  const field = parent.getFields()[name];
  if (!node || !field) throw new NotPlain("a field of the schema itself");
  const { write, isPlain } = writerOf(ground, field.type, nodes);
  const argumentsOf = argumentReader(field, node);
  const factsOf = ({ variables }: Run) =>
    new FieldFacts(ground, field, parent, nodes, variables) as unknown as GraphQLResolveInfo;
  const { resolve } = field;
  const resolved = resolve
    ? (source: Row, run: Run) => resolve(source, argumentsOf(run), run.context, factsOf(run))
    : (source: Row, run: Run) => {
        const value = source[name];
        return typeof value === "function" ? value.call(source, argumentsOf(run), run.context, factsOf(run)) : value;
      };
  return {
    write: (source, run) => {
      const value = resolved(source, run);
      return isPromise(value) ? value.then((found) => write(found, run)) : write(value, run);
    },
    isPlain: isPlain && !resolve && field.args.length === 0,
  };
}

const always = (text: string) => () => text;

/** Arguments without a variable in them are the same every time. */
function argumentReader(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Record<string, unknown> {
  let isFixed = true;
  for (const argument of node.arguments ?? [])
    visit(argument, {
      Variable() {
        isFixed = false;
      },
    });
  if (!isFixed) return ({ variables }) => getArgumentValues(field, node, variables);
  const fixed = Object.freeze(getArgumentValues(field, node));
  return () => fixed;
}

function writerOf(ground: Ground, type: GraphQLOutputType, nodes: readonly FieldNode[]): Written<Writer> {
  const isRequired = isNonNullType(type);
  const { write, isPlain } = presentWriter(ground, isRequired ? type.ofType : type, nodes);
  return {
    write: (value, run) => {
      if (value !== null && value !== undefined) return write(value, run);
      if (isRequired) throw new NotPlain("a missing value");
      return "null";
    },
    isPlain,
  };
}

function presentWriter(ground: Ground, type: GraphQLOutputType, nodes: readonly FieldNode[]): Written<Writer> {
  if (isLeafType(type)) return { write: leafWriter(type), isPlain: true };
  if (isListType(type)) {
    const { write, isPlain } = writerOf(ground, type.ofType, nodes);
    return { write: listWriter(write), isPlain };
  }
  if (!isObjectType(type)) throw new NotPlain("an abstract type");
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const { write, isPlain } = objectWriter(ground, type, sets);
  const writeRow: Writer = (value, run) => {
    if (value instanceof Error) throw value;
    return write(value as Row, run);
  };
  return { write: isPlain && type.extensions.isLasting === true ? keeping(writeRow) : writeRow, isPlain };
}

const TEXTS_KEPT = 10_000;

/** Writes a lasting row once: frozen ones of a type whose rows never change, such as a published product. */
function keeping(write: Writer): Writer {
  let texts = new WeakMap<object, string>();
  let count = 0;
  return (value, run) => {
    if (typeof value !== "object" || value === null || !Object.isFrozen(value)) return write(value, run);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = write(value, run);
    if (typeof text !== "string") return text;
    if (count >= TEXTS_KEPT) {
      texts = new WeakMap();
      count = 0;
    }
    texts.set(value, text);
    count += 1;
    return text;
  };
}

function listWriter(write: Writer): Writer {
  return (value, run) => {
    if (!Array.isArray(value)) throw new NotPlain("a list of another kind");
    let text = "[";
    const parts: Text[] = [];
    try {
      for (let index = 0; index < value.length; index += 1) {
        const item: unknown = value[index];
        const part = isPromise(item) ? item.then((found) => write(found, run)) : write(item, run);
        if (index > 0) text += ",";
        if (typeof part === "string") text += part;
        else {
          parts.push(text, part);
          text = "";
        }
      }
    } catch (error) {
      leave(parts);
      throw error;
    }
    return parts.length === 0 ? `${text}]` : joined([...parts, `${text}]`]);
  };
}
