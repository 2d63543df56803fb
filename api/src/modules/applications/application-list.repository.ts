/** The lists of applications: one compiled statement per shape of the filter, always led by the viewer's scope. */
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { build, type Reader, type Statement, statement } from "../../kernel/database/index.js";
import { type CursorKey, decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type ApplicationSort, ApplicationSort as Sort } from "./application.states.js";
import { type ApplicationRow, applications } from "./application.tables.js";

export interface ApplicationListFilter {
  readonly states?: readonly string[] | null;
  readonly productId?: string | null;
  readonly text?: string | null;
  readonly assigneeId?: string | null;
  readonly outcome?: string | null;
}

/** Beyond this a list only says "so many and more". */
export const COUNT_CEILING = 1000;

const value = (name: string) => sql.placeholder(name);
const dueKey = sql`coalesce(due_at, '9999-01-01T00:00:00Z'::timestamptz)`;
const LAST_DUE = "9999-01-01T00:00:00.000Z";

const scopeParts = {
  borrower: () => [eq(applications.borrowerId, value("owner"))],
  institution: () => [eq(applications.institutionId, value("owner")), isNull(applications.consentEndedAt)],
  all: () => [],
} satisfies Record<string, () => SQL[]>;

const filterParts = {
  states: () => sql`${applications.state} = any(${value("states")}::text[])`,
  productId: () => eq(applications.productId, value("productId")),
  text: () =>
    sql`position(lower(${value("text")}::text) in lower(${applications.number} || ' ' || ${applications.productName} || ' ' || ${applications.nameMasked})) > 0`,
  assigneeId: () => eq(applications.assigneeId, value("assigneeId")),
  outcome: () => eq(applications.outcome, value("outcome")),
} satisfies Record<keyof ApplicationListFilter, () => SQL>;
type FilterName = keyof typeof filterParts;

interface Shape {
  readonly scope: keyof typeof scopeParts;
  readonly filters: readonly FilterName[];
  readonly sort: ApplicationSort;
  readonly hasCursor: boolean;
}

const nameOf = ({ scope, filters, sort, hasCursor }: Shape) =>
  `applications_${scope}_${sort}_${filters.join("_")}${hasCursor ? "_after" : ""}`.toLowerCase();

const whereOf = ({ scope, filters }: Shape): SQL[] => [
  ...scopeParts[scope](),
  ...filters.map((name) => filterParts[name]()),
];

const pages = new Map<string, Statement<Record<string, unknown>, ApplicationRow>>();
const counts = new Map<string, Statement<Record<string, unknown>, { count: number }>>();

function pageStatement(shape: Shape): Statement<Record<string, unknown>, ApplicationRow> {
  const name = nameOf(shape);
  let compiled = pages.get(name);
  if (!compiled) {
    const isDueFirst = shape.sort === Sort.DUE_FIRST;
    const after = isDueFirst
      ? sql`(${dueKey}, ${applications.id}) > (${value("key")}::timestamptz, ${value("id")}::uuid)`
      : sql`(${applications.submittedAt}, ${applications.id}) < (${value("key")}::timestamptz, ${value("id")}::uuid)`;
    const query = build
      .select()
      .from(applications)
      .where(and(...whereOf(shape), shape.hasCursor ? after : undefined))
      .orderBy(
        ...(isDueFirst ? [dueKey, asc(applications.id)] : [desc(applications.submittedAt), desc(applications.id)]),
      )
      .limit(value("limit"));
    compiled = statement<Record<string, unknown>, ApplicationRow>(name, query);
    pages.set(name, compiled);
  }
  return compiled;
}

function countStatement(shape: Shape): Statement<Record<string, unknown>, { count: number }> {
  const name = `${nameOf({ ...shape, sort: Sort.NEWEST, hasCursor: false })}_count`;
  let compiled = counts.get(name);
  if (!compiled) {
    const found = build
      .select({ id: applications.id })
      .from(applications)
      .where(and(...whereOf(shape)))
      .limit(COUNT_CEILING)
      .as("found");
    compiled = statement<Record<string, unknown>, { count: number }>(
      name,
      build.select({ count: sql<number>`count(*)::int` }).from(found),
    );
    counts.set(name, compiled);
  }
  return compiled;
}

const keyOf =
  (sort: ApplicationSort) =>
  (row: ApplicationRow): CursorKey =>
    sort === Sort.DUE_FIRST ? [row.dueAt?.toISOString() ?? LAST_DUE, row.id] : [row.submittedAt.toISOString(), row.id];

function ownerOf(scope: Scope): { kind: Shape["scope"]; owner: string | null } | null {
  if (scope === "all") return { kind: "all", owner: null };
  if (scope === "none" || "channelId" in scope) return null;
  return "borrowerId" in scope
    ? { kind: "borrower", owner: scope.borrowerId }
    : { kind: "institution", owner: scope.institutionId };
}

/** One page of the applications of a scope, by keyset; the count stops at the ceiling and is taken only when asked for. */
export async function pageOfScope(
  reader: Reader,
  scope: Scope,
  filter: ApplicationListFilter,
  sort: ApplicationSort,
  { first, after }: PageRequest,
  withTotal: boolean,
): Promise<Page<ApplicationRow>> {
  const owner = ownerOf(scope);
  if (!owner || filter.states?.length === 0)
    return pageOf<ApplicationRow>([], first, keyOf(sort), withTotal ? 0 : null);
  const cursor = decodeCursor(after, 2);
  const filters = (Object.keys(filterParts) as FilterName[]).filter((name) => filter[name] != null);
  const shape: Shape = { scope: owner.kind, filters, sort, hasCursor: cursor !== null };
  const values: Record<string, unknown> = { limit: first + 1, owner: owner.owner };
  for (const name of filters) values[name] = name === "states" ? `{${filter.states?.join(",")}}` : filter[name];
  if (cursor) [values.key, values.id] = cursor;
  const [rows, counted] = await Promise.all([
    pageStatement(shape).all(reader, values),
    withTotal ? countStatement(shape).first(reader, values) : null,
  ]);
  return pageOf(rows, first, keyOf(sort), counted?.count ?? null);
}
