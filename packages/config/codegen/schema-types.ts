import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

const builtIn: Readonly<Record<string, string>> = {
  ID: "string",
  String: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
};

/** How a scalar reads in TypeScript. Ours travel as text, so that no amount ever becomes a JavaScript number. */
export function scalarType(name: string): string {
  return builtIn[name] ?? (name.startsWith("JSON") ? "unknown" : "string");
}

/** Writes the schema's enums (object and union), scalars and inputs; what is read comes from each app's operations. */
export const plugin: PluginFunction = (schema) => {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = [
    ...types
      .filter(isScalarType)
      .filter((type) => !isSpecifiedScalarType(type))
      .map(printScalar),
    ...types.filter(isEnumType).map(printEnum),
    ...types.filter(isInputObjectType).map(printInput),
  ];
  return ["// Generated from schema.graphql by `pnpm codegen`.", ...parts, ""].join("\n\n");
};

function printScalar(type: GraphQLScalarType): string {
  return `${comment(type.description)}export type ${type.name} = ${scalarType(type.name)};`;
}

function printEnum(type: GraphQLEnumType): string {
  const values = type.getValues().map(({ name, description }) => `${comment(description, "  ")}  ${name}: "${name}",`);
  const lines = [
    `${comment(type.description)}export const ${type.name} = {`,
    ...values,
    "} as const;",
    `export type ${type.name} = (typeof ${type.name})[keyof typeof ${type.name}];`,
  ];
  return lines.join("\n");
}

function printInput(type: GraphQLInputObjectType): string {
  const fields = Object.values(type.getFields()).map(printField);
  return [`${comment(type.description)}export interface ${type.name} {`, ...fields, "}"].join("\n");
}

function printField(field: GraphQLInputField): string {
  const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
  return `${comment(field.description, "  ")}  ${field.name}${isRequired ? "" : "?"}: ${printType(field.type)};`;
}

function printType(type: GraphQLInputType): string {
  if (isNonNullType(type)) return printNonNull(type.ofType);
  return `${printNonNull(type)} | null`;
}

function printNonNull(type: GraphQLInputType): string {
  if (isListType(type)) return `ReadonlyArray<${printType(type.ofType)}>`;
  if (isNonNullType(type)) return printNonNull(type.ofType);
  return builtIn[type.name] ?? type.name;
}

function comment(description: string | null | undefined, indent = ""): string {
  if (!description) return "";
  const lines = description.replaceAll("*/", "* /").trim().split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */\n`].join("\n");
}
