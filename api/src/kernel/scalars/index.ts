/** Scalars of the wire: money in yuan with two decimals, rates as a fraction, plain days, instants. */
import { formatRate, formatYuan, isDay, parseRate, parseYuan } from "@daichao/finance";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

const refuse = (name: string, why: string): never => {
  // Without a code of its own: the edge knows a bad variable by its place and names the field.
  throw new GraphQLError(`${name}: ${why}`);
};

function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T,
  format: (value: T) => string,
): GraphQLScalarType<T, string> {
  const read = (value: unknown): T => {
    if (typeof value !== "string" || value.length > 64) return refuse(name, "expected text");
    try {
      return parse(value);
    } catch {
      return refuse(name, "malformed");
    }
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: (value) => format(value as T),
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const MoneyScalar = textScalar<bigint>(
  "Money",
  'Yuan (CNY) with exactly two decimals, as text: "12000.00". Exact; never a float.',
  parseYuan,
  formatYuan,
);

export const RateScalar = textScalar<number>(
  "Rate",
  'A rate per year as a fraction with six decimals, as text: "0.156000" is 15.6 %.',
  parseRate,
  formatRate,
);

export const DayScalar = textScalar<string>(
  "Day",
  'A calendar day in Asia/Shanghai: "2026-11-22".',
  (text) => (isDay(text) ? text : refuse("Day", "not a day")),
  (value) => value,
);

export const InstantScalar = textScalar<Date>(
  "Instant",
  'A moment in UTC, ISO 8601: "2026-11-22T06:05:00.000Z".',
  (text) => {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) || !/^\d{4}-\d{2}-\d{2}T/.test(text)
      ? refuse("Instant", "not a moment")
      : instant;
  },
  (value) => (value instanceof Date ? value.toISOString() : new Date(value as unknown as string).toISOString()),
);
