/** What the outside learns of a failure: a closed list of codes, the field, the request id. Never a driver's message. */
import { unwrapResolverError } from "@apollo/server/errors";
import type { ValidationError } from "class-validator";
import { GraphQLError, type GraphQLFormattedError, Kind } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { currentRequest } from "../../kernel/context/index.js";
import { refusalOf } from "../../kernel/database/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import { type Log, stackOf } from "../../kernel/log/index.js";

const MAX_ERRORS = 5;

interface Fault {
  readonly field: string;
  readonly params: { readonly rule: string; readonly min?: number; readonly max?: number };
}

/** class-validator tells a rule's limits in its sentence only: "… must be shorter than or equal to 60 characters". */
function limitsOf(rule: string, sentence: string): { min?: number; max?: number } {
  const figures = (sentence.match(/-?\d+/g) ?? []).map(Number);
  const last = figures.at(-1);
  if (last === undefined) return {};
  if (rule === "isLength" && figures.length > 1) return { min: figures.at(-2) ?? last, max: last };
  if (rule === "isLength" && sentence.includes("longer")) return { min: last };
  return /^min|Min/.test(rule) ? { min: last } : { max: last };
}

/** `{ property: "input", children: [{ property: "terms", … }] }` -> "terms.amount" and the rule that failed. */
function firstFault(errors: readonly ValidationError[], path: readonly string[] = []): Fault {
  const [error] = errors;
  if (!error) return { field: path.join("."), params: { rule: "invalid" } };
  const here = error.property === "input" || error.property === "" ? path : [...path, error.property];
  if (error.children && error.children.length > 0) return firstFault(error.children, here);
  const [rule, sentence] = Object.entries(error.constraints ?? {})[0] ?? ["invalid", ""];
  return { field: here.join("."), params: { rule, ...limitsOf(rule, sentence.replace(error.property, "")) } };
}

/** graphql-js names the place of a bad variable in its message only. */
function variableFault(message: string): DomainError | undefined {
  const match =
    /^Variable "\$(\w+)" got invalid value [\s\S]*? at "([^"]+)"/.exec(message) ?? /^Variable "\$(\w+)"/.exec(message);
  if (!match) return undefined;
  const path = (match[2] ?? match[1] ?? "").replace(/^input\./, "");
  const rule =
    /(Money|Rate|Day|Instant): (\w+ ?\w*)/.exec(message)?.[0] ??
    (/does not exist in "(\w+)" enum/.exec(message) ? "enum" : "type");
  return kernelErrors.invalidInput({ rule }, path);
}

const WRONG_LITERAL = /does not exist in "\w+" enum|^Expected value of type|cannot represent/;

/** A bad value that was written into the query itself stands behind the name of its argument or field. */
function literalFault(error: unknown): DomainError | undefined {
  if (!(error instanceof GraphQLError) || !WRONG_LITERAL.test(error.message)) return undefined;
  const node = error.nodes?.[0];
  const place = node?.kind.endsWith("Value") ? node.loc : undefined;
  const field = place && /(\w+)\s*:[^:{}()"]*$/.exec(place.source.body.slice(0, place.start))?.[1];
  if (!field) return undefined;
  const rule = error.message.includes(" enum") ? "enum" : "type";
  return kernelErrors.invalidInput({ rule }, field);
}

/** By Apollo's code, or by its place where Apollo is not asked: subscriptions. */
const isVariableFault = (error: unknown, { extensions }: GraphQLFormattedError): boolean =>
  extensions?.code === "BAD_USER_INPUT" ||
  (error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION);

function domainErrorOf(error: unknown): DomainError | undefined {
  const inner = refusalOf(unwrapResolverError(error));
  if (inner instanceof DomainError) return inner;
  if (inner instanceof ArgumentValidationError) {
    const { field, params } = firstFault(inner.extensions.validationErrors as ValidationError[]);
    return kernelErrors.invalidInput(params, field);
  }
  return undefined;
}

/** Failures of the document itself: safe to name, since they tell only what the caller sent. */
const DOCUMENT_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
]);

function extensionsOf(error: DomainError) {
  const { kind, retryable = false } = error.definition;
  return {
    code: error.code,
    kind,
    field: error.field ?? null,
    params: error.params,
    retryable,
    requestId: currentRequest()?.requestId ?? null,
  };
}

/** Turns any error into what leaves the house; logs what nobody expected. */
export function formatFailure(log: Log, error: unknown, formatted: GraphQLFormattedError): GraphQLFormattedError {
  const locale = currentRequest()?.locale ?? "zh-CN";
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  const known =
    domainErrorOf(error) ??
    (isVariableFault(error, formatted) ? variableFault(formatted.message) : literalFault(unwrapResolverError(error)));
  if (known) return { message: known.text(locale), ...place, extensions: extensionsOf(known) };
  const code = String(formatted.extensions?.code ?? "");
  if (DOCUMENT_CODES.has(code)) {
    const message = formatted.message.replace(/ Did you mean .*$/s, "");
    return {
      message,
      ...place,
      extensions: {
        code,
        kind: "invalid",
        field: null,
        params: {},
        retryable: false,
        requestId: currentRequest()?.requestId ?? null,
      },
    };
  }
  const unexpected = kernelErrors.internal();
  log.error(
    { requestId: currentRequest()?.requestId, code, stack: stackOf(unwrapResolverError(error)) },
    "unexpected failure",
  );
  return { message: unexpected.text(locale), ...place, extensions: extensionsOf(unexpected) };
}

/** The same for results that bypass Apollo: subscriptions. */
export function formatErrors(log: Log, errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.slice(0, MAX_ERRORS).map((error) => {
    const { message, extensions } = formatFailure(log, error, error.toJSON());
    return new GraphQLError(message, {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      path: error.path,
      extensions,
    });
  });
}

/** One refusal as a whole GraphQL answer. */
export function refusalBody(error: DomainError, locale: string): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message: error.text(locale), extensions: extensionsOf(error) }] };
}
