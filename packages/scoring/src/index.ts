/**
 * Underwriting as a pure function: typed rules, a score card, decision tables, limits and prices, and why.
 * A model is JSON that two people approved; a decision is that model applied to facts, with a trace that replays.
 * Beside it: odds of approval with their calibration, and the order in which a person is shown products.
 * Knows no clock, no database and no institution; the seeded policies live with whoever calls.
 */

export { type ChangeableField, changeableFields } from "./advice/changeable.ts";
export { type Counterfactual, counterfactual, scoreAdvice } from "./advice/counterfactual.ts";
export { type MonotonicityBreak, monotonicityBreaks } from "./advice/monotone.ts";
export { type RuleAdvice, ruleAdvice } from "./advice/rule-advice.ts";
export { calibrated, fitIsotonic, type IsotonicCurve, surest } from "./calibration/isotonic.ts";
export {
  explainOdds,
  type FittedFeature,
  type OddsCase,
  type OddsExplanation,
  type OddsFactor,
  type OddsFeature,
  type OddsModel,
  oddsOf,
  oddsTraining,
  trainOdds,
  type WrongSigns,
} from "./calibration/odds.ts";
export { type Reliability, type ReliabilityPoint, reliability, wilson } from "./calibration/reliability.ts";
export type { Problem, ProblemCode } from "./check/problem.ts";
export { validateModel } from "./check/validate-model.ts";
export { scoreFacts } from "./engine/card.ts";
export { decide } from "./engine/decide.ts";
export { compareOutcomes } from "./engine/verdict.ts";
export {
  all,
  any,
  between,
  type Comparison,
  type Condition,
  eq,
  fieldOf,
  ge,
  gt,
  isIn,
  isKnown,
  le,
  lt,
  ne,
  not,
  type Operand,
  type Truth,
} from "./model/condition.ts";
export type {
  Check,
  Decision,
  Operator,
  ScoreReason,
  ScoreResult,
  Stage,
  SuggestedTerms,
  TraceEntry,
} from "./model/decision.ts";
export { calc, type Expression } from "./model/expression.ts";
export type {
  Bin,
  Cell,
  Characteristic,
  DecisionModel,
  DecisionTable,
  DerivedField,
  HardRule,
  HitPolicy,
  Outcome,
  RowEffect,
  ScoreBand,
  ScoreCard,
  Severity,
  Span,
  TableColumn,
  TableRow,
  TermsPolicy,
} from "./model/model.ts";
export {
  type Act,
  type Affinity,
  type AffinitySource,
  affinitiesOf,
  type CountedPair,
  halfLifeDays,
  type Neighbours,
  type ProductPair,
  pairsOf,
  remaining,
} from "./ranking/affinity.ts";
export { byPopularity, meanOfTop, ndcg } from "./ranking/measures.ts";
export { type Mover, Movers } from "./ranking/movers.ts";
export {
  byScore,
  componentsOf,
  diversity,
  type RankCandidate,
  type RankComponents,
  type Ranked,
  type RankTerm,
  type RankWeights,
  rank,
  rankTerms,
  sumOf,
} from "./ranking/rank.ts";
export { ScoringError, ScoringErrorCode } from "./scoring-error.ts";
export { bestOrder, orderValue, type SequenceOption, type SequenceOrder } from "./sequence/order.ts";
export type { BinningLimits, TrainingColumn } from "./training/binning.ts";
export { seeded, stratifiedFolds } from "./training/folds.ts";
export { type Fit, fitLogistic } from "./training/logistic.ts";
export {
  auc,
  brier,
  type CalibrationRow,
  calibration,
  ks,
  psi,
  type Sample,
  type Stability,
} from "./training/measures.ts";
export {
  probabilityOfBad,
  type TrainedCard,
  type TrainingOptions,
  trainCard,
  trainingDefaults,
} from "./training/train-card.ts";
export { canonicalJson } from "./values/canonical-json.ts";
export type { Day } from "./values/day.ts";
export {
  type Advice,
  decodeFacts,
  defineFields,
  type EncodedFacts,
  encodeFacts,
  type FactsOf,
  type Field,
  type FieldCatalogue,
  type FieldSource,
  type Locale,
  type LocalText,
  misfits,
} from "./values/field.ts";
export {
  choice,
  count,
  day,
  type Facts,
  type FactValue,
  type FieldKind,
  fen,
  flag,
  type Literal,
  ppm,
} from "./values/value.ts";
export { type ApplicantExplanation, explainForApplicant } from "./words/applicant.ts";
export { valueText } from "./words/format.ts";
export { applicantReasons, isReasonCode, type ReasonCode, reasonCodes } from "./words/reasons.ts";
export { againstForReviewer, explainForReviewer } from "./words/reviewer.ts";
