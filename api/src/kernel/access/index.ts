/** The first lock: which kinds of people may ask a root field or a sensitive field at all. */
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { Extensions } from "type-graphql";
import type { Context } from "../context/index.js";
import { kernelErrors } from "../errors/index.js";
import type { Viewer, ViewerKind } from "../viewer/index.js";

export interface PermissionDefinition {
  readonly label: { readonly zh: string; readonly en: string };
  /** Which kinds of viewers can ever hold it. */
  readonly kinds: readonly ViewerKind[];
}

/** Every declared permission, for the contract and for the roles page. */
export const declaredPermissions = new Map<string, PermissionDefinition>();

/** Declares a module's permissions: `definePermissions({ "application:review": { label, kinds } })`. */
export function definePermissions<const T extends Record<`${string}:${string}`, PermissionDefinition>>(
  definitions: T,
): T {
  for (const [name, definition] of Object.entries(definitions)) declaredPermissions.set(name, definition);
  return definitions;
}

interface Gate {
  readonly allow?: readonly string[];
  readonly isPublic?: boolean;
  /** Scope that a partner's key must name, though people need nothing. */
  readonly keyScope?: string;
}

/** Any one of these permissions opens the field. */
export const Allow = (...permissions: readonly [string, ...string[]]) =>
  Extensions({ gate: { allow: permissions } satisfies Gate });
/** Anyone may ask, signed in or not; a partner's key only within its scopes where `keyScope` names one. */
export const Public = (keyScope?: string) =>
  Extensions({ gate: { isPublic: true, ...(keyScope && { keyScope }) } satisfies Gate });

/** @throws UNAUTHENTICATED for a guest, FORBIDDEN for anybody else without the permission. */
export function mustBeAllowed(viewer: Viewer, permissions: readonly string[]): void {
  if (permissions.some((permission) => viewer.permissions.has(permission))) return;
  if (viewer.kind === "ANONYMOUS") throw kernelErrors.unauthenticated();
  throw kernelErrors.forbidden({ permission: permissions.join(" | ") });
}

/** @throws FORBIDDEN for a partner's key without the scope; people pass. */
function mustHoldScope(viewer: Viewer, scope: string): void {
  if (viewer.kind === "CHANNEL") mustBeAllowed(viewer, [scope]);
}

type AnyField = GraphQLField<unknown, Context>;
const gateOf = (field: AnyField): Gate | undefined => field.extensions.gate as Gate | undefined;

function guard(field: AnyField, permissions: readonly string[], check: (viewer: Viewer) => void): void {
  for (const permission of permissions)
    if (!declaredPermissions.has(permission))
      throw new Error(`${field.name} names the undeclared permission ${permission}`);
  const wrap =
    (inner: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> =>
    (source, args, context, info) => {
      check(context.viewer);
      return inner(source, args, context, info);
    };
  if (field.subscribe) field.subscribe = wrap(field.subscribe);
  else field.resolve = wrap(field.resolve ?? defaultFieldResolver);
}

/**
 * Puts every gate on the built schema. Root fields are wrapped here, not by middleware: a subscription is then
 * checked when it starts, and simple resolvers cannot skip it.
 * @throws when a root field has neither `@Allow` nor `@Public`.
 */
export function gateSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()) as AnyField[]) {
      const gate = gateOf(field);
      const { allow, keyScope } = gate ?? {};
      if (allow) guard(field, allow, (viewer) => mustBeAllowed(viewer, allow));
      else if (keyScope) guard(field, [keyScope], (viewer) => mustHoldScope(viewer, keyScope));
      else if (roots.has(type) && !gate?.isPublic)
        throw new GraphQLError(`${type.name}.${field.name} has neither @Allow nor @Public`);
    }
  }
  return schema;
}

/** What opens a field, for the authorisation matrix: permissions, "public", or undefined for an ungated plain field. */
export function gateOfField(field: GraphQLField<unknown, unknown>): readonly string[] | "public" | undefined {
  const gate = gateOf(field as AnyField);
  return gate?.allow ?? (gate?.isPublic ? "public" : undefined);
}
