import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import { instantOf } from "../../kernel/clock/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { DayScalar } from "../../kernel/scalars/index.js";
import { identityEvents } from "../identity/index.js";
import { analyticsEvents } from "./analytics.events.js";
import type { DayTotals, FigureService, SpanTotals } from "./figure.service.js";
import { BusinessFigures, FigurePoint, FigureRecount, PlatformFigures } from "./figure.types.js";

const MOVING: ReadonlySet<string> = new Set([
  analyticsEvents.figuresMoved.name,
  identityEvents.sessionStarted.name,
  identityEvents.sessionEnded.name,
]);

@Resolver(() => PlatformFigures)
export class FigureResolver {
  constructor(private readonly figures: FigureService) {}

  @Allow("figures:read")
  @Query(() => PlatformFigures, { description: "Today's figures of the whole platform." })
  platformFigures(@Ctx() ctx: Context): Promise<DayTotals> {
    return this.figures.today(ctx.reader);
  }

  @Allow("figures:read")
  @Subscription(() => PlatformFigures, {
    description:
      "Today's figures each time one of them moves or somebody signs in or out. People who just leave are noticed when the query is asked again.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => MOVING.has((payload as LiveEvent).name),
  })
  platformFiguresChanged(@Ctx() ctx: Context): Promise<DayTotals> {
    return this.figures.today(ctx.reader);
  }

  @Allow("business:read")
  @Query(() => BusinessFigures, { description: "A span of business days, by your scope." })
  businessFigures(
    @Ctx() ctx: Context,
    @Arg("from", () => DayScalar, { description: "First business day." }) from: string,
    @Arg("to", () => DayScalar, { description: "Last business day; at most 400 days after the first." }) to: string,
    @Arg("institutionId", () => ID, {
      nullable: true,
      description: "Only this institution's; ignored for an institution, which sees its own.",
    })
    institutionId: string | null,
  ): Promise<SpanTotals> {
    return this.figures.business(ctx.reader, ctx.viewer, { from, to, institutionId });
  }

  @FieldResolver(() => FigureRecount, { description: "The same figures counted anew from the events." })
  recount(@Ctx() ctx: Context) {
    return this.figures.recounted(ctx.reader);
  }

  @FieldResolver(() => [FigurePoint], { description: "The last fourteen business days, oldest first." })
  async trend(@Root() _today: DayTotals, @Ctx() ctx: Context) {
    const days = await this.figures.trend(ctx.reader);
    return days.map((day) => ({ ...day, at: instantOf(day.day) }));
  }
}
