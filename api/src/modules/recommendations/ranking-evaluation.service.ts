import { setImmediate } from "node:timers/promises";
import {
  type Act,
  affinitiesOf,
  byPopularity,
  meanOfTop,
  type Neighbours,
  ndcg,
  type OddsModel,
  oddsOf,
  pairsOf,
  type RankWeights,
  rank,
} from "@daichao/scoring";
import type { LoanPurpose } from "../applications/index.js";
import type { CatalogService, PricedProduct, ProductCategory } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { debtBurdenOf } from "./burden.rules.js";
import { isMatch, matchLines } from "./match.rules.js";
import type { DecidedCase, TimeSplit } from "./odds-case.rules.js";
import { oddsGroups, oddsValues } from "./odds-feature.rules.js";
import type { RankingFigures } from "./odds-model.tables.js";
import { APPLIED, basketsOf, neighboursOf } from "./product-pair.service.js";
import { everybodysValues, lendsAmount, type RankWish } from "./ranking.rules.js";
import { weightsIn } from "./ranking-weight.rules.js";

const MOST_WISHES = 250;
const DAY_MS = 86_400_000;
const HEAD = 5;

/** What a stated purpose is looked for under. */
export const categoryOf: Readonly<Record<LoanPurpose, ProductCategory>> = {
  RENOVATION: "RENOVATION",
  CAR: "CAR",
  EDUCATION: "EDUCATION",
  MEDICAL: "MEDICAL",
  TRAVEL: "TRAVEL",
  WEDDING: "CONSUMPTION",
  DAILY_CONSUMPTION: "CONSUMPTION",
  BUSINESS: "BUSINESS",
  DEBT_CONSOLIDATION: "DEBT_CONSOLIDATION",
  OTHER: "CONSUMPTION",
};

interface Known {
  readonly model: OddsModel;
  readonly weights: RankWeights;
  readonly neighbours: Neighbours;
  readonly trails: ReadonlyMap<string, readonly DecidedCase[]>;
  readonly popular: readonly string[];
}

interface Judged {
  readonly ours: number;
  readonly popularity: number;
  readonly cheapest: number;
  readonly ourCost: number;
  readonly popularCost: number;
}

/**
 * How the order would have done: everything is learned from the older part of time, and the newer part is asked which
 * products people then applied for. Always beside the two orders anybody could make: by popularity and by cost.
 */
export class RankingEvaluation {
  constructor(
    private readonly catalog: CatalogService,
    private readonly settings: SettingsService,
  ) {}

  /** Null where no newer application is for a product still on the shelf. */
  async judge(model: OddsModel, { training, calibration, holdout }: TimeSplit): Promise<RankingFigures | null> {
    const past = [...training, ...calibration];
    const counts = new Map<string, number>();
    for (const { application } of past) counts.set(application.productId, (counts.get(application.productId) ?? 0) + 1);
    const known: Known = {
      model,
      weights: weightsIn(this.settings),
      neighbours: neighboursOf(pairsOf(basketsOf(past))),
      trails: Map.groupBy(past, ({ application }) => application.borrowerId),
      popular: byPopularity(counts),
    };
    const sessions = [...Map.groupBy(holdout, ({ application }) => application.draftId).values()];
    const step = Math.max(1, sessions.length / MOST_WISHES);
    const judged: Judged[] = [];
    for (let at = 0; at < sessions.length; at += step) {
      const found = this.judgeOne(sessions[Math.floor(at)] ?? [], known);
      if (found) judged.push(found);
      if (judged.length % 10 === 0) await setImmediate();
    }
    return judged.length === 0 ? null : meansOf(judged);
  }

  private judgeOne(session: readonly DecidedCase[], known: Known): Judged | null {
    const [first] = session;
    if (!first) return null;
    const { application } = first;
    const { amount, termCount } = application;
    const wish: RankWish = { amount, termCount, purpose: categoryOf[application.purpose] };
    const lending = this.catalog.priced({ amount, termCount }).filter((priced) => lendsAmount(priced, amount));
    const onShelf = new Map(lending.map((priced) => [priced.product.id, priced]));
    const wanted = new Set(session.map((each) => each.application.productId).filter((id) => onShelf.has(id)));
    if (wanted.size === 0) return null;
    const costOf = (id: string) => onShelf.get(id)?.cost.annualCost ?? 0;
    const ours = this.orderFor(first, wish, lending, known);
    const popular = known.popular.filter((id) => onShelf.has(id));
    const cheapest = [...onShelf.keys()].sort((a, b) => costOf(a) - costOf(b) || (a < b ? -1 : 1));
    return {
      ours: ndcg(ours, wanted),
      popularity: ndcg(popular, wanted),
      cheapest: ndcg(cheapest, wanted),
      ourCost: meanOfTop(ours, costOf, HEAD),
      popularCost: meanOfTop(popular, costOf, HEAD),
    };
  }

  private orderFor(first: DecidedCase, wish: RankWish, lending: readonly PricedProduct[], known: Known): string[] {
    const { model, weights, neighbours, trails } = known;
    const { facts, application } = first;
    const acts = (trails.get(application.borrowerId) ?? []).map(
      (earlier): Act => ({
        productId: earlier.application.productId,
        weight: APPLIED,
        ageDays: (application.submittedAt.getTime() - earlier.application.submittedAt.getTime()) / DAY_MS,
      }),
    );
    const affinities = affinitiesOf(acts, neighbours);
    const maxDebtShare = this.settings.number("matching.maxDebtShare");
    const fitting = lending.filter(({ product, ask, cost }) =>
      isMatch(
        matchLines(facts, product, {
          amount: wish.amount,
          termCount: ask.termCount,
          monthlyBurden: debtBurdenOf(ask, cost),
          maxDebtShare,
        }),
      ),
    );
    const candidates = (fitting.length > 0 ? fitting : lending).map((priced) => {
      const { product, ask, cost } = priced;
      const loan = { amount: ask.amount, monthlyBurden: debtBurdenOf(ask, cost) };
      return {
        id: product.id,
        institutionId: product.institutionId,
        chance: oddsOf(model, { values: oddsValues(facts, loan), groups: oddsGroups(product) }),
        affinity: affinities.get(product.id)?.value ?? 0,
        complaints: 0,
        ...everybodysValues(priced, wish),
      };
    });
    return rank(candidates, weights).map(({ candidate }) => candidate.id);
  }
}

function meansOf(judged: readonly Judged[]): RankingFigures {
  const mean = (of: (one: Judged) => number) => judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
  return {
    wishCount: judged.length,
    ndcg: mean(({ ours }) => ours),
    popularityNdcg: mean(({ popularity }) => popularity),
    cheapestNdcg: mean(({ cheapest }) => cheapest),
    topCost: Math.round(mean(({ ourCost }) => ourCost)),
    popularityTopCost: Math.round(mean(({ popularCost }) => popularCost)),
  };
}
