import { componentsOf, explainOdds, type RankComponents, type RankWeights } from "@daichao/scoring";
import type { Reader } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import { scopeOf, type Viewer } from "../../kernel/viewer/index.js";
import { oddsGroups, oddsValues } from "./odds-feature.rules.js";
import * as models from "./odds-model.repository.js";
import * as rankings from "./ranking.repository.js";
import { factsFrom, isRebuilt } from "./ranking.rules.js";
import type { RankingRow, StoredAct, StoredItem } from "./ranking.tables.js";
import type { ShownBook } from "./shown-book.service.js";

export interface RankPart {
  readonly term: keyof RankWeights;
  /** 0 to 1: what was looked at. */
  readonly value: number;
  readonly weight: number;
  /** Whole points. */
  readonly points: number;
}

export interface CountedActValue extends StoredAct {
  /** Of this product's affinity, 0 to 1. */
  readonly share: number;
}

export interface RankExplanationValue {
  readonly rankingId: string;
  readonly productId: string;
  readonly isPersonalised: boolean;
  readonly madeAt: Date;
  readonly place: number;
  readonly guestPlace: number | null;
  readonly candidateCount: number;
  readonly score: number;
  /** Chance of approval that every positive part was multiplied by. */
  readonly chance: number;
  readonly parts: readonly RankPart[];
  /** What the chance was made of; empty without a model. */
  readonly factors: readonly { readonly name: string; readonly effect: number }[];
  readonly acts: readonly CountedActValue[];
  readonly oddsModelVersion: number | null;
  readonly isRebuilt: boolean;
}

const TERMS = ["cost", "affinity", "purpose", "term", "limit", "complaints"] as const;
const LEVELS = ["category", "institution", "product"] as const;
const HAIR = 1e-9;

/** Why a product stood where it stood, worked out again from what was kept when the order was shown. */
export class RankExplanationService {
  constructor(private readonly shown: ShownBook) {}

  /** @throws NOT_FOUND for an order that is not kept or not one's own, and for a product it did not show. */
  async explain(reader: Reader, viewer: Viewer, rankingId: string, productId: string): Promise<RankExplanationValue> {
    if (!isId(rankingId)) throw kernelErrors.notFound();
    await this.shown.flush();
    const row = await rankings.find(reader, scopeOf(viewer), rankingId);
    const index = row?.items.findIndex((item) => item.productId === productId) ?? -1;
    const item = row?.items[index];
    if (!row || !item) throw kernelErrors.notFound();
    const model = row.modelId ? await models.find(reader, row.modelId) : undefined;
    const odds = model?.model ? explainOdds(model.model, askedOf(row, item), LEVELS) : undefined;
    const components = componentsOf({ ...item, id: item.productId }, row.weights);
    const isChanceKept = odds === undefined || Math.abs(odds.chance - item.chance) < HAIR;
    return {
      rankingId,
      productId,
      isPersonalised: row.isPersonalised,
      madeAt: row.createdAt,
      place: index + 1,
      guestPlace: item.guestPlace,
      candidateCount: row.candidateCount,
      score: item.score,
      chance: item.chance,
      parts: partsOf(item, components, row.weights),
      factors: odds?.factors ?? [],
      acts: actsOf(row, item),
      oddsModelVersion: model?.version ?? null,
      isRebuilt: isChanceKept && isRebuilt(row.items, row.weights),
    };
  }
}

function askedOf({ facts }: RankingRow, item: StoredItem) {
  const loan = { amount: BigInt(item.loan.amount), monthlyBurden: BigInt(item.loan.monthlyBurden) };
  const { productId: id, institutionId, category } = item;
  return {
    values: oddsValues(facts ? factsFrom(facts) : null, loan),
    groups: oddsGroups({ id, institutionId, category }),
  };
}

const partsOf = (item: StoredItem, components: RankComponents, weights: RankWeights): RankPart[] =>
  TERMS.map((term) => ({ term, value: item[term], weight: weights[term], points: components[term] }));

/** The acts behind a product's affinity; a source's share is divided among its acts by what was left of each. */
function actsOf({ acts }: RankingRow, { sources }: StoredItem): CountedActValue[] {
  return sources
    .flatMap(({ productId, share }) => {
      const own = acts.filter((act) => act.productId === productId);
      const all = own.reduce((sum, act) => sum + act.remaining, 0);
      return own.map((act) => ({ ...act, share: all === 0 ? 0 : (share * act.remaining) / all }));
    })
    .sort((a, b) => b.share - a.share);
}
