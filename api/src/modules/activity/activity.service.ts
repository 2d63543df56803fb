import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { activityErrors } from "./activity.errors.js";
import type { ActivityActor, CoOccurrence } from "./activity.repository.js";
import * as trail from "./activity.repository.js";
import { mustFit, type ReportedEvent, weightOf } from "./activity.rules.js";
import type { ActivityKind } from "./activity.states.js";
import * as choices from "./activity-choice.repository.js";
import { activityActorOf } from "./activity-choice.service.js";

/** One sign of interest in a product. */
export interface TrailStep {
  readonly productId: string;
  readonly kind: ActivityKind;
  /** 1 (a look) to 5 (began to apply). */
  readonly weight: number;
  /** Business time. */
  readonly occurredAt: Date;
}

/** Pairs seen by fewer people say more about those people than about the products. */
const FEWEST_PEOPLE = 3;

/** The trail people leave with their consent: what they looked at, compared, calculated and began. */
export class ActivityService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly settings: SettingsService; readonly catalog: CatalogService },
  ) {}

  /**
   * Records a batch under the viewer's standing consent; an event that was recorded before is not recorded again, one
   * about a product that is no longer offered is left out. Answers how many were new.
   * @throws ACTIVITY_NOT_ALLOWED without consent, ACTIVITY_EVENT_MALFORMED, ACTIVITY_TOO_MANY above the hour's quota.
   */
  async record(
    viewer: Viewer,
    { events, visitorId }: { events: readonly ReportedEvent[]; visitorId?: string | null },
  ): Promise<{ recordedCount: number }> {
    mustFit(events, isId);
    const actor = activityActorOf(viewer, visitorId);
    if (!actor) throw activityErrors.notAllowed();
    const { settings, catalog } = this.left;
    const snapshot = catalog.snapshot();
    const known = events.filter(({ productId }) => productId == null || snapshot.find(productId) !== undefined);
    // A guest's rows have no owner that a wall could know.
    const writer = "visitorId" in actor ? system : viewer;
    const recordedCount = await this.kernel.db.write(writer, async (tx) => {
      if (!(await choices.held(tx, actor))?.isAllowed) throw activityErrors.notAllowed();
      const actorId = "borrowerId" in actor ? actor.borrowerId : actor.visitorId;
      const seconds = await trail.takeQuota(tx, actorId, events.length, settings.number("quota.activityEvents"));
      if (seconds !== null) throw activityErrors.tooMany({ seconds });
      const { clock } = this.kernel;
      const at = { occurredAt: clock.businessNow(), occurredOn: clock.today() };
      return trail.insert(
        tx,
        known.map((event) => ({ ...event, ...actor, ...at })),
      );
    });
    return { recordedCount };
  }

  /** Whether this borrower has agreed to recording and personalisation. Without it the guest's order is theirs. */
  async isPersonalised(reader: Reader | Tx, borrowerId: string): Promise<boolean> {
    return (await choices.standing(reader, { borrowerId }))?.isAllowed ?? false;
  }

  /**
   * Signs of interest since a business day, newest first, from the latest 500 events; empty without consent, because a
   * withdrawal erases. A signed-in borrower's trail is found by their own id only.
   */
  async trailOf(reader: Reader | Tx, actor: ActivityActor, sinceDay: string): Promise<TrailStep[]> {
    const rows = await trail.trailOf(reader, actor, sinceDay);
    return rows.flatMap(({ productId, kind, seconds, occurredAt }) => {
      const weight = weightOf(kind, seconds);
      return productId && weight > 0 ? [{ productId, kind, weight, occurredAt }] : [];
    });
  }

  /**
   * Pairs of products that the same people took an interest in since a day, with how many took one in either: a heavy
   * read, for a nightly job. Pairs of fewer than three people are left out.
   */
  coOccurrences(reader: Reader | Tx, sinceDay: string): Promise<CoOccurrence[]> {
    return trail.coOccurrences(reader, sinceDay, FEWEST_PEOPLE);
  }
}
