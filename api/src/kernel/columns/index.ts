/** Columns and table walls with one meaning everywhere: fen, parts per million, plain days, and who owns a row. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  integer,
  jsonb,
  pgPolicy,
  pgRole,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { newId } from "../ids/index.js";

export const id = () => uuid("id").primaryKey().$defaultFn(newId);
export const ref = (name: string) => uuid(name);
/** Money in fen. */
export const money = (name: string) => bigint(name, { mode: "bigint" });
/** A yearly rate in parts per million: 156000 is 15.6 %. */
export const rate = (name: string) => integer(name);
/** A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`, never a JavaScript Date. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => instant("created_at").notNull().default(sql`clock_timestamp()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`clock_timestamp()`);
/** Counts the writes of a row, for compare-and-set. */
export const version = () => integer("version").notNull().default(1);
/** One of a closed list: text with a check (`oneOf`), because an enum keeps the planner from indexes under a policy. */
export const choice = <const T extends Record<string, string>>(name: string, _values: T) =>
  text(name).$type<T[keyof T]>();
/** A value sealed by kernel/crypto. */
export const sealed = (name: string) => text(name);
/** Plain JSON without bigint: money in it stands as text. */
export const json = <T>(name: string) => jsonb(name).$type<T>();

/** The check that goes with `choice`. */
export function oneOf(name: string, column: AnyColumn, values: Readonly<Record<string, string>>) {
  const list = sql.raw(
    Object.values(values)
      .map((value) => `'${value}'`)
      .join(", "),
  );
  return check(name, sql`${column} in (${list})`);
}

export const apiRole = pgRole("daichao_api").existing();
export const workerRole = pgRole("daichao_worker").existing();

export interface Owners {
  readonly borrower?: AnyColumn;
  readonly institution?: AnyColumn;
  readonly channel?: AnyColumn;
  /** Adds rows everybody may read, such as a published product. */
  readonly visibleWhen?: SQL;
}

const setting = (name: string) => sql.raw(`(select nullif(current_setting('app.${name}', true), '')::uuid)`);
const kindIs = (kind: string) => sql.raw(`(select current_setting('app.kind', true)) = '${kind}'`);

function ownership(owners: Owners): SQL {
  const branches: SQL[] = [sql`when ${kindIs("SYSTEM")} or ${kindIs("PLATFORM")} then true`];
  if (owners.borrower)
    branches.push(sql`when ${kindIs("BORROWER")} then ${owners.borrower} = ${setting("borrower_id")}`);
  if (owners.institution)
    branches.push(sql`when ${kindIs("INSTITUTION")} then ${owners.institution} = ${setting("institution_id")}`);
  if (owners.channel) branches.push(sql`when ${kindIs("CHANNEL")} then ${owners.channel} = ${setting("channel_id")}`);
  return sql`case ${sql.join(branches, sql` `)} else false end`;
}

/**
 * The walls of a table that holds somebody's rows: the api's role sees a row only under its owner's ids,
 * which kernel/database sets for each transaction; the worker's role sees all. Spread into the table's extras.
 */
export function ownedBy(table: string, owners: Owners) {
  const mine = ownership(owners);
  return [
    pgPolicy(`${table}_api`, {
      for: "all",
      to: apiRole,
      using: owners.visibleWhen ? sql`${owners.visibleWhen} or ${mine}` : mine,
      withCheck: mine,
    }),
    pgPolicy(`${table}_worker`, { for: "all", to: workerRole, using: sql`true`, withCheck: sql`true` }),
  ];
}
