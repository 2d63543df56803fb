/** Which scopes and dates a partner key may have. */
import { channelErrors } from "./channel.errors.js";

export interface DeclaredScope {
  readonly kinds: readonly string[];
}

/**
 * The scopes without doubles, sorted.
 * @throws CHANNEL_SCOPES_EMPTY, CHANNEL_SCOPE_UNKNOWN for what no module declares for channels
 */
export function acceptScopes(scopes: readonly string[], declared: ReadonlyMap<string, DeclaredScope>): string[] {
  const wanted = [...new Set(scopes)].sort();
  if (wanted.length === 0) throw channelErrors.scopesEmpty();
  const unknown = wanted.find((scope) => !declared.get(scope)?.kinds.includes("CHANNEL"));
  if (unknown !== undefined) throw channelErrors.scopeUnknown({ scope: unknown.slice(0, 60) });
  return wanted;
}

/** @throws CHANNEL_EXPIRY_PAST; a key is good until its last day ends in Asia/Shanghai. */
export function mustExpireLater(expiresOn: string | null, today: string): void {
  if (expiresOn !== null && expiresOn <= today) throw channelErrors.expiryPast();
}

/** The kind of token and four characters of it. */
const SHOWN = "dck_test_".length + 4;
const TOKEN = /^dck_(?:test|live)_[\w-]{43}$/;

export const isPartnerToken = (token: string): boolean => TOKEN.test(token);
export const prefixOf = (token: string): string => token.slice(0, SHOWN);
