import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { type Log, stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import { type InstitutionRow, institutionById } from "../institutions/index.js";
import type { SettingsService } from "../settings/index.js";
import { settingsEvents } from "../settings/index.js";
import { listingEvents } from "./listing.events.js";
import * as repository from "./product.repository.js";
import type { ProductRow } from "./product.tables.js";
import { capBreachOf } from "./product-cost.rules.js";
import type { ProductCosts } from "./product-cost.service.js";
import type { SearchEntry } from "./product-search.rules.js";
import { type ProductView, viewOf } from "./product-view.rules.js";
import { documentOf } from "./search-document.rules.js";

/** The published catalogue at one moment: built in one go, never changed, replaced whole. */
export interface CatalogSnapshot {
  /** Counts the catalogue's changes for borrowers. */
  readonly version: number;
  /** Differs whenever an answer of the catalogue may differ on the same business day: for keys of kept answers. */
  readonly stamp: string;
  /** In the order of their ids. */
  readonly products: readonly ProductView[];
  readonly entries: readonly SearchEntry[];
  find(id: string): ProductView | undefined;
  findBySlug(slug: string): ProductView | undefined;
}

const POLL_MS = 2_000;
const LICENCES = ["BANK", "CONSUMER_FINANCE", "MICRO_LENDER"] as const;
const HEARD: ReadonlySet<string> = new Set([
  listingEvents.published.name,
  listingEvents.suspended.name,
  listingEvents.resumed.name,
  listingEvents.unpublished.name,
  settingsEvents.parameterChanged.name,
  settingsEvents.clockAdvanced.name,
]);

const EMPTY: CatalogSnapshot = {
  version: 0,
  stamp: "0",
  products: [],
  entries: [],
  find: () => undefined,
  findBySlug: () => undefined,
};

/**
 * Keeps the published catalogue in this process. It is built anew on a change heard from any process and, should that
 * word be lost, on a look at the version every two seconds; versions already prepared are carried over.
 */
export class PublishedCatalogue {
  private snapshot: CatalogSnapshot = EMPTY;
  private capsText = "";
  private generation = 0;
  private prepared = new Map<string, { readonly lender: string; readonly entry: SearchEntry }>();
  private running: Promise<void> | undefined;
  private isWanted = false;
  private timer: NodeJS.Timeout | undefined;
  private stopHearing: () => void = () => {};
  private readonly log: Log;

  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly costs: ProductCosts,
  ) {
    this.log = kernel.log;
  }

  current(): CatalogSnapshot {
    return this.snapshot;
  }

  /** Builds the catalogue as it is now; answers when a build that began after this call is in place. */
  refresh(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async start(): Promise<void> {
    await this.refresh();
    this.stopHearing = this.kernel.live.onEvent((event) => {
      if (HEARD.has(event.name) || event.subjectType === "Institution") this.refreshSoon();
    });
    this.timer = setInterval(() => void this.poll(), POLL_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.stopHearing();
  }

  refreshSoon(): void {
    void this.refresh().catch((error) => this.log.warn({ stack: stackOf(error) }, "catalogue not refreshed"));
  }

  private async poll(): Promise<void> {
    const version = await this.kernel.db.read(system, repository.versionOf).catch(() => this.snapshot.version);
    if (version !== this.snapshot.version || this.capsNow() !== this.capsText) this.refreshSoon();
  }

  private async run(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      this.snapshot = await this.kernel.db.read(system, (reader) => this.build(reader));
    }
  }

  // The version is read first: a change that slips in between is then seen again by the next look, never missed.
  private async build(reader: Reader): Promise<CatalogSnapshot> {
    const version = await repository.versionOf(reader);
    const rows = await repository.published(reader);
    const lenders = await this.lendersOf(reader, rows);
    await this.prepare(reader, rows, lenders);
    this.capsText = this.capsNow();
    this.generation += 1;
    const entries = rows.flatMap((row) => {
      const entry = row.currentVersionId ? this.prepared.get(row.currentVersionId)?.entry : undefined;
      return entry && this.isOfferable(entry.product) ? [entry] : [];
    });
    const products = entries.map((entry) => entry.product);
    const byId = new Map(products.map((product) => [product.id, product]));
    const bySlug = new Map(products.map((product) => [product.slug, product]));
    return {
      version,
      stamp: `${version}.${this.generation}`,
      products,
      entries,
      find: (id) => byId.get(id),
      findBySlug: (slug) => bySlug.get(slug),
    };
  }

  private async lendersOf(reader: Reader, rows: readonly ProductRow[]): Promise<Map<string, InstitutionRow>> {
    const ids = [...new Set(rows.map((row) => row.institutionId))];
    if (ids.length === 0) return new Map();
    const lenders = await institutionById.batch(reader, ids, system);
    return new Map(lenders.flatMap((lender) => (lender ? [[lender.id, lender]] : [])));
  }

  /** Fetches and prepares the versions not seen before, and lets go of those no longer offered. */
  private async prepare(
    reader: Reader,
    rows: readonly ProductRow[],
    lenders: ReadonlyMap<string, InstitutionRow>,
  ): Promise<void> {
    const lenderTexts = new Map([...lenders].map(([id, lender]) => [id, JSON.stringify(lender)]));
    const kept: typeof this.prepared = new Map();
    const missing = rows.filter(({ currentVersionId, institutionId }) => {
      const before = currentVersionId && this.prepared.get(currentVersionId);
      if (!before || before.lender !== lenderTexts.get(institutionId)) return true;
      kept.set(before.entry.product.versionId, before);
      return false;
    });
    const versions = await repository.versionsByIds(
      reader,
      missing.flatMap((row) => row.currentVersionId ?? []),
    );
    const byId = new Map(versions.map((version) => [version.id, version]));
    for (const row of missing) {
      const version = byId.get(row.currentVersionId ?? "");
      const lender = lenders.get(row.institutionId);
      if (!version || !lender) continue;
      const product = viewOf(row, version, lender);
      kept.set(version.id, {
        lender: lenderTexts.get(row.institutionId) ?? "",
        entry: { product, document: documentOf(product), costKey: this.costs.keyOf(product) },
      });
    }
    this.prepared = kept;
  }

  private isOfferable({ institution, dearestBy }: ProductView): boolean {
    const caps = this.settings.rateCaps(institution.licenceKind, this.kernel.clock.today());
    return institution.state === "ACTIVE" && capBreachOf(dearestBy, caps, "rateMax") === undefined;
  }

  private capsNow(): string {
    const today = this.kernel.clock.today();
    return LICENCES.flatMap((licence) =>
      this.settings.rateCaps(licence, today).map(({ method, value }) => `${licence}:${method}:${value}`),
    ).join();
  }
}
