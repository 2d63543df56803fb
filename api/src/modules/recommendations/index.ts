/**
 * Which products suit whom: conditions held against what is known, calibrated odds of approval, the order in which
 * products are recommended and why. Knows no advertiser: what is paid for stands in marketing, outside the order.
 */
export type { MatchService, MatchValue } from "./match.service.js";
export { AgeBand, MatchCriterion, MatchVerdict, OddsBand } from "./match.states.js";
export type { OddsModelService } from "./odds-model.service.js";
export { OddsFailure, OddsModelState, OddsSource } from "./odds-model.states.js";
export type { PrecheckService, PrecheckValue } from "./precheck.service.js";
export type { CommonInterest, PersonalTrail, RankingService, RankingValue, TrailStep } from "./ranking.service.js";
export { RankingBasis, RankReasonCode } from "./ranking.states.js";
export { oddsEvents, precheckEvents } from "./recommendation.events.js";
