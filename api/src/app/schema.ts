/** The executable schema: every module's resolver instances, gated. */
import { type ValidatorOptions, validateSync } from "class-validator";
import type { GraphQLSchema } from "graphql";
import { ArgumentValidationError, buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { gateSchema } from "../kernel/access/index.js";
import type { Live } from "../kernel/live/index.js";
import { DayScalar, InstantScalar, MoneyScalar, RateScalar } from "../kernel/scalars/index.js";

type ResolverClass = new (...parts: never[]) => object;

const RULES: ValidatorOptions = { skipMissingProperties: true, forbidUnknownValues: false };

/** type-graphql's own checking of inputs, without importing class-validator anew for every argument. */
function checkShape(value: unknown): void {
  const parts = Array.isArray(value) ? value : [value];
  for (const part of parts) {
    if (typeof part !== "object" || part === null) continue;
    const faults = validateSync(part, RULES);
    if (faults.length > 0) throw new ArgumentValidationError(faults);
  }
}

/** @throws when a root field is ungated, a type is undescribed, or two resolvers claim one field. */
export function buildGatedSchema(resolvers: readonly object[], live: Live): GraphQLSchema {
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor as ResolverClass, resolver]));
  const schema = buildSchemaSync({
    resolvers: [...instances.keys()] as unknown as NonEmptyArray<ResolverClass>,
    container: { get: (cls) => instances.get(cls as unknown as ResolverClass) },
    validateFn: (value) => checkShape(value),
    // Subscriptions listen to audiences; only the relay announces.
    pubSub: {
      subscribe: (audience) => live.listen(audience),
      publish: () => {
        throw new Error("nothing publishes from a resolver: record an event");
      },
    },
  });
  for (const scalar of [MoneyScalar, RateScalar, DayScalar, InstantScalar])
    if (!schema.getType(scalar.name)) throw new Error(`${scalar.name} is used nowhere`);
  return gateSchema(schema);
}
