import { addDays } from "@daichao/finance";
import { type Affinity, affinitiesOf, Movers, type Ranked, type RankWeights, rank, remaining } from "@daichao/scoring";
import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { CatalogService, PricedProduct } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { isMatch, type MatchLine } from "./match.rules.js";
import type { MatchService } from "./match.service.js";
import { failuresOf } from "./match.service.js";
import type { ToldOdds } from "./odds.rules.js";
import type { CurrentOdds, OddsModelService } from "./odds-model.service.js";
import type { KnownPerson, PersonFactsService } from "./person-facts.service.js";
import type { ProductPairService } from "./product-pair.service.js";
import * as rankings from "./ranking.repository.js";
import { type Entry, everybodysValues, lendsAmount, loanOf, type RankWish, storedFacts } from "./ranking.rules.js";
import { RankingBasis } from "./ranking.states.js";
import type { StoredAct, StoredItem } from "./ranking.tables.js";
import { rankingIdOf } from "./ranking-name.service.js";
import { weightsIn } from "./ranking-weight.rules.js";
import { fitsNeed, type ReasonValue, reasonOf } from "./ranking-word.rules.js";
import type { ShownBook } from "./shown-book.service.js";

export { inWords } from "./match-word.rules.js";
export type { ReasonValue } from "./ranking-word.rules.js";

/** One sign of interest in a product, as the activity module tells it. */
export interface TrailStep {
  readonly productId: string;
  readonly kind: string;
  readonly weight: number;
  /** Business time. */
  readonly occurredAt: Date;
}

/** How many people took an interest in both of two products, and in either. */
export interface CommonInterest {
  readonly productId: string;
  readonly otherProductId: string;
  readonly personCount: number;
  readonly productPersonCount: number;
  readonly otherPersonCount: number;
}

/** What the order needs of the activity module. */
export interface PersonalTrail {
  /** Whether this borrower has agreed to a personal order. */
  isPersonalised(reader: Reader, borrowerId: string): Promise<boolean>;
  /** Signs of interest since a business day, newest first. */
  trailOf(reader: Reader, actor: { readonly borrowerId: string }, sinceDay: string): Promise<readonly TrailStep[]>;
  /** Counts of people since a business day; nothing about anybody in particular. */
  coOccurrences(reader: Reader, sinceDay: string): Promise<readonly CommonInterest[]>;
}

export interface RankedItem {
  readonly place: number;
  /** Place in the order everybody gets; null where that leaves it out. */
  readonly guestPlace: number | null;
  readonly score: number;
  readonly priced: PricedProduct;
  readonly reasons: readonly ReasonValue[];
  readonly odds: ToldOdds | null;
}

export interface ExcludedItem {
  readonly priced: PricedProduct;
  readonly failures: readonly MatchLine[];
}

export interface RankingValue {
  readonly id: string;
  readonly basis: RankingBasis;
  readonly oddsModelVersion: number | null;
  readonly candidateCount: number;
  readonly items: readonly RankedItem[];
  readonly excluded: readonly ExcludedItem[];
}

interface Ground {
  readonly wish: RankWish;
  readonly weights: RankWeights;
  readonly odds: CurrentOdds | null;
  readonly lending: readonly PricedProduct[];
}

interface Person extends KnownPerson {
  readonly borrowerId: string;
  readonly acts: readonly StoredAct[];
  readonly affinities: ReadonlyMap<string, Affinity>;
}

/** After so many days a hundredth of an interest is left. */
const TRAIL_DAYS = 90;
const KEPT_ITEMS = 50;
const KEPT_ACTS = 60;
const MOST_EXCLUDED = 20;
const MOST_REASONS = 3;
const DAY_MS = 86_400_000;

/** The order in which products are recommended: everybody's, or one's own with consent. What is paid for never enters it. */
export class RankingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly catalog: CatalogService;
      readonly settings: SettingsService;
      readonly trail: PersonalTrail;
    },
    private readonly own: {
      readonly people: PersonFactsService;
      readonly odds: OddsModelService;
      readonly pairs: ProductPairService;
      readonly matches: MatchService;
      readonly shown: ShownBook;
    },
  ) {}

  /**
   * The published products that lend the amount, best first. For a borrower who agreed to it by their facts and trail,
   * without what they do not qualify for; for anybody else the order everybody gets.
   */
  async recommend(reader: Reader, viewer: Viewer, wish: RankWish, first: number): Promise<RankingValue> {
    const ground = await this.groundFor(wish);
    const everybodys = rank(this.everybodysEntries(ground), ground.weights);
    const basis = await this.basisFor(reader, viewer);
    if (basis !== RankingBasis.PERSONAL || viewer.kind !== "BORROWER")
      return this.shown(ground, basis, everybodys, everybodys, null, first);
    const person = await this.personOf(reader, viewer.borrowerId);
    const { entries, excluded } = this.personalEntries(ground, person);
    const order = rank(entries, ground.weights);
    return { ...this.shown(ground, basis, order, everybodys, person, first), excluded };
  }

  /** Deletes orders that have been kept for long enough by a business day. */
  forget(day: string): Promise<number> {
    const before = addDays(day, -this.left.settings.number("ranking.keepDays"));
    return this.kernel.db.write(system, (tx) => rankings.forgetBefore(tx, before));
  }

  private async basisFor(reader: Reader, viewer: Viewer): Promise<RankingBasis> {
    if (viewer.kind !== "BORROWER") return RankingBasis.GUEST;
    const isPersonal = await this.left.trail.isPersonalised(reader, viewer.borrowerId);
    return isPersonal ? RankingBasis.PERSONAL : RankingBasis.SWITCHED_OFF;
  }

  private async groundFor(wish: RankWish): Promise<Ground> {
    const { amount, termCount } = wish;
    const odds = await this.own.odds.current();
    const lending = this.left.catalog.priced({ amount, termCount }).filter((priced) => lendsAmount(priced, amount));
    return { wish, weights: weightsIn(this.left.settings), odds, lending };
  }

  private everybodysEntries({ wish, odds, lending }: Ground): Entry[] {
    return lending.map((priced) => this.entryOf(priced, wish, this.own.odds.chanceOf(odds, null, priced), 0));
  }

  private entryOf(priced: PricedProduct, wish: RankWish, chance: number, affinity: number): Entry {
    const { id, institutionId } = priced.product;
    return { id, institutionId, chance, affinity, complaints: 0, priced, ...everybodysValues(priced, wish) };
  }

  private async personOf(reader: Reader, borrowerId: string): Promise<Person> {
    const { clock } = this.kernel;
    const known = await this.own.people.of(reader, borrowerId);
    const steps = await this.left.trail.trailOf(reader, { borrowerId }, addDays(clock.today(), -TRAIL_DAYS));
    // Whole days: an order does not change from one minute to the next.
    const acts = steps.map(({ productId, kind, weight, occurredAt }) => {
      const ageDays = Math.floor((clock.businessNow().getTime() - occurredAt.getTime()) / DAY_MS);
      const act = { productId, weight, ageDays };
      return { ...act, kind, at: occurredAt.toISOString(), remaining: remaining(act) };
    });
    const affinities =
      acts.length === 0 ? new Map<string, Affinity>() : affinitiesOf(acts, await this.own.pairs.neighbours());
    const kept = acts.slice(0, KEPT_ACTS).map(({ ageDays: _, ...act }): StoredAct => act);
    return { ...known, borrowerId, acts: kept, affinities };
  }

  private personalEntries({ wish, odds, lending }: Ground, { facts, affinities }: Person) {
    const entries: Entry[] = [];
    const excluded: ExcludedItem[] = [];
    for (const priced of lending) {
      // The order offers each product's nearest term: a term it lacks lowers it, and shuts nothing out.
      const lines = this.own.matches.linesOf(facts, priced, { ...wish, termCount: priced.ask.termCount });
      if (isMatch(lines)) {
        const affinity = affinities.get(priced.product.id)?.value ?? 0;
        entries.push(this.entryOf(priced, wish, this.own.odds.chanceOf(odds, facts, priced), affinity));
      } else if (excluded.length < MOST_EXCLUDED) excluded.push({ priced, failures: failuresOf(lines) });
    }
    return { entries, excluded };
  }

  private shown(
    ground: Ground,
    basis: RankingBasis,
    order: readonly Ranked<Entry>[],
    everybodys: readonly Ranked<Entry>[],
    person: Person | null,
    first: number,
  ): RankingValue {
    const guestPlaces = new Map(everybodys.map(({ candidate }, index) => [candidate.id, index + 1]));
    const movers = new Movers(order, ground.weights);
    const items = order.slice(0, first).map((ranked, index): RankedItem => {
      const { priced, chance } = ranked.candidate;
      return {
        place: index + 1,
        guestPlace: guestPlaces.get(ranked.candidate.id) ?? null,
        score: ranked.score,
        priced,
        reasons: this.reasonsFor(ranked, movers, person),
        odds: person ? this.own.odds.told(ground.odds, priced.product.institutionId, chance) : null,
      };
    });
    const id = this.keep(ground, order, guestPlaces, person, items);
    const oddsModelVersion = ground.odds?.version ?? null;
    return { id, basis, oddsModelVersion, candidateCount: order.length, items, excluded: [] };
  }

  private reasonsFor(ranked: Ranked<Entry>, movers: Movers, person: Person | null): ReasonValue[] {
    const { candidate } = ranked;
    const [source] = person?.affinities.get(candidate.id)?.sources ?? [];
    const likened =
      source && source.productId !== candidate.id
        ? (this.left.catalog.publishedProductById(source.productId)?.name ?? null)
        : null;
    const moved = movers.of(ranked).slice(0, MOST_REASONS);
    return moved.length === 0 ? [fitsNeed] : moved.map(({ term }) => reasonOf(term, candidate.priced, likened));
  }

  /** Keeps the order under the name of its inputs. */
  private keep(
    { wish, weights, odds }: Ground,
    order: readonly Ranked<Entry>[],
    guestPlaces: ReadonlyMap<string, number>,
    person: Person | null,
    items: readonly RankedItem[],
  ): string {
    const stored = order.slice(0, KEPT_ITEMS).map((ranked) => storedItem(ranked, guestPlaces, person));
    const borrowerId = person?.borrowerId ?? null;
    const facts = person ? storedFacts(person.facts, person.profileVersion) : null;
    const { version } = this.left.catalog.snapshot();
    const row = {
      borrowerId,
      isPersonalised: person !== null,
      amount: String(wish.amount),
      termCount: wish.termCount,
      purpose: wish.purpose,
      modelId: odds?.id ?? null,
      catalogVersion: version,
      candidateCount: order.length,
      weights,
      facts,
      acts: person?.acts ?? [],
      items: stored,
      madeOn: this.kernel.clock.today(),
    };
    const id = rankingIdOf(row);
    const shownOn = row.madeOn;
    const told = items.flatMap(({ priced: { product, ask }, odds: seen }) =>
      seen && odds && borrowerId
        ? [
            {
              borrowerId,
              productId: product.id,
              institutionId: product.institutionId,
              modelId: odds.id,
              amountFen: String(ask.amount),
              termCount: ask.termCount,
              percent: seen.percent,
              shownOn,
            },
          ]
        : [],
    );
    this.own.shown.keep({ id, ...row }, told);
    return id;
  }
}

function storedItem(
  { candidate, score }: Ranked<Entry>,
  guestPlaces: ReadonlyMap<string, number>,
  person: Person | null,
): StoredItem {
  const { priced, id: productId, ...values } = candidate;
  const { versionId, category } = priced.product;
  return {
    ...values,
    productId,
    versionId,
    category,
    loan: loanOf(priced),
    score,
    guestPlace: guestPlaces.get(productId) ?? null,
    sources: person?.affinities.get(productId)?.sources.slice(0, 5) ?? [],
  };
}
