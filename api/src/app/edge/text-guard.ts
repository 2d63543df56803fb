/**
 * Text that no field of ours can want, refused before anything is parsed into a row: PostgreSQL keeps no NUL byte, and
 * nothing typed is as long as a book.
 */
import { kernelErrors } from "../../kernel/errors/index.js";

const MAX_TEXT = 20_000;
const MAX_DEPTH = 12;

function guard(value: unknown, path: readonly string[]): void {
  if (typeof value === "string") {
    const field = (path[0] === "input" ? path.slice(1) : path).join(".");
    if (value.includes("\u0000")) throw kernelErrors.invalidInput({ rule: "characters" }, field);
    if (value.length > MAX_TEXT) throw kernelErrors.invalidInput({ rule: "maxLength", max: MAX_TEXT }, field);
    return;
  }
  if (typeof value !== "object" || value === null || path.length > MAX_DEPTH) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes("\u0000")) throw kernelErrors.invalidInput({ rule: "characters" }, path.join("."));
    guard(inner, [...path, name]);
  }
}

/** @throws INVALID_INPUT that names the variable's place. */
export function guardText(variables: unknown, query: string | undefined): void {
  guard(variables, []);
  if (query && /\\u0000|\\u\{0+\}/.test(query)) throw kernelErrors.invalidInput({ rule: "characters" }, "query");
}
