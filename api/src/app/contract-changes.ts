/** What a change of the schema takes away from partners who were told of it. */
import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** Taking these away is what a deprecation announces; whatever else breaks has no such way and needs a new name. */
const REMOVALS: readonly string[] = [
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.ARG_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
];

/** `Type.field`, `Type.field(argument)` and `Enum.VALUE` of everything that the schema says will go. */
function deprecatedIn(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if ("getValues" in type)
      for (const value of type.getValues()) if (value.deprecationReason) names.add(`${type.name}.${value.name}`);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.deprecationReason) names.add(`${type.name}.${field.name}`);
      if (!("args" in field)) continue;
      for (const argument of field.args)
        if (argument.deprecationReason) names.add(`${type.name}.${field.name}(${argument.name})`);
    }
  }
  return names;
}

/** The place that graphql-js names in its sentence about a removal. */
function placeOf(description: string): string {
  const argument = /^(\w+\.\w+) arg (\w+) was removed/.exec(description);
  if (argument) return `${argument[1]}(${argument[2]})`;
  const value = /^(\w+) was removed from enum type (\w+)/.exec(description);
  if (value) return `${value[2]}.${value[1]}`;
  return /^(\w+\.\w+) was removed/.exec(description)?.[1] ?? "";
}

/** Every change that breaks what was announced, but for removals of what was announced as deprecated. */
export function breaksOf(announced: string, current: GraphQLSchema): string[] {
  const before = buildSchema(announced);
  const going = deprecatedIn(before);
  return findBreakingChanges(before, current)
    .filter(({ type, description }) => !(REMOVALS.includes(type) && going.has(placeOf(description))))
    .map(({ type, description }) => `${type}: ${description}`);
}
