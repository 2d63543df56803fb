import { Args, Ctx, FieldResolver, Float, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow, Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import { recordsByOddsModel } from "./odds-model.loaders.js";
import type { OddsModelService } from "./odds-model.service.js";
import type { OddsModelRow, OddsRecordRow, RankingFigures } from "./odds-model.tables.js";
import { OddsModel, OddsModelConnection, OddsRecord, RankingRecord } from "./odds-model.types.js";
import type { OddsTrainingService } from "./odds-training.service.js";

@Resolver(() => OddsModel)
export class OddsModelResolver {
  constructor(
    private readonly odds: OddsModelService,
    private readonly training: OddsTrainingService,
  ) {}

  @Public()
  @Query(() => OddsModel, {
    nullable: true,
    description: "The model that says the odds now, with its public record; null while there is none.",
  })
  currentOddsModel(@Ctx() ctx: Context): Promise<OddsModelRow | null> {
    return this.odds.inForce(ctx.reader);
  }

  @Allow("odds:read")
  @Query(() => OddsModelConnection, { description: "Every training, newest first, failed ones included." })
  oddsModels(@Ctx() ctx: Context, @Args(() => PageArgs) page: PageArgs): Promise<Page<OddsModelRow>> {
    return this.odds.page(ctx.reader, page);
  }

  @Allow("odds:train")
  @Mutation(() => OddsModel, {
    description: "Trains on the decisions of now. A run that fails is kept with its reason and changes nothing else.",
  })
  trainOddsModel(@Ctx() ctx: Context): Promise<OddsModelRow> {
    return this.training.train(ctx.viewer);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Chance that an approved case was given better odds; 0.5 is a coin.",
  })
  auc(@Root() model: OddsModelRow): number | null {
    return model.figures?.auc ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: "Brier score on the newest decisions." })
  brier(@Root() model: OddsModelRow): number | null {
    return model.figures?.brier ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: "Calibration error on the newest decisions." })
  calibrationError(@Root() model: OddsModelRow): number | null {
    return model.figures?.calibrationError ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Decisions it was judged by; none of them was learned from.",
  })
  holdoutCount(@Root() model: OddsModelRow): number | null {
    return model.figures?.holdoutCount ?? null;
  }

  @FieldResolver(() => RankingRecord, { nullable: true, description: "How the order did on newer applications." })
  ranking(@Root() model: OddsModelRow): RankingFigures | null {
    return model.figures?.ranking ?? null;
  }

  @FieldResolver(() => [OddsRecord], { description: "Promise and outcome: all together (no institution), then each." })
  records(@Root() model: OddsModelRow, @Ctx() ctx: Context): Promise<OddsRecordRow[]> {
    return ctx.load(recordsByOddsModel, model.id);
  }
}

@Resolver(() => OddsRecord)
export class OddsRecordResolver {
  constructor(private readonly odds: OddsModelService) {}

  @FieldResolver(() => Institution, { nullable: true, description: "Whose decisions; null for all together." })
  institution(@Root() record: OddsRecordRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> | null {
    return record.institutionId ? ctx.load(institutionById, record.institutionId) : null;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether people are shown this institution's odds: enough outcomes, and near enough to the promise.",
  })
  isTold(@Root() record: OddsRecordRow): boolean {
    return this.odds.isTold(record);
  }
}
