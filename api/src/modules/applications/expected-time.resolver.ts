import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { Institution, type InstitutionRow } from "../institutions/index.js";
import { timelineByApplication } from "./application.loaders.js";
import type { ApplicationRow } from "./application.tables.js";
import { Application } from "./application.types.js";
import type { ExpectedTimeService, ExpectedTimeView, Forecast as ForecastView } from "./expected-time.service.js";
import { ExpectedTime, Forecast } from "./expected-time.types.js";

@Resolver(() => Institution)
export class InstitutionTimesResolver {
  constructor(private readonly times: ExpectedTimeService) {}

  @FieldResolver(() => [ExpectedTime], { description: "How long it usually takes, stretch by stretch." })
  expectedTimes(@Root() { id }: InstitutionRow): readonly ExpectedTimeView[] {
    return this.times.ofInstitution(id);
  }
}

@Resolver(() => Application)
export class ApplicationForecastResolver {
  constructor(private readonly times: ExpectedTimeService) {}

  @FieldResolver(() => Forecast, {
    nullable: true,
    description: "When the present stretch may end; null while the borrower has to answer an offer, and after the end.",
  })
  async forecast(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ForecastView | null> {
    return this.times.forecast(row.institutionId, await ctx.load(timelineByApplication, row.id));
  }
}
