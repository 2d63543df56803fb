/** Structured logs by allow list: what is not named here does not reach a log line, so a person's data cannot. */
import { pino } from "pino";

const ALLOWED = [
  "requestId",
  "operation",
  "code",
  "kind",
  "event",
  "eventId",
  "reaction",
  "job",
  "jobId",
  "attempt",
  "ms",
  "count",
  "status",
  "method",
  "route",
  "port",
  "viewerKind",
  "institutionId",
  "productId",
  "applicationId",
  "loanId",
  "orderId",
  "seq",
  "state",
  "reason",
  "stack",
  "step",
  "version",
  "mode",
  "url",
  "pid",
  "signal",
  "size",
] as const;

export type LogFields = Partial<Record<(typeof ALLOWED)[number], string | number | boolean | undefined>>;

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The stack of an unexpected error without its message: driver messages carry SQL and parameters. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an Error";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return [error.name, ...frames.slice(0, 12)].join("\n");
}

function allowed(fields: LogFields): LogFields {
  const kept: LogFields = {};
  for (const name of ALLOWED) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}

export function createLog(level: string): Log {
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const at = (name: "debug" | "info" | "warn" | "error") => (fields: LogFields, message: string) =>
    logger[name](allowed(fields), message);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
