import { sha256 } from "../../kernel/crypto/index.js";
import { canonical } from "../../kernel/once/index.js";

/** The uuid of an order: equal inputs, equal name. */
export function rankingIdOf(inputs: unknown): string {
  const hex = sha256(canonical(inputs));
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
