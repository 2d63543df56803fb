/** Scalars and enums as JSON, to the byte as GraphQL and JSON.stringify write them. */
import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLFloat,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLScalarType,
  isEnumType,
} from "graphql";
import { quoted } from "./json-text.js";
import { NotPlain } from "./not-plain.js";

type LeafWriter = (value: unknown) => string;

/** How a value without fields of its own becomes JSON. The writer throws where the usual way would report. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (isEnumType(type)) return enumWriter(type);
  if (type.name === GraphQLInt.name || type.name === GraphQLFloat.name || type.name === GraphQLBoolean.name)
    return (value) => String(type.serialize(value));
  return scalarWriter(type);
}

function enumWriter(type: GraphQLEnumType): LeafWriter {
  const names = new Map(type.getValues().map(({ value, name }) => [value as unknown, JSON.stringify(name)]));
  return (value) => {
    const name = names.get(value);
    if (name === undefined) throw new NotPlain("a value of another enum");
    return name;
  };
}

const scalarWriter =
  (type: GraphQLScalarType): LeafWriter =>
  (value) => {
    if (value instanceof Error) throw value;
    const written: unknown = type.serialize(value);
    if (typeof written === "string") return quoted(written);
    if (written === null || written === undefined) throw new NotPlain("a value that cannot be written");
    return JSON.stringify(written);
  };
