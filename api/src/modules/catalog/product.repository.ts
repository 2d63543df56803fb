import { and, asc, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, statement, type Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf as pageOfRows } from "../../kernel/page/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { ProductState } from "./product.states.js";
import {
  catalogVersion,
  type ProductRow,
  type ProductVersionRow,
  products,
  productVersions,
} from "./product.tables.js";

type Reading = Reader | Tx;
type NewProduct = typeof products.$inferInsert;
type NewVersion = typeof productVersions.$inferInsert;

export interface VersionWithProduct {
  readonly version: ProductVersionRow;
  readonly product: ProductRow;
}

const counter = statement("catalog_version", build.select({ version: catalogVersion.version }).from(catalogVersion));

/** How often the catalogue has changed for borrowers. */
export const versionOf = async (reader: Reading): Promise<number> => (await counter.first(reader, {}))?.version ?? 0;

/** Counts one more change. The row's lock makes publishers queue, so that versions rise in commit order. */
export async function raiseVersion(tx: Tx): Promise<number> {
  const [row] = await tx
    .update(catalogVersion)
    .set({ version: sql`${catalogVersion.version} + 1` })
    .returning();
  if (!row) throw new Error("the catalogue has no version row");
  return row.version;
}

export const published = (reader: Reading): Promise<ProductRow[]> =>
  reader.select().from(products).where(eq(products.state, ProductState.PUBLISHED)).orderBy(asc(products.id));

const versionsStatement = statement<{ ids: string[] }, ProductVersionRow>(
  "product_versions_by_ids",
  build
    .select()
    .from(productVersions)
    .where(sql`${productVersions.id} = any(${sql.placeholder("ids")}::uuid[])`),
);

export const versionsByIds = async (reader: Reading, ids: readonly string[]): Promise<ProductVersionRow[]> =>
  ids.length === 0 ? [] : versionsStatement.all(reader, { ids: [...ids] });

export type ProductOfVersion = Pick<ProductRow, "id" | "slug" | "state" | "institutionId"> & {
  readonly versionId: string;
};

const productsStatement = statement<{ ids: string[] }, ProductOfVersion>(
  "products_of_versions",
  build
    .select({
      versionId: productVersions.id,
      id: products.id,
      slug: products.slug,
      state: products.state,
      institutionId: products.institutionId,
    })
    .from(productVersions)
    .innerJoin(products, eq(products.id, productVersions.productId))
    .where(sql`${productVersions.id} = any(${sql.placeholder("ids")}::uuid[])`),
);

/** The products of those versions that the reader may see. */
export const productsOfVersions = (reader: Reading, versionIds: readonly string[]): Promise<ProductOfVersion[]> =>
  productsStatement.all(reader, { ids: [...versionIds] });

/** A product that borrowers have been shown at least once, with the version they saw last. */
export async function onceOffered(
  reader: Reading,
  key: { readonly id?: string; readonly slug?: string },
): Promise<VersionWithProduct | undefined> {
  const rows = await reader
    .select({ version: productVersions, product: products })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
    .where(key.id === undefined ? eq(products.slug, key.slug ?? "") : eq(products.id, key.id));
  return rows[0];
}

/** The same for several at once, by ids and by readable addresses; what was never offered is left out. */
export const onceOfferedAll = (
  reader: Reading,
  ids: readonly string[],
  slugs: readonly string[] = [],
): Promise<VersionWithProduct[]> =>
  reader
    .select({ version: productVersions, product: products })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
    .where(or(inArray(products.id, [...ids]), inArray(products.slug, [...slugs])));

const within = (scope: Scope): SQL => {
  if (scope === "all") return sql`true`;
  return typeof scope === "object" && "institutionId" in scope
    ? eq(products.institutionId, scope.institutionId)
    : sql`false`;
};

const listing = scopedStatement<{ id: string }, ProductRow>(
  "product_listing",
  { institution: eq(products.institutionId, owner) },
  (isOwned) =>
    build
      .select()
      .from(products)
      .where(and(eq(products.id, sql.placeholder("id")), isOwned)),
);

export const find = (reader: Reading, scope: Scope, id: string): Promise<ProductRow | undefined> =>
  listing.first(reader, scope, { id });

/** The same, held until the transaction ends. */
export async function hold(tx: Tx, scope: Scope, id: string): Promise<ProductRow | undefined> {
  const rows = await tx
    .select()
    .from(products)
    .where(and(eq(products.id, id), within(scope)))
    .for("update");
  return rows[0];
}

export interface ListingFilter {
  readonly states?: readonly ProductState[] | null;
  readonly text?: string | null;
  readonly institutionId?: string | null;
}

/** Listings, last changed first. The text is looked for in the names of every version and in the slug. */
export async function pageOf(
  reader: Reader,
  scope: Scope,
  filter: ListingFilter,
  { first, after }: PageRequest,
): Promise<Page<ProductRow>> {
  const cursor = decodeCursor(after, 2);
  const { states, text, institutionId } = filter;
  const pattern = `%${(text ?? "").trim().replace(/[\\%_]/g, "\\$&")}%`;
  const named = sql`exists (select from product_versions named where named.product_id = products.id and named.name ilike ${pattern})`;
  const rows = await reader
    .select()
    .from(products)
    .where(
      and(
        within(scope),
        institutionId ? eq(products.institutionId, institutionId) : undefined,
        states && states.length > 0 ? inArray(products.state, [...states]) : undefined,
        text?.trim() ? or(named, sql`${products.slug} ilike ${pattern}`) : undefined,
        cursor
          ? sql`(${products.updatedAt}, ${products.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(products.updatedAt), desc(products.id))
    .limit(first + 1);
  return pageOfRows(rows, first, (row) => [row.updatedAt.toISOString(), row.id]);
}

const versionsOfProducts = statement<{ ids: readonly string[] }, ProductVersionRow>(
  "versions_of_products",
  build.select().from(productVersions).where(among(productVersions.productId)).orderBy(desc(productVersions.number)),
);

export const versionsOf = (reader: Reading, productIds: readonly string[]): Promise<ProductVersionRow[]> =>
  versionsOfProducts.all(reader, { ids: productIds });

export async function findVersion(reader: Reading, id: string): Promise<ProductVersionRow | undefined> {
  return (await reader.select().from(productVersions).where(eq(productVersions.id, id)))[0];
}

export async function highestNumber(tx: Tx, productId: string): Promise<number> {
  const [row] = await tx
    .select({ number: sql<number>`coalesce(max(${productVersions.number}), 0)::int` })
    .from(productVersions)
    .where(eq(productVersions.productId, productId));
  return row?.number ?? 0;
}

export const insertProducts = async (tx: Tx, rows: readonly NewProduct[]): Promise<void> =>
  void (await tx.insert(products).values([...rows]));

export const insertVersions = async (tx: Tx, rows: readonly NewVersion[]): Promise<void> =>
  void (await tx.insert(productVersions).values([...rows]));

/** Rewrites a draft that is neither under review nor published; false when it is one of these by now. */
export async function rewriteDraft(
  tx: Tx,
  id: string,
  content: Omit<NewVersion, "id" | "productId" | "institutionId" | "number">,
): Promise<boolean> {
  const draft = sql`${productVersions.submittedAt} is null and ${productVersions.publishedAt} is null`;
  return (
    (
      await tx
        .update(productVersions)
        .set(content)
        .where(and(eq(productVersions.id, id), draft))
        .returning({ id: productVersions.id })
    ).length === 1
  );
}

export const markSubmitted = async (tx: Tx, id: string, isSubmitted: boolean): Promise<void> =>
  void (await tx
    .update(productVersions)
    .set({ submittedAt: isSubmitted ? sql`clock_timestamp()` : null })
    .where(eq(productVersions.id, id)));

export const markPublished = async (tx: Tx, id: string): Promise<void> =>
  void (await tx
    .update(productVersions)
    .set({ publishedAt: sql`clock_timestamp()` })
    .where(eq(productVersions.id, id)));

type Change = Partial<
  Pick<NewProduct, "state" | "currentVersionId" | "draftVersionId" | "suspendedReason" | "returnedReason">
>;

/** Compare-and-set: changes the product only from one of these states and, where given, from this version of the row. */
export async function change(
  tx: Tx,
  id: string,
  from: readonly ProductState[],
  version: number | undefined,
  patch: Change,
): Promise<ProductRow | undefined> {
  const [row] = await tx
    .update(products)
    .set({ ...patch, updatedAt: sql`clock_timestamp()`, version: sql`${products.version} + 1` })
    .where(
      and(
        eq(products.id, id),
        inArray(products.state, [...from]),
        version === undefined ? undefined : eq(products.version, version),
      ),
    )
    .returning();
  return row;
}

/** For rows inserted ready-made: each product gets the version of its own that stands published. */
export const adoptPublished = async (tx: Tx, productIds: readonly string[]): Promise<void> =>
  void (await tx
    .update(products)
    .set({ state: ProductState.PUBLISHED, currentVersionId: sql`${productVersions.id}` })
    .from(productVersions)
    .where(
      and(
        eq(productVersions.productId, products.id),
        isNotNull(productVersions.publishedAt),
        sql`${products.id} = any(${sql.param(productIds)}::uuid[])`,
      ),
    ));
