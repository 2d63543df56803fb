import type { RepaymentMethod } from "@daichao/finance";
import type { Reader } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { productVersionById } from "../catalog/index.js";
import { applicationErrors } from "./application.errors.js";
import * as applications from "./application.repository.js";
import type { ApplicationService } from "./application.service.js";
import type { ApplicationRow } from "./application.tables.js";
import {
  type ApplicationDraftService,
  type MissingForInstitutions,
  mustBeBorrower,
} from "./application-draft.service.js";
import { changesSince, isReopenable } from "./reopening.rules.js";

export interface ReopeningWish {
  readonly applicationId: string;
  /** Other terms than those asked for then, such as a piece of advice named. */
  readonly amount?: bigint | null;
  readonly termCount?: number | null;
  readonly idempotencyKey: string;
}

/** What beginning anew would mean; `problem` says why it cannot be done. */
export interface ReopeningView {
  readonly problem: string | null;
  readonly changes: readonly string[];
  readonly missing: readonly MissingForInstitutions[];
}

/** To reopen is to copy into a new draft: the ended application stays as it ended. */
export class ApplicationReopeningService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly drafts: ApplicationDraftService,
  ) {}

  /** Null unless the viewer is its borrower and it has ended without a loan. */
  async preview(reader: Reader, viewer: Viewer, row: ApplicationRow, locale: string): Promise<ReopeningView | null> {
    if (viewer.kind !== "BORROWER" || !isReopenable(row.state)) return null;
    const now = this.drafts.presentProduct(row.productId);
    const gone = locale.startsWith("en") ? "This product is not offered any more" : "该产品已不再提供";
    if (!now) return { problem: gone, changes: [], missing: [] };
    const open = await applications.openOf(reader, viewer.borrowerId);
    if (open.some(({ productId }) => productId === row.productId))
      return { problem: applicationErrors.alreadyOpen().text(locale), changes: [], missing: [] };
    const [then] = await productVersionById.batch(reader, [row.productVersionId], system);
    const changes = then && then.versionId !== now.versionId ? changesSince(then, now, row) : [];
    const missing = await this.drafts.missingForProduct(reader, viewer.borrowerId, now);
    return {
      problem: null,
      changes: changes.map(({ zh, en }) => (locale.startsWith("en") ? en : zh)),
      missing: missing.map((fact) => ({ ...fact, institutionNames: [now.institution.shortName] })),
    };
  }

  /**
   * Copies an ended application into a new draft, once per key; answers the draft's id.
   * @throws NOT_FOUND; APPLICATION_NOT_ENDED while it is under way and once it is a loan; what `createDraft` refuses.
   */
  async reopen(viewer: Viewer, wish: ReopeningWish): Promise<string> {
    mustBeBorrower(viewer);
    const row = await this.kernel.db.read(viewer, (reader) =>
      this.applications.find(reader, viewer, wish.applicationId),
    );
    if (!isReopenable(row.state)) throw applicationErrors.notEnded({ state: row.state });
    if (!this.drafts.presentProduct(row.productId)) throw kernelErrors.notFound();
    return this.drafts.create(viewer, {
      productIds: [row.productId],
      amount: wish.amount ?? row.amount,
      termCount: wish.termCount ?? row.termCount,
      method: row.method as RepaymentMethod,
      purpose: row.purpose,
      reopenedFromId: row.id,
      idempotencyKey: wish.idempotencyKey,
    });
  }
}
