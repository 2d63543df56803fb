import type { FieldPolicy, TypePolicies } from "@apollo/client/cache";
import { InMemoryCache } from "@apollo/client/cache";
import { relayStylePagination } from "@apollo/client/utilities";

/** Per type, the connection fields whose pages grow into one list ("load more"). */
export type ConnectionFields = Readonly<Record<string, readonly string[]>>;

export const pagedArguments: ReadonlySet<string> = new Set(["first", "after", "last", "before"]);

// Everything but the page position tells two lists apart: other filter, other list.
function growingList(): FieldPolicy {
  const keyArgs: FieldPolicy["keyArgs"] = (args) =>
    Object.keys(args ?? {})
      .filter((name) => !pagedArguments.has(name))
      .sort();
  return relayStylePagination(keyArgs);
}

/** The cache. A connection that is not named keeps each page apart, which is what previous/next tables want. */
export function createCache(connections: ConnectionFields = {}, typePolicies: TypePolicies = {}): InMemoryCache {
  const policies: TypePolicies = { ...typePolicies };
  for (const [type, fields] of Object.entries(connections)) {
    const growing = Object.fromEntries(fields.map((field) => [field, growingList()]));
    policies[type] = { ...policies[type], fields: { ...growing, ...policies[type]?.fields } };
  }
  return new InMemoryCache({ typePolicies: policies });
}
