import type { OddsModel, ReliabilityPoint } from "@daichao/scoring";
import { sql } from "drizzle-orm";
import { check, doublePrecision, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, day, id, json, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { institutions } from "../institutions/institution.tables.js";
import { OddsFailure, OddsModelState, OddsSource } from "./odds-model.states.js";

/** How a model did on decisions it had not seen, and how the order it makes did beside two simpler ones. */
export interface OddsFigures {
  readonly trainingCount: number;
  readonly calibrationCount: number;
  readonly holdoutCount: number;
  readonly auc: number;
  readonly brier: number;
  readonly calibrationError: number;
  /** Applications of the hold-out whose product the order was asked for; null where none could be asked. */
  readonly ranking: RankingFigures | null;
}

export interface RankingFigures {
  readonly wishCount: number;
  readonly ndcg: number;
  readonly popularityNdcg: number;
  readonly cheapestNdcg: number;
  /** Mean annual cost of the first five, parts per million. */
  readonly topCost: number;
  readonly popularityTopCost: number;
}

/** One run of the training: a model with its figures, or why there is none. Append-only but for the state. */
export const oddsModels = pgTable(
  "odds_models",
  {
    id: id(),
    version: integer("version").notNull(),
    state: choice("state", OddsModelState).notNull(),
    model: json<OddsModel>("model"),
    figures: json<OddsFigures>("figures"),
    failure: choice("failure", OddsFailure),
    /** Names of features, where the failure is about some. */
    failureDetail: text("failure_detail"),
    decisionCount: integer("decision_count").notNull(),
    /** Business day. */
    trainedOn: day("trained_on").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("odds_models_state", t.state, OddsModelState),
    oneOf("odds_models_failure", t.failure, OddsFailure),
    check("odds_models_failed_has_reason", sql`(${t.state} = 'FAILED') = (${t.failure} is not null)`),
    check("odds_models_whole", sql`(${t.state} = 'FAILED') = (${t.model} is null)`),
    uniqueIndex("odds_models_version").on(t.version),
    uniqueIndex("odds_models_one_active").on(t.state).where(sql`state = 'ACTIVE'`),
  ],
);
export type OddsModelRow = typeof oddsModels.$inferSelect;

/** Promise against outcome, for one institution or for all together; public, because it is a promise to the public. */
export const oddsRecords = pgTable(
  "odds_records",
  {
    id: id(),
    modelId: ref("model_id")
      .notNull()
      .references(() => oddsModels.id),
    /** Null for all institutions together. */
    institutionId: ref("institution_id").references(() => institutions.id),
    source: choice("source", OddsSource).notNull(),
    count: integer("count").notNull(),
    brier: doublePrecision("brier").notNull(),
    calibrationError: doublePrecision("calibration_error").notNull(),
    points: json<readonly ReliabilityPoint[]>("points").notNull(),
  },
  (t) => [
    oneOf("odds_records_source", t.source, OddsSource),
    check("odds_records_figures", sql`${t.brier} between 0 and 1 and ${t.calibrationError} between 0 and 1`),
    index("odds_records_model").on(t.modelId, t.source),
    ...ownedBy("odds_records", { institution: t.institutionId, visibleWhen: sql`true` }),
  ],
);
export type OddsRecordRow = typeof oddsRecords.$inferSelect;

/** Odds somebody was shown, and what came of them. One row per person or pre-check, product, loan, model and day. */
export const shownOdds = pgTable(
  "shown_odds",
  {
    id: id(),
    borrowerId: ref("borrower_id"),
    precheckId: ref("precheck_id"),
    productId: ref("product_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    modelId: ref("model_id")
      .notNull()
      .references(() => oddsModels.id),
    amountFen: text("amount_fen").notNull(),
    termCount: integer("term_count").notNull(),
    /** Whole percent, as it was read. */
    percent: integer("percent").notNull(),
    /** Business day. */
    shownOn: day("shown_on").notNull(),
    /** The application that followed within 30 days, once it was decided. */
    applicationId: ref("application_id"),
    /** 1 approved, 0 refused. */
    outcome: integer("outcome"),
    settledOn: day("settled_on"),
  },
  (t) => [
    check("shown_odds_percent", sql`${t.percent} between 0 and 100`),
    check("shown_odds_outcome", sql`${t.outcome} in (0, 1)`),
    check("shown_odds_settled", sql`(${t.outcome} is null) = (${t.applicationId} is null)`),
    uniqueIndex("shown_odds_once").on(
      sql`coalesce(borrower_id, precheck_id)`,
      t.productId,
      t.amountFen,
      t.termCount,
      t.modelId,
      t.shownOn,
    ),
    index("shown_odds_open").on(t.shownOn).where(sql`outcome is null and borrower_id is not null`),
    index("shown_odds_settled_on").on(t.modelId).where(sql`outcome is not null`),
    ...ownedBy("shown_odds", { borrower: t.borrowerId }),
  ],
);
export type ShownOddsRow = typeof shownOdds.$inferSelect;
