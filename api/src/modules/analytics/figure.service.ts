import { addDays, daysBetween } from "@daichao/finance";
import type { Reader } from "../../kernel/database/index.js";
import { markReaction, type Occurrence } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import { analyticsErrors } from "./analytics.errors.js";
import { analyticsEvents } from "./analytics.events.js";
import * as figureDays from "./figure-day.repository.js";

const MAX_SPAN_DAYS = 400;
const TREND_DAYS = 14;

export interface DayTotals extends figureDays.Figures {
  readonly day: string;
  readonly peopleOnline: number;
  readonly countedAt: Date;
}

export interface SpanTotals extends figureDays.Figures {
  readonly from: string;
  readonly to: string;
  readonly approvalRate: number | null;
  readonly outstandingPrincipal: bigint;
  readonly overdueRate: number | null;
  readonly days: readonly figureDays.DayFigures[];
}

/** Parts per million, or null when there is nothing to divide by. */
const shareOf = (part: bigint, whole: bigint): number | null =>
  whole === 0n ? null : Number((part * 1_000_000n * 2n + whole) / (whole * 2n));

function sumOf(days: readonly figureDays.Figures[]): figureDays.Figures {
  return days.reduce(
    (sum, day) => ({
      applicationCount: sum.applicationCount + day.applicationCount,
      approvedCount: sum.approvedCount + day.approvedCount,
      rejectedCount: sum.rejectedCount + day.rejectedCount,
      disbursedCount: sum.disbursedCount + day.disbursedCount,
      disbursedAmount: sum.disbursedAmount + day.disbursedAmount,
      repaidAmount: sum.repaidAmount + day.repaidAmount,
    }),
    figureDays.NO_FIGURES,
  );
}

/** Live figures and business reports, read from roll-ups that are kept from events. */
export class FigureService {
  constructor(
    private readonly kernel: Kernel,
    private readonly identity: Pick<IdentityService, "peopleOnline">,
  ) {}

  /** The platform's business day so far; at most a few hundred milliseconds behind the events. */
  async today(reader: Reader): Promise<DayTotals> {
    const day = this.kernel.clock.today();
    const [rolled] = await figureDays.daysOf(reader, "all", day, day);
    const peopleOnline = await this.identity.peopleOnline(reader);
    return { ...(rolled ?? figureDays.NO_FIGURES), day, peopleOnline, countedAt: this.kernel.clock.now() };
  }

  /** The same figures counted from the events themselves. */
  async recounted(reader: Reader): Promise<figureDays.Figures & { peopleOnline: number }> {
    const counted = await figureDays.recountedDay(reader, this.kernel.clock.today());
    return { ...counted, peopleOnline: await this.identity.peopleOnline(reader) };
  }

  /** The last fourteen business days, quiet ones included. */
  async trend(reader: Reader): Promise<figureDays.DayFigures[]> {
    const to = this.kernel.clock.today();
    const from = addDays(to, 1 - TREND_DAYS);
    const known = new Map((await figureDays.daysOf(reader, "all", from, to)).map((day) => [day.day, day]));
    return Array.from({ length: TREND_DAYS }, (_, index) => {
      const day = addDays(from, index);
      return known.get(day) ?? { ...figureDays.NO_FIGURES, day };
    });
  }

  /**
   * A span's business: an institution sees its own, the platform all or one institution's.
   * @throws ANALYTICS_RANGE_INVALID when the span is upside down or longer than 400 days.
   */
  async business(
    reader: Reader,
    viewer: Viewer,
    span: { from: string; to: string; institutionId?: string | null },
  ): Promise<SpanTotals> {
    const length = daysBetween(span.from, span.to);
    if (length < 0 || length > MAX_SPAN_DAYS) throw analyticsErrors.rangeInvalid({ days: MAX_SPAN_DAYS });
    const scope = scopeOf(viewer);
    const days = await figureDays.daysOf(reader, scope, span.from, span.to, span.institutionId);
    const { outstanding, overdue } = await figureDays.portfolioOf(reader, scope, span.institutionId);
    const sums = sumOf(days);
    const decided = BigInt(sums.approvedCount + sums.rejectedCount);
    return {
      ...sums,
      from: span.from,
      to: span.to,
      days,
      approvalRate: shareOf(BigInt(sums.approvedCount), decided),
      outstandingPrincipal: outstanding,
      overdueRate: shareOf(overdue, outstanding),
    };
  }

  /** Takes an event into its day's roll-up by recounting that institution's day, so that a second run changes nothing. */
  async takeIn(reaction: string, occurrence: Occurrence<Record<string, unknown>>): Promise<void> {
    const { institutionId, businessDay } = occurrence;
    if (!institutionId) return;
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, occurrence.id))) return;
      await figureDays.recount(tx, { from: businessDay, to: businessDay, institutionId });
      await this.kernel.events.record(tx, system, analyticsEvents.figuresMoved, {
        subject: { type: "FigureDay", id: businessDay },
        institutionId,
        facts: { day: businessDay },
      });
    });
  }

  /** Recounts whole days from events: nightly for the last three, and once after history was filled in. */
  async recountDays(from: string, to: string): Promise<number> {
    await this.kernel.db.write(system, (tx) => figureDays.recount(tx, { from, to }));
    return daysBetween(from, to) + 1;
  }
}
