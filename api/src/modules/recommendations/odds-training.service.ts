import { setImmediate } from "node:timers/promises";
import { auc, type OddsModel, oddsOf, oddsTraining, type Reliability, reliability } from "@daichao/scoring";
import type { Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { DecidedCaseService } from "./decided-case.service.js";
import { type DecidedCase, splitByTime, type TimeSplit } from "./odds-case.rules.js";
import { oddsFeatures } from "./odds-feature.rules.js";
import * as models from "./odds-model.repository.js";
import type { OddsModelService } from "./odds-model.service.js";
import { OddsFailure, OddsModelState, OddsSource } from "./odds-model.states.js";
import type { OddsFigures, OddsModelRow } from "./odds-model.tables.js";
import type { RankingEvaluation } from "./ranking-evaluation.service.js";
import { oddsErrors } from "./recommendation.errors.js";
import { oddsEvents } from "./recommendation.events.js";

const FEWEST_DECISIONS = 200;
const COIN = 0.5;

type Run =
  | {
      readonly model: OddsModel;
      readonly figures: OddsFigures;
      readonly records: readonly (readonly [string | null, Reliability])[];
    }
  | { readonly failure: OddsFailure; readonly detail: string | null };

/** Learns the odds of approval from decisions, and judges what was learned by newer ones. */
export class OddsTrainingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly past: DecidedCaseService,
    private readonly odds: OddsModelService,
    private readonly evaluation: RankingEvaluation,
  ) {}

  /** One run after the day's decisions; nothing where none are new or too few. Answers how many it learned from. */
  async trainOn(day: string): Promise<number> {
    const cases = await this.past.all();
    if (cases.length < FEWEST_DECISIONS) return 0;
    const before = await this.kernel.db.read(system, models.newest);
    if (before?.decisionCount === cases.length) return 0;
    await this.run(system, cases, day);
    return cases.length;
  }

  /** One run now. @throws ODDS_TOO_FEW_DECISIONS below 200 decisions. */
  async train(viewer: Viewer): Promise<OddsModelRow> {
    const cases = await this.past.all();
    if (cases.length < FEWEST_DECISIONS)
      throw oddsErrors.tooFewDecisions({ count: cases.length, fewest: FEWEST_DECISIONS });
    return this.run(viewer, cases, this.kernel.clock.today());
  }

  private async run(viewer: Viewer, cases: readonly DecidedCase[], day: string): Promise<OddsModelRow> {
    const run = await this.learn(splitByTime(cases));
    const row = await this.kernel.db.write(system, (tx) => this.store(tx, viewer, run, cases.length, day));
    this.odds.forget();
    return row;
  }

  private async learn(split: TimeSplit): Promise<Run> {
    const { training, calibration, holdout } = split;
    const hasBoth = (list: readonly DecidedCase[]) => new Set(list.map(({ isApproved }) => isApproved)).size === 2;
    if (!hasBoth(training) || !hasBoth(holdout)) return { failure: OddsFailure.TOO_FEW_DECISIONS, detail: null };
    const model = await withoutHaste(oddsTraining(oddsFeatures, training, calibration));
    if ("wrongSigns" in model) return { failure: OddsFailure.WRONG_SIGN, detail: model.wrongSigns.join(", ") };
    const predictions = holdout.map((each) => oddsOf(model, each));
    const outcomes = holdout.map(({ isApproved }) => (isApproved ? 1 : 0));
    const area = auc({ predictions, outcomes });
    if (area <= COIN) return { failure: OddsFailure.NO_BETTER_THAN_CHANCE, detail: area.toFixed(3) };
    const overall = reliability({ predictions, outcomes });
    const figures: OddsFigures = {
      trainingCount: training.length,
      calibrationCount: calibration.length,
      holdoutCount: holdout.length,
      auc: area,
      brier: overall.brier,
      calibrationError: overall.calibrationError,
      ranking: await this.evaluation.judge(model, split),
    };
    return { model, figures, records: [[null, overall], ...byInstitution(holdout, predictions)] };
  }

  private async store(
    tx: Tx,
    viewer: Viewer,
    run: Run,
    decisionCount: number,
    trainedOn: string,
  ): Promise<OddsModelRow> {
    await models.lock(tx);
    const version = ((await models.newest(tx))?.version ?? 0) + 1;
    const base = { id: newId(), version, decisionCount, trainedOn };
    const subject = { type: "OddsModel", id: base.id };
    if ("failure" in run) {
      const { failure, detail } = run;
      const row = await models.insert(tx, { ...base, state: OddsModelState.FAILED, failure, failureDetail: detail });
      const facts = { modelId: base.id, version, failure, detail };
      await this.kernel.events.record(tx, viewer, oddsEvents.failed, { subject, facts });
      return mustBe(row);
    }
    await models.retire(tx);
    const { model, figures, records } = run;
    const row = await models.insert(tx, { ...base, state: OddsModelState.ACTIVE, model, figures });
    await models.insertRecords(
      tx,
      records.map(([institutionId, kept]) => ({
        ...kept,
        modelId: base.id,
        institutionId,
        source: OddsSource.HOLDOUT,
      })),
    );
    const [area, brier] = [figures.auc.toFixed(4), figures.brier.toFixed(4)];
    const facts = { modelId: base.id, version, decisionCount, auc: area, brier };
    await this.kernel.events.record(tx, viewer, oddsEvents.trained, { subject, facts });
    return mustBe(row);
  }
}

/** Runs work to its end and lets everything else of this process run at each of its pauses. */
async function withoutHaste<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await setImmediate();
  }
}

function mustBe(row: OddsModelRow | undefined): OddsModelRow {
  if (!row) throw new Error("the model was not written");
  return row;
}

function byInstitution(
  holdout: readonly DecidedCase[],
  predictions: readonly number[],
): (readonly [string, Reliability])[] {
  const groups = Map.groupBy(holdout.keys(), (index) => holdout[index]?.application.institutionId ?? "");
  return [...groups].map(([institutionId, members]) => [
    institutionId,
    reliability({
      predictions: members.map((index) => predictions[index] ?? 0),
      outcomes: members.map((index) => (holdout[index]?.isApproved ? 1 : 0)),
    }),
  ]);
}
