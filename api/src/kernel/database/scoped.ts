/** Statements led by the viewer's scope, and reads by a batch of ids: the shapes that nearly every page read has. */
import { type Column, type SQL, sql } from "drizzle-orm";
import type { Scope } from "../viewer/index.js";
import type { Reader, Tx } from "./reader.js";
import { type Preparable, type Statement, statement } from "./statement.js";

/** Stands for the borrower's or the institution's id in the owners of a scoped statement. */
export const owner = sql.placeholder("owner");

/** Whether the column is among the statement's `ids`; the text is the same for one id and for five hundred. */
export const among = (column: Column): SQL =>
  sql`${column} = any(${sql.placeholder("ids")}::${sql.raw(column.getSQLType())}[])`;

/** Which rows are a borrower's own and which an institution's; where one is missing, such a viewer sees none. */
export interface Owners {
  readonly borrower?: SQL | undefined;
  readonly institution?: SQL | undefined;
}

export interface ScopedStatement<Values extends Record<string, unknown>, Row> {
  all(reader: Reader | Tx, scope: Scope, values: Values): Promise<Row[]>;
  first(reader: Reader | Tx, scope: Scope, values: Values): Promise<Row | undefined>;
}

/** Compiles one statement for each kind of scope; `query` puts `isOwned` into its `where`. */
export function scopedStatement<Values extends Record<string, unknown>, Row>(
  name: string,
  owners: Owners,
  query: (isOwned: SQL | undefined) => Preparable<Row>,
): ScopedStatement<Values, Row> {
  type Owned = Statement<Values & { owner?: string }, Row>;
  const owned = (kind: string, part: SQL | undefined): Owned | undefined =>
    part && statement(`${name}_of_${kind}`, query(part));
  const borrower = owned("borrower", owners.borrower);
  const institution = owned("institution", owners.institution);
  const everybody: Owned = statement(name, query(undefined));
  const all = async (reader: Reader | Tx, scope: Scope, values: Values): Promise<Row[]> => {
    if (scope === "all") return everybody.all(reader, values);
    if (scope === "none" || "channelId" in scope) return [];
    if ("borrowerId" in scope) return borrower?.all(reader, { ...values, owner: scope.borrowerId }) ?? [];
    return institution?.all(reader, { ...values, owner: scope.institutionId }) ?? [];
  };
  return { all, first: async (reader, scope, values) => (await all(reader, scope, values))[0] };
}
