import type { Reader, Tx } from "../../kernel/database/index.js";
import { markReaction } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { type CatalogService, type ProductView, versionsByProduct } from "../catalog/index.js";
import { activityEvents } from "./activity.events.js";
import * as favourites from "./favourite.repository.js";
import * as searches from "./saved-search.repository.js";
import { alertKindOf } from "./saved-search.rules.js";
import type { SavedSearchService } from "./saved-search.service.js";
import { ProductAlertKind } from "./saved-search.states.js";
import type { ProductAlertRow } from "./saved-search.tables.js";

/** A published version to be told about. */
interface Change {
  readonly product: ProductView;
  readonly kind: ProductAlertKind;
  readonly costBefore: number | null;
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

  /** Null when nothing is worth a word: not offered after all, or neither new nor cheaper. */
  async #changeOf(tx: Tx, { productId, versionId }: { productId: string; versionId: string }): Promise<Change | null> {
    const product = this.left.catalog.publishedProductById(productId);
    if (product?.versionId !== versionId) return null;
    const [versions = []] = await versionsByProduct.batch(tx, [productId], system);
    const before = versions.find(({ number, publishedAt }) => publishedAt !== null && number < product.version);
    const kind = alertKindOf({ annualCostMax: product.annualCost.max }, before);
    return kind && { product, kind, costBefore: before?.annualCostMax ?? null };
  }

  async #rowsFor(tx: Tx, { product, kind, costBefore }: Change) {
    const row = (borrowerId: string, searchName: string | null) => ({
      borrowerId,
      searchName,
      productId: product.id,
      versionId: product.versionId,
      kind,
      costBefore,
      costNow: product.annualCost.max,
    });
    const byBorrower = new Map<string, ReturnType<typeof row>>();
    if (kind === ProductAlertKind.COST_FELL)
      for (const { borrowerId } of await favourites.keepersOf(tx, product.id))
        byBorrower.set(borrowerId, row(borrowerId, null));
    let after = BEFORE_ALL;
    for (;;) {
      const page = await searches.alertingAfter(tx, after, PAGE);
      for (const search of page)
        if (!byBorrower.has(search.borrowerId) && this.left.searches.answers(search, product.id))
          byBorrower.set(search.borrowerId, row(search.borrowerId, search.name));
      const last = page.at(-1);
      if (!last || page.length < PAGE) return [...byBorrower.values()];
      after = last.id;
    }
  }
}
