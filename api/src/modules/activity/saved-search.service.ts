import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { BorrowerViewer, Viewer } from "../../kernel/viewer/index.js";
import { type ProductSearchService, ProductSort, type ProductView } from "../catalog/index.js";
import { savedSearchErrors } from "./activity.errors.js";
import * as searches from "./saved-search.repository.js";
import {
  changesSince,
  filterOf,
  keptOf,
  type ProductFilter,
  type SearchChanges,
  type SeenHit,
} from "./saved-search.rules.js";
import type { SavedSearchRow } from "./saved-search.tables.js";

export interface SaveSearchWish {
  readonly name: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly isAlerting: boolean;
  readonly idempotencyKey: string;
}

export const MAX_SEARCHES = 20;
const MAX_NAME = 40;
/** Changes are told of the first so many hits. */
const SEEN_HITS = 100;

function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}

function nameIn(text: string): string {
  const name = text.trim();
  if (name.length === 0 || name.length > MAX_NAME) throw savedSearchErrors.nameLength({ max: MAX_NAME });
  return name;
}

const sortIn = (text: string): ProductSort =>
  Object.values(ProductSort).find((sort) => sort === text) ?? ProductSort.ANNUAL_COST;

/** Searches people come back to: what they answer now, and what has changed since they were last opened. */
export class SavedSearchService {
  constructor(
    private readonly kernel: Kernel,
    private readonly search: ProductSearchService,
  ) {}

  /** The viewer's own, the last saved first. */
  list(reader: Reader, viewer: Viewer): Promise<SavedSearchRow[]> {
    return viewer.kind === "BORROWER" ? searches.of(reader, viewer.borrowerId) : Promise.resolve([]);
  }

  filterOf(row: SavedSearchRow): ProductFilter {
    return filterOf(row.filter);
  }

  /** How many published products answer it now. From memory, no statement. */
  countOf(row: SavedSearchRow): number {
    return this.search.search(filterOf(row.filter), sortIn(row.sort), { first: 1 }).totalCount;
  }

  /** What has happened to its first hundred hits since it was last opened. From memory. */
  changesOf(row: SavedSearchRow): SearchChanges {
    return changesSince(row.seen, this.#hits(filterOf(row.filter), sortIn(row.sort)));
  }

  /** Whether a product is among the answers of a search. */
  answers(row: SavedSearchRow, productId: string): boolean {
    return (
      this.search.search({ ...filterOf(row.filter), ids: [productId] }, ProductSort.NEWEST, { first: 1 }).totalCount > 0
    );
  }

  /** Whether it would be among them as an earlier version had it. */
  wouldAnswer(row: SavedSearchRow, product: ProductView): boolean {
    return this.search.wouldAnswer(filterOf(row.filter), product);
  }

  /**
   * Keeps a search; the same key answers with the same one.
   * @throws SAVED_SEARCH_NAME_LENGTH, SAVED_SEARCH_FULL above twenty; what the list refuses in a filter.
   */
  async save(viewer: Viewer, wish: SaveSearchWish): Promise<SavedSearchRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    const name = nameIn(wish.name);
    const filter = keptOf(wish.filter);
    const seen = this.#seen(this.#hits(filterOf(filter), wish.sort));
    const { idempotencyKey: key, ...request } = wish;
    return this.kernel.db.write(viewer, async (tx) => {
      const { id } = await once(tx, viewer, { key, operation: "saveSearch", request }, async () => {
        if ((await searches.of(tx, borrowerId)).length >= MAX_SEARCHES)
          throw savedSearchErrors.full({ max: MAX_SEARCHES });
        const row = await searches.insert(tx, {
          borrowerId,
          name,
          filter,
          sort: wish.sort,
          isAlerting: wish.isAlerting,
          seen,
          openedAt: this.kernel.clock.businessNow(),
        });
        if (!row) throw kernelErrors.conflict();
        return { id: row.id };
      });
      return this.#mine(await searches.find(tx, borrowerId, id));
    });
  }

  /** Renames it, or turns its alerts on or off. @throws NOT_FOUND, SAVED_SEARCH_NAME_LENGTH. */
  change(
    viewer: Viewer,
    id: string,
    wish: { name?: string | null; isAlerting?: boolean | null },
  ): Promise<SavedSearchRow> {
    const patch = {
      ...(wish.name != null && { name: nameIn(wish.name) }),
      ...(wish.isAlerting != null && { isAlerting: wish.isAlerting }),
    };
    return this.#write(viewer, (tx, borrowerId) => searches.update(tx, borrowerId, id, patch));
  }

  /** Opens it: what it answers now counts as seen. Answers the search as it was before. @throws NOT_FOUND. */
  open(viewer: Viewer, id: string): Promise<SavedSearchRow> {
    return this.#write(viewer, async (tx, borrowerId) => {
      const row = await searches.find(tx, borrowerId, id);
      if (!row) return undefined;
      const seen = this.#seen(this.#hits(filterOf(row.filter), sortIn(row.sort)));
      return searches.update(tx, borrowerId, id, { seen, openedAt: this.kernel.clock.businessNow() });
    });
  }

  /** Answers the id of what is gone. @throws NOT_FOUND. */
  async remove(viewer: Viewer, id: string): Promise<string> {
    const { borrowerId } = mustBeBorrower(viewer);
    const isGone = await this.kernel.db.write(viewer, (tx) => searches.remove(tx, borrowerId, id));
    if (!isGone) throw kernelErrors.notFound();
    return id;
  }

  #hits(filter: ProductFilter, sort: ProductSort): ProductView[] {
    return this.search.search(filter, sort, { first: SEEN_HITS }).edges.map(({ node }) => node);
  }

  #seen = (hits: readonly ProductView[]): SeenHit[] =>
    hits.map(({ id: productId, versionId }) => ({ productId, versionId }));

  #mine(row: SavedSearchRow | undefined): SavedSearchRow {
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  async #write(
    viewer: Viewer,
    work: (tx: Tx, borrowerId: string) => Promise<SavedSearchRow | undefined>,
  ): Promise<SavedSearchRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.#mine(await this.kernel.db.write(viewer, (tx) => work(tx, borrowerId)));
  }
}
