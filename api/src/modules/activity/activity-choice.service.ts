import { addDays } from "@daichao/finance";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { ConsentService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { activityErrors } from "./activity.errors.js";
import { activityEvents } from "./activity.events.js";
import type { ActivityActor } from "./activity.repository.js";
import * as trail from "./activity.repository.js";
import { ActivityChoiceEnd, ActivityChoiceState } from "./activity.states.js";
import type { ActivityChoiceRow } from "./activity.tables.js";
import * as choices from "./activity-choice.repository.js";
import { type ActivityWording, activityText, type KeepDays } from "./activity-text.rules.js";

/** What somebody chose, and what they choose about. */
export interface ActivityChoiceValue {
  readonly state: ActivityChoiceState;
  readonly decidedAt: Date | null;
  readonly actor: ActivityActor | null;
}

export interface ActivityChoiceWish {
  readonly isAllowed: boolean;
  /** Hash of the text that was shown. */
  readonly textHash: string;
  /** The browser's random number: whose choice it is for a guest, what to join or erase for a borrower. */
  readonly visitorId?: string | null;
}

/** Who is acting: a borrower as themselves, a guest under the number of their browser, anybody else nobody. */
export function activityActorOf(viewer: Viewer, visitorId: string | null | undefined): ActivityActor | null {
  if (viewer.kind === "BORROWER") return { borrowerId: viewer.borrowerId };
  return viewer.kind === "ANONYMOUS" && visitorId && isId(visitorId) ? { visitorId } : null;
}

const stateOf = (row: ActivityChoiceRow | undefined): ActivityChoiceState => {
  if (!row) return ActivityChoiceState.UNDECIDED;
  return row.isAllowed ? ActivityChoiceState.ALLOWED : ActivityChoiceState.REFUSED;
};

/** The one consent to recording and personalisation: given or refused with equal ease, and erased on withdrawal. */
export class ActivityChoiceService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly settings: SettingsService; readonly consents: ConsentService },
  ) {}

  /** How long trails are kept, as of now. */
  keepDays(): KeepDays {
    const { settings } = this.left;
    return { account: settings.number("activity.keepDays"), visitor: settings.number("activity.visitorKeepDays") };
  }

  text(locale: "zh-CN" | "en-US"): ActivityWording {
    return activityText(this.keepDays(), locale);
  }

  /** The viewer's own choice; a guest without a number has not chosen, and staff have nothing to choose. */
  async of(reader: Reader | Tx, viewer: Viewer, visitorId?: string | null): Promise<ActivityChoiceValue> {
    const actor = activityActorOf(viewer, visitorId);
    const row = actor ? await choices.standing(reader, actor) : undefined;
    return { state: stateOf(row), decidedAt: row?.decidedAt ?? null, actor };
  }

  async isAllowed(reader: Reader | Tx, actor: ActivityActor): Promise<boolean> {
    return (await choices.standing(reader, actor))?.isAllowed ?? false;
  }

  /** How many events stand recorded about somebody. */
  countOf(reader: Reader, actor: ActivityActor | null): Promise<number> {
    return actor ? trail.countOf(reader, actor) : Promise.resolve(0);
  }

  /**
   * Sets the viewer's choice. "No" erases what was recorded, the guest's trail of this browser included; a borrower's
   * "yes" takes that trail over if the guest had said yes to it. The same choice again changes nothing.
   * @throws ACTIVITY_TEXT_CHANGED; NOT_FOUND for a viewer who can have no trail.
   */
  async choose(viewer: Viewer, wish: ActivityChoiceWish): Promise<ActivityChoiceValue> {
    const actor = activityActorOf(viewer, wish.visitorId);
    if (!actor) throw kernelErrors.notFound();
    const text = this.text("zh-CN");
    if (text.hash !== wish.textHash) throw activityErrors.textChanged();
    // A guest's rows have no owner that a wall could know: they are written as the system, by the number alone.
    const writer = wish.visitorId ? system : viewer;
    return this.kernel.db.write(writer, async (tx) => {
      await this.left.consents.keepText(tx, text);
      const row = await this.#decide(tx, viewer, actor, { isAllowed: wish.isAllowed, textHash: text.hash });
      if (!wish.isAllowed) await trail.eraseOf(tx, actor);
      if ("borrowerId" in actor && wish.visitorId && isId(wish.visitorId))
        await this.#settleVisitor(tx, viewer, { ...actor, visitorId: wish.visitorId, isAllowed: wish.isAllowed });
      return { state: stateOf(row), decidedAt: row.decidedAt, actor };
    });
  }

  /** Deletes what has been kept for long enough by `day`. Safe to run again. */
  async forget(day: string): Promise<number> {
    const { account, visitor } = this.keepDays();
    const visitorDay = addDays(day, -visitor);
    return this.kernel.db.write(system, async (tx) => {
      const events = await trail.forgetBefore(tx, { account: addDays(day, -account), visitor: visitorDay });
      return events + (await choices.forgetVisitors(tx, visitorDay));
    });
  }

  async #decide(
    tx: Tx,
    viewer: Viewer,
    actor: ActivityActor,
    choice: { isAllowed: boolean; textHash: string },
  ): Promise<ActivityChoiceRow> {
    const before = await choices.standing(tx, actor);
    if (before?.isAllowed === choice.isAllowed && before.textHash === choice.textHash) return before;
    if (before) await choices.end(tx, before.id, ActivityChoiceEnd.CHANGED);
    const { clock } = this.kernel;
    const row = await choices.insert(tx, { ...actor, ...choice, decidedAt: clock.now(), decidedOn: clock.today() });
    if (!row) throw kernelErrors.conflict();
    const isAccount = "borrowerId" in actor;
    await this.kernel.events.record(tx, viewer, activityEvents.choiceChanged, {
      subject: isAccount ? { type: "Borrower", id: actor.borrowerId } : { type: "Visitor", id: actor.visitorId },
      borrowerId: isAccount ? actor.borrowerId : null,
      facts: { state: stateOf(row), textHash: row.textHash },
    });
    return row;
  }

  /** What becomes of the trail this browser left before somebody signed in. */
  async #settleVisitor(
    tx: Tx,
    viewer: Viewer,
    { borrowerId, visitorId, isAllowed }: { borrowerId: string; visitorId: string; isAllowed: boolean },
  ): Promise<void> {
    const guest = await choices.standing(tx, { visitorId });
    if (!guest?.isAllowed) return;
    await choices.end(tx, guest.id, isAllowed ? ActivityChoiceEnd.JOINED_ACCOUNT : ActivityChoiceEnd.CHANGED);
    if (!isAllowed) return void (await trail.eraseOf(tx, { visitorId }));
    const eventCount = await trail.join(tx, visitorId, borrowerId);
    await this.kernel.events.record(tx, viewer, activityEvents.trailJoined, {
      subject: { type: "Borrower", id: borrowerId },
      borrowerId,
      facts: { eventCount },
    });
  }
}
