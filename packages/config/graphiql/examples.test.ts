import { existsSync, readFileSync } from "node:fs";
import { buildSchema, coerceInputValue, type GraphQLInputType, parse, typeFromAST, validate } from "graphql";
import { expect, test } from "vitest";
import { schemaFile } from "../codegen/schema-file.ts";
import { examples } from "./examples.ts";

const schema = buildSchema(existsSync(schemaFile) ? readFileSync(schemaFile, "utf8") : "type Query { none: Int }");

test.each(examples)("the example tab is a document the schema accepts: $query", ({ query, variables = "{}" }) => {
  const document = parse(query);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const values: Record<string, unknown> = JSON.parse(variables);
  for (const definition of document.definitions) {
    if (definition.kind !== "OperationDefinition") continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const declared = typeFromAST(schema, type as never) as GraphQLInputType;
      expect(() => coerceInputValue(values[variable.name.value], declared)).not.toThrow();
    }
  }
});
