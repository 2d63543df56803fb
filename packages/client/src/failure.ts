import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";

export type FailureKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "unavailable"
  | "internal"
  | "network";

/** One refusal or breakdown, whatever it came from. `message` is the api's own sentence in the viewer's language. */
export interface Failure {
  readonly code: string;
  readonly kind: FailureKind;
  readonly message: string | null;
  readonly field: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;
  readonly requestId: string | null;
}

const kinds: ReadonlySet<string> = new Set<FailureKind>([
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "unavailable",
  "internal",
  "network",
]);

function isKind(value: unknown): value is FailureKind {
  return typeof value === "string" && kinds.has(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function fromGraphql(error: { message: string; extensions?: unknown }): Failure {
  const extensions = isRecord(error.extensions) ? error.extensions : {};
  const code = text(extensions.code) ?? "INTERNAL";
  return {
    code,
    kind: isKind(extensions.kind) ? extensions.kind : kindOfCode(code),
    message: text(error.message),
    field: text(extensions.field),
    params: isRecord(extensions.params) ? extensions.params : {},
    retryable: extensions.retryable === true,
    requestId: text(extensions.requestId),
  };
}

// The gates in front of the modules (throttle, admission, session) may answer with a code and no kind.
function kindOfCode(code: string): FailureKind {
  if (code === "UNAUTHENTICATED") return "unauthenticated";
  if (code === "FORBIDDEN") return "forbidden";
  if (code === "NOT_FOUND") return "not_found";
  if (code === "CONFLICT") return "conflict";
  if (code === "THROTTLED" || code === "OVERLOADED" || code === "UNAVAILABLE") return "unavailable";
  return "internal";
}

function fromStatus(status: number, requestId: string | null): Failure {
  const known: Record<number, readonly [string, FailureKind]> = {
    401: ["UNAUTHENTICATED", "unauthenticated"],
    403: ["FORBIDDEN", "forbidden"],
    404: ["NOT_FOUND", "not_found"],
    409: ["CONFLICT", "conflict"],
    429: ["THROTTLED", "unavailable"],
    502: ["UNAVAILABLE", "unavailable"],
    503: ["UNAVAILABLE", "unavailable"],
    504: ["UNAVAILABLE", "unavailable"],
  };
  const [code, kind] = known[status] ?? ["INTERNAL", "internal"];
  return { code, kind, message: null, field: null, params: {}, retryable: kind === "unavailable", requestId };
}

function bodyErrors(bodyText: string): readonly { message: string; extensions?: unknown }[] {
  try {
    const body: unknown = JSON.parse(bodyText);
    if (!isRecord(body) || !Array.isArray(body.errors)) return [];
    return body.errors.filter(isRecord).map((error) => ({ ...error, message: String(error.message ?? "") }));
  } catch {
    return [];
  }
}

/** Every failure an error carries, in the order the api gave them; at least one. */
export function toFailures(error: unknown): readonly [Failure, ...Failure[]] {
  if (CombinedGraphQLErrors.is(error)) {
    const [first, ...rest] = error.errors.map(fromGraphql);
    if (first !== undefined) return [first, ...rest];
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    const [first, ...rest] = bodyErrors(error.bodyText).map(fromGraphql);
    if (first !== undefined) return [first, ...rest];
    return [fromStatus(error.statusCode, error.response.headers.get("x-request-id"))];
  }
  const nothing = { message: null, field: null, params: {}, requestId: null };
  // fetch rejects with a TypeError when no answer came at all.
  if (error instanceof TypeError) return [{ ...nothing, code: "NETWORK", kind: "network", retryable: true }];
  return [{ ...nothing, code: "INTERNAL", kind: "internal", retryable: false }];
}

/** The first failure of an error: what a page or a toast shows. */
export function toFailure(error: unknown): Failure {
  return toFailures(error)[0];
}

/** Failures by the input field they belong to, for inline messages of a form. */
export function fieldFailures(error: unknown): Readonly<Record<string, Failure>> {
  const byField: Record<string, Failure> = {};
  for (const failure of toFailures(error)) {
    if (failure.field !== null && byField[failure.field] === undefined) byField[failure.field] = failure;
  }
  return byField;
}
