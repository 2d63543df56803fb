import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { build, type Reader, type Statement, statement } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import type { LoanState } from "./loan.states.js";
import { type LoanRow, loans } from "./loan.tables.js";

export interface LoanWish {
  readonly states?: readonly LoanState[] | null;
  /** Part of a loan's number. */
  readonly text?: string | null;
}

type Values = {
  owner: string | null;
  states: string[] | null;
  text: string | null;
  at: string;
  id: string;
  limit: number;
};
type Shape = "borrower" | "institution" | "all";

const FIRST = { at: "9999-12-31T00:00:00Z", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
const place = sql.placeholder;
const ownerOf: Readonly<Record<Shape, SQL | undefined>> = {
  borrower: eq(loans.borrowerId, place("owner")),
  institution: eq(loans.institutionId, place("owner")),
  all: undefined,
};

/** One compiled statement per kind of viewer and shape of filter. */
const compiled = new Map<string, Statement<Values, LoanRow>>();

function statementFor(shape: Shape, hasStates: boolean, hasText: boolean): Statement<Values, LoanRow> {
  const name = `loans_of_${shape}${hasStates ? "_by_state" : ""}${hasText ? "_by_text" : ""}`;
  const known = compiled.get(name);
  if (known) return known;
  const query = build
    .select()
    .from(loans)
    .where(
      and(
        ownerOf[shape],
        hasStates ? sql`${loans.state} = any(${place("states")}::text[])` : undefined,
        hasText ? or(sql`${loans.number} ilike '%' || ${place("text")} || '%'`) : undefined,
        sql`(${loans.createdAt}, ${loans.id}) < (${place("at")}::timestamptz, ${place("id")}::uuid)`,
      ),
    )
    .orderBy(desc(loans.createdAt), desc(loans.id))
    .limit(place("limit"));
  const made = statement<Values, LoanRow>(name, query);
  compiled.set(name, made);
  return made;
}

function shapeOf(scope: Exclude<Scope, "none">): { shape: Shape; owner: string | null } | undefined {
  if (scope === "all") return { shape: "all", owner: null };
  if ("borrowerId" in scope) return { shape: "borrower", owner: scope.borrowerId };
  return "institutionId" in scope ? { shape: "institution", owner: scope.institutionId } : undefined;
}

const plainText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Newest first. */
export async function pageOfScope(
  reader: Reader,
  scope: Scope,
  wish: LoanWish,
  { first, after }: PageRequest,
): Promise<Page<LoanRow>> {
  const who = scope === "none" ? undefined : shapeOf(scope);
  if (!who) return pageOf<LoanRow>([], first, (row) => [row.id]);
  const cursor = decodeCursor(after, 2);
  const states = wish.states ? [...wish.states] : null;
  const text = wish.text ? plainText(wish.text) : null;
  const rows = await statementFor(who.shape, states !== null, text !== null).all(reader, {
    owner: who.owner,
    states,
    text,
    at: cursor ? String(cursor[0]) : FIRST.at,
    id: cursor ? String(cursor[1]) : FIRST.id,
    limit: first + 1,
  });
  return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id]);
}
