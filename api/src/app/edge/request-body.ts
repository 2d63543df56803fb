/** What a request asks, out of its JSON body or its search, in the shapes that GraphQL over HTTP names. */
import type { FastifyRequest } from "fastify";
import { kernelErrors } from "../../kernel/errors/index.js";

export interface Body {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

const isText = (value: unknown): boolean => value == null || typeof value === "string";
const isMap = (value: unknown): boolean => value == null || (typeof value === "object" && !Array.isArray(value));
const SHAPES = { query: isText, operationName: isText, variables: isMap, extensions: isMap } as const;

function jsonOf(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // Apollo names what is wrong with it.
  }
}

/** What a GET says in its search: free text only, hashes are for POST. */
function searchOf(request: FastifyRequest): Body {
  const { query, operationName, variables } = request.query as Record<string, string | undefined>;
  const known = jsonOf(variables);
  return { ...(query && { query }), ...(operationName && { operationName }), ...(known && { variables: known }) };
}

/** @throws INVALID_INPUT that names the part of another shape. */
export function bodyOf(request: FastifyRequest): Body {
  if (request.method === "GET") return searchOf(request);
  const { body } = request;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw kernelErrors.invalidInput({ rule: "body" }, "body");
  for (const [name, isShaped] of Object.entries(SHAPES))
    if (!isShaped((body as Record<string, unknown>)[name])) throw kernelErrors.invalidInput({ rule: "type" }, name);
  return body;
}
