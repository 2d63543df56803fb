import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { ApplicationService } from "../applications/index.js";
import type { BorrowerService, ProfileService } from "../borrowers/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import type { DecisionService } from "../underwriting/index.js";
import { DecidedCaseService } from "./decided-case.service.js";
import { MatchService } from "./match.service.js";
import { OddsModelResolver, OddsRecordResolver } from "./odds-model.resolver.js";
import { OddsModelService } from "./odds-model.service.js";
import { OddsTrainingService } from "./odds-training.service.js";
import { PersonFactsService } from "./person-facts.service.js";
import { PrecheckItemResolver, PrecheckResolver } from "./precheck.resolver.js";
import { PrecheckService } from "./precheck.service.js";
import { PrecheckFactsService } from "./precheck-facts.service.js";
import { ProductPairService } from "./product-pair.service.js";
import { RankExplanationService } from "./rank-explanation.service.js";
import {
  CountedActResolver,
  ExcludedProductResolver,
  MatchedProductResolver,
  MatchLineResolver,
  ProductMatchResolver,
  RankedProductResolver,
  RankingResolver,
  RankReasonResolver,
} from "./ranking.resolver.js";
import { type PersonalTrail, RankingService } from "./ranking.service.js";
import { RankingEvaluation } from "./ranking-evaluation.service.js";
import { recommendationDaily } from "./recommendation.jobs.js";
import "./recommendation.permissions.js";
import { ShownBook } from "./shown-book.service.js";
import { ShownOddsService } from "./shown-odds.service.js";

export interface LeftOfRecommendations {
  readonly settings: SettingsService;
  readonly applications: ApplicationService;
  readonly borrowers: BorrowerService;
  readonly profiles: ProfileService;
  readonly catalog: CatalogService;
  readonly decisions: DecisionService;
  readonly activity: PersonalTrail;
}

export interface RecommendationsModule extends ModuleParts {
  readonly rankings: RankingService;
  readonly explanations: RankExplanationService;
  readonly prechecks: PrecheckService;
  readonly matches: MatchService;
  readonly odds: OddsModelService;
  readonly training: OddsTrainingService;
  readonly pairs: ProductPairService;
  readonly shownOdds: ShownOddsService;
  /** Writes what people were shown; stop it before the database. */
  readonly shown: ShownBook;
}

export function createRecommendationsModule(kernel: Kernel, left: LeftOfRecommendations): RecommendationsModule {
  const { settings, applications, borrowers, profiles, catalog, decisions, activity: trail } = left;
  const past = new DecidedCaseService(kernel, decisions);
  const odds = new OddsModelService(kernel, settings);
  const training = new OddsTrainingService(kernel, past, odds, new RankingEvaluation(catalog, settings));
  const pairs = new ProductPairService(kernel, past, trail);
  const shown = new ShownBook(kernel);
  const shownOdds = new ShownOddsService(kernel, past);
  const people = new PersonFactsService(kernel.clock, settings, borrowers, applications);
  const precheckFacts = new PrecheckFactsService(kernel);
  const matches = new MatchService(kernel, { catalog, settings }, { people, precheckFacts, odds, shown });
  const rankings = new RankingService(kernel, { catalog, settings, trail }, { people, odds, pairs, matches, shown });
  const explanations = new RankExplanationService(shown);
  const prechecks = new PrecheckService(
    kernel,
    { catalog, settings, profiles },
    { facts: precheckFacts, matches, odds },
  );
  return {
    rankings,
    explanations,
    prechecks,
    matches,
    odds,
    training,
    pairs,
    shownOdds,
    shown,
    resolvers: [
      new RankingResolver(rankings, explanations),
      new RankedProductResolver(catalog),
      new RankReasonResolver(),
      new ExcludedProductResolver(),
      new MatchLineResolver(),
      new ProductMatchResolver(),
      new MatchedProductResolver(matches),
      new CountedActResolver(),
      new OddsModelResolver(odds, training),
      new OddsRecordResolver(odds),
      new PrecheckResolver(prechecks),
      new PrecheckItemResolver(catalog),
    ],
    daily: recommendationDaily({ training, pairs, shownOdds, prechecks, rankings }),
  };
}
