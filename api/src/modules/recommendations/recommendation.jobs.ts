import { addDays } from "@daichao/finance";
import type { DailyJob } from "../../kernel/jobs/index.js";
import type { OddsTrainingService } from "./odds-training.service.js";
import type { PrecheckService } from "./precheck.service.js";
import type { ProductPairService } from "./product-pair.service.js";
import type { RankingService } from "./ranking.service.js";
import type { ShownOddsService } from "./shown-odds.service.js";

export interface NightWork {
  readonly training: OddsTrainingService;
  readonly pairs: ProductPairService;
  readonly shownOdds: ShownOddsService;
  readonly prechecks: PrecheckService;
  readonly rankings: RankingService;
}

/** Every night: learn, count what goes together, see what became of odds that were shown, forget what has run out. */
export const recommendationDaily = (work: NightWork): DailyJob[] => [
  { name: "recommendations.trainOdds", run: (day) => work.training.trainOn(day) },
  { name: "recommendations.refreshPairs", run: () => work.pairs.refresh() },
  { name: "recommendations.settleShownOdds", run: (day) => work.shownOdds.settle(addDays(day, -1)) },
  { name: "recommendations.forgetPrechecks", run: (day) => work.prechecks.forget(day) },
  { name: "recommendations.forgetRankings", run: (day) => work.rankings.forget(day) },
];
