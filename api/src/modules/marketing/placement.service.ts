import { formatYuan } from "@daichao/finance";
import type { ApprovalHandler, ApprovalRow } from "../../kernel/approvals/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId, newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { type PlatformViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { CatalogService, ProductView } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { placementErrors } from "./placement.errors.js";
import { placementEvents } from "./placement.events.js";
import * as placements from "./placement.repository.js";
import { type Booking, checkBooking, runsOn } from "./placement.rules.js";
import { PlacementEnd, type PlacementPlace, PlacementState } from "./placement.states.js";
import type { PlacementRow } from "./placement.tables.js";

export const BOOK_PLACEMENT = "placement.book";

/** A slot as people see it: labelled, with who pays. */
export interface ShownPlacement extends Pick<PlacementRow, "id" | "place" | "payerName"> {
  readonly isSponsored: true;
  readonly product: ProductView;
}

export interface BookPlacement extends Booking {
  readonly place: PlacementPlace;
  readonly productId: string;
  readonly idempotencyKey: string;
}

export interface EndPlacement {
  readonly placementId: string;
  readonly version: number;
  readonly reason: string;
}

const MOST_REASON = 200;

function mustBePlatform(viewer: Viewer): PlatformViewer {
  if (viewer.kind !== "PLATFORM") throw kernelErrors.notFound();
  return viewer;
}

/** Slots that are paid for. They stand apart from every order, carry their label and their payer, and a second person agrees to each. */
export class PlacementService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly catalog: CatalogService; readonly settings: SettingsService },
  ) {}

  /** What runs in a place today; a product that is off the shelf is off its slot at once. */
  async running(reader: Reader, place: PlacementPlace): Promise<ShownPlacement[]> {
    const today = this.kernel.clock.today();
    const rows = await placements.bookedOn(reader, place, today);
    return rows
      .filter((row) => runsOn(row, today))
      .flatMap((row) => {
        const product = this.left.catalog.publishedProductById(row.productId);
        const { id, payerName } = row;
        return product ? [{ id, place, payerName, isSponsored: true as const, product }] : [];
      })
      .slice(0, this.most());
  }

  page(reader: Reader, filter: placements.PlacementFilter, request: PageRequest): Promise<Page<PlacementRow>> {
    return placements.page(reader, filter, request);
  }

  /**
   * Asks for a slot; it runs once a second person has agreed.
   * @throws PLACEMENT_… on the field that cannot be booked; PLACEMENT_PLACE_TAKEN where no slot is left on a day.
   */
  async book(viewer: Viewer, wish: BookPlacement): Promise<PlacementRow> {
    const maker = mustBePlatform(viewer);
    const { idempotencyKey: key, ...request } = wish;
    const { place, productId, startsOn, endsOn, dailyPrice, budget } = request;
    checkBooking(request, this.kernel.clock.today());
    const product = this.left.catalog.publishedProductById(productId);
    if (!product) throw placementErrors.productNotOffered();
    return this.kernel.db.write(viewer, async (tx) => {
      const { placementId } = await once(tx, viewer, { key, operation: "bookPlacement", request }, async () => {
        await this.mustHaveRoom(tx, { place, startsOn, endsOn, id: null });
        const { institutionId, institution } = product;
        const base = { place, productId, institutionId, startsOn, endsOn, dailyPrice, budget };
        const row = await placements.insert(tx, { ...base, id: newId(), payerName: institution.name, spent: 0n });
        if (!row) throw new Error("the placement was not written");
        await this.ask(tx, maker, row, product);
        return { placementId: row.id };
      });
      return this.held(tx, placementId);
    });
  }

  /** Stops a slot for good; what was charged stays charged. @throws CONFLICT, PLACEMENT_NOT_RUNNING, PLACEMENT_REASON_REQUIRED. */
  async end(viewer: Viewer, { placementId, version, reason }: EndPlacement): Promise<PlacementRow> {
    mustBePlatform(viewer);
    const note = reason.trim().slice(0, MOST_REASON);
    if (note === "") throw placementErrors.reasonRequired();
    return this.kernel.db.write(viewer, async (tx) => {
      const row = await this.held(tx, placementId);
      const open = [PlacementState.PROPOSED, PlacementState.BOOKED];
      if (!open.some((state) => state === row.state)) throw placementErrors.notRunning({ state: row.state });
      const set = { state: PlacementState.ENDED, endedReason: PlacementEnd.STOPPED, endedNote: note };
      const ended = await placements.change(tx, row.id, open, set, version);
      if (!ended) throw kernelErrors.conflict();
      await this.kernel.approvals.withdraw(tx, viewer, BOOK_PLACEMENT, row.id);
      await this.tellEnd(tx, viewer, ended, PlacementEnd.STOPPED);
      return ended;
    });
  }

  /** Charges a business day to what ran on it and ends what has run out. Safe to run again for the same day. */
  async chargeDay(day: string): Promise<number> {
    const offered = this.left.catalog.snapshot().products.map(({ id }) => id);
    return this.kernel.db.write(system, async (tx) => {
      const charged = offered.length === 0 ? [] : await placements.charge(tx, day, offered);
      for (const row of await placements.finished(tx, day)) {
        const reason = row.endsOn < day ? PlacementEnd.COMPLETED : PlacementEnd.BUDGET_SPENT;
        const set = { state: PlacementState.ENDED, endedReason: reason };
        const ended = await placements.change(tx, row.id, [PlacementState.BOOKED], set);
        if (ended) await this.tellEnd(tx, system, ended, reason);
      }
      return charged.length;
    });
  }

  approvalHandler(): ApprovalHandler {
    return {
      kind: BOOK_PLACEMENT,
      permission: "placement:approve",
      effect: (tx, checker, approval, verdict, reason) =>
        this.settle(tx, checker, approval, verdict === "APPROVED", reason),
    };
  }

  private async settle(
    tx: Tx,
    checker: Viewer,
    { subjectId }: ApprovalRow,
    isAgreed: boolean,
    reason: string | null,
  ): Promise<void> {
    const row = await this.held(tx, subjectId);
    if (isAgreed) await this.mustHaveRoom(tx, row);
    const state = isAgreed ? PlacementState.BOOKED : PlacementState.REJECTED;
    const changed = await placements.change(tx, row.id, [PlacementState.PROPOSED], { state, endedNote: reason });
    if (!changed) throw placementErrors.notRunning({ state: row.state });
    const about = { subject: { type: "Placement", id: row.id }, institutionId: row.institutionId };
    const diff = { state: [row.state, state] as const };
    const placementId = row.id;
    if (isAgreed)
      await this.kernel.events.record(tx, checker, placementEvents.booked, { ...about, diff, facts: { placementId } });
    else
      await this.kernel.events.record(tx, checker, placementEvents.rejected, {
        ...about,
        diff,
        facts: { placementId, reason },
      });
  }

  private async ask(tx: Tx, maker: PlatformViewer, row: PlacementRow, product: ProductView): Promise<void> {
    const { id, institutionId, place, productId, budget } = row;
    await this.kernel.events.record(tx, maker, placementEvents.proposed, {
      subject: { type: "Placement", id },
      institutionId,
      facts: { placementId: id, productId, place, budget: String(budget) },
    });
    await this.kernel.approvals.request(tx, maker, {
      kind: BOOK_PLACEMENT,
      subject: { type: "Placement", id },
      institutionId: null,
      checkedBy: "PLATFORM",
      summary: {
        zh: `推广位：${product.name}（${row.startsOn} 至 ${row.endsOn}）`,
        en: `Placement: ${product.name} (${row.startsOn} to ${row.endsOn})`,
      },
      diff: diffOf(row, product),
      payload: {},
    });
  }

  private async mustHaveRoom(
    tx: Tx,
    { place, startsOn, endsOn, id }: Pick<PlacementRow, "place" | "startsOn" | "endsOn"> & { id: string | null },
  ): Promise<void> {
    await placements.lockPlace(tx, place);
    const taken = await placements.mostTaken(tx, { place, startsOn, endsOn, exceptId: id ?? newId() });
    if (taken >= this.most()) throw placementErrors.placeTaken({ max: this.most() });
  }

  private most(): number {
    return this.left.settings.number("placement.maxPerPlace");
  }

  private async held(tx: Tx, id: string): Promise<PlacementRow> {
    const row = isId(id) ? await placements.find(tx, id) : undefined;
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  private async tellEnd(tx: Tx, viewer: Viewer, row: PlacementRow, reason: PlacementEnd): Promise<void> {
    await this.kernel.events.record(tx, viewer, placementEvents.ended, {
      subject: { type: "Placement", id: row.id },
      institutionId: row.institutionId,
      facts: { placementId: row.id, reason, spent: String(row.spent) },
    });
  }
}

const diffOf = (row: PlacementRow, product: ProductView) => ({
  product: [null, product.name] as const,
  payer: [null, row.payerName] as const,
  place: [null, row.place] as const,
  startsOn: [null, row.startsOn] as const,
  endsOn: [null, row.endsOn] as const,
  dailyPrice: [null, formatYuan(row.dailyPrice)] as const,
  budget: [null, formatYuan(row.budget)] as const,
});
