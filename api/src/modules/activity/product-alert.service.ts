import type { Reader, Tx } from "../../kernel/database/index.js";
import { markReaction } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { type CatalogService, type ProductView, productVersionById, versionsByProduct } from "../catalog/index.js";
import { activityEvents } from "./activity.events.js";
import * as favourites from "./favourite.repository.js";
import * as searches from "./saved-search.repository.js";
import { alertKindOf, isCheaper, type Published } from "./saved-search.rules.js";
import type { SavedSearchService } from "./saved-search.service.js";
import { ProductAlertKind } from "./saved-search.states.js";
import type { ProductAlertRow, SavedSearchRow } from "./saved-search.tables.js";

/** A published version, and the one before it as people were shown it. */
interface Change {
  readonly product: ProductView;
  readonly before: ProductView | null;
}

const PAGE = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
export const ALERT_REACTION = "activity.alertWaiting";

/** Tells those who wait: once per person and change, whatever number of their searches a product answers. */
export class ProductAlertService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly catalog: CatalogService; readonly searches: SavedSearchService },
  ) {}

  find(reader: Reader | Tx, alertId: string): Promise<ProductAlertRow | undefined> {
    return searches.findAlert(reader, alertId);
  }

  /** Answers one publication; a second run for the same event changes nothing. */
  async tell(eventId: string, published: { productId: string; versionId: string }): Promise<void> {
    await this.left.catalog.refresh();
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, ALERT_REACTION, eventId))) return;
      const change = await this.#changeOf(tx, published);
      if (!change) return;
      for (const row of await searches.insertAlerts(tx, await this.#rowsFor(tx, change)))
        await this.kernel.events.record(tx, system, activityEvents.productAlerted, {
          subject: { type: "ProductAlert", id: row.id },
          borrowerId: row.borrowerId,
          facts: { alertId: row.id, productId: row.productId, versionId: row.versionId, kind: row.kind },
        });
    });
  }

  /** Null when the version is not offered after all. */
  async #changeOf(tx: Tx, { productId, versionId }: { productId: string; versionId: string }): Promise<Change | null> {
    const product = this.left.catalog.publishedProductById(productId);
    if (product?.versionId !== versionId) return null;
    const [versions = []] = await versionsByProduct.batch(tx, [productId], system);
    const earlier = versions.find(({ number, publishedAt }) => publishedAt !== null && number < product.version);
    const [before = null] = earlier ? await productVersionById.batch(tx, [earlier.id], system) : [];
    return { product, before };
  }

  #kindFor(search: SavedSearchRow, { product, before }: Change): ProductAlertKind | null {
    if (!this.left.searches.answers(search, product.id)) return null;
    return alertKindOf(
      published({ product, before }),
      before !== null && this.left.searches.wouldAnswer(search, before),
    );
  }

  async #rowsFor(tx: Tx, change: Change) {
    const { product, before } = change;
    const row = (borrowerId: string, kind: ProductAlertKind, searchName: string | null) => ({
      borrowerId,
      searchName,
      productId: product.id,
      versionId: product.versionId,
      kind,
      costBefore: before?.annualCost.max ?? null,
      costNow: product.annualCost.max,
    });
    const byBorrower = new Map<string, ReturnType<typeof row>>();
    if (isCheaper(published(change)))
      for (const { borrowerId } of await favourites.keepersOf(tx, product.id))
        byBorrower.set(borrowerId, row(borrowerId, ProductAlertKind.COST_FELL, null));
    let after = BEFORE_ALL;
    for (;;) {
      const page = await searches.alertingAfter(tx, after, PAGE);
      for (const search of page)
        if (!byBorrower.has(search.borrowerId)) {
          const kind = this.#kindFor(search, change);
          if (kind) byBorrower.set(search.borrowerId, row(search.borrowerId, kind, search.name));
        }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return [...byBorrower.values()];
      after = last.id;
    }
  }
}

const published = ({ product, before }: Change): Published => ({
  now: { annualCostMax: product.annualCost.max },
  before: before ? { annualCostMax: before.annualCost.max } : undefined,
});
