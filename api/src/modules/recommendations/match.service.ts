import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { defineLoader } from "../../kernel/loader/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import type { CatalogService, PricedProduct } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { debtBurdenOf } from "./burden.rules.js";
import { isMatch, type MatchLine, matchLines, type PersonFacts, refusalLines } from "./match.rules.js";
import { MatchVerdict } from "./match.states.js";
import type { ToldOdds } from "./odds.rules.js";
import type { CurrentOdds, OddsModelService } from "./odds-model.service.js";
import type { PersonFactsService } from "./person-facts.service.js";
import type { PrecheckFactsService } from "./precheck-facts.service.js";
import type { ShownBook } from "./shown-book.service.js";

export type { MatchLine as Line } from "./match.rules.js";

/** One product held against one person and wish. */
export interface MatchValue {
  readonly isMatch: boolean;
  readonly lines: readonly MatchLine[];
  readonly odds: ToldOdds | null;
}

export interface Wish {
  readonly amount: bigint;
  readonly termCount: number;
}

/** Whose facts: an account's, or those of a pre-check. */
export interface Asker {
  readonly facts: PersonFacts;
  readonly owner: { readonly borrowerId: string } | { readonly precheckId: string };
}

const MOST_TERMS = 360;

/** Whether products suit somebody, and how likely an approval is. */
export class MatchService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly catalog: CatalogService; readonly settings: SettingsService },
    private readonly own: {
      readonly people: PersonFactsService;
      readonly precheckFacts: PrecheckFactsService;
      readonly odds: OddsModelService;
      readonly shown: ShownBook;
    },
  ) {}

  /**
   * Whose facts a match goes by: the pre-check of the token that is the key, else the signed-in borrower's; null for
   * nobody. Asked for every product of a page and read once.
   */
  readonly asker = defineLoader<string, Asker | null>("matchAsker", (reader, tokens, viewer) =>
    Promise.all(tokens.map((token) => this.askerOf(reader, viewer, token))),
  );

  private async askerOf(reader: Reader, viewer: Viewer, token: string): Promise<Asker | null> {
    if (token !== "") {
      const found = await this.own.precheckFacts.find(token);
      if (found) return { facts: found.facts, owner: { precheckId: found.id } };
    }
    if (viewer.kind !== "BORROWER") return null;
    const { facts, profileVersion } = await this.own.people.of(reader, viewer.borrowerId);
    return profileVersion === 0 ? null : { facts, owner: { borrowerId: viewer.borrowerId } };
  }

  /** How one published product suits somebody for a wish; null where the product is not offered or the wish is none. */
  async matchOf(asker: Asker | null, productId: string, wish: Wish): Promise<MatchValue | null> {
    if (!asker || wish.amount <= 0n || wish.termCount < 1 || wish.termCount > MOST_TERMS) return null;
    const priced = this.left.catalog.priced(wish, new Set([productId]))[0];
    if (!priced) return null;
    const current = await this.own.odds.current();
    const match = this.valueOf(asker.facts, priced, wish, current);
    this.noteShown(asker, current, wish, [{ priced, match }]);
    return match;
  }

  valueOf(facts: PersonFacts, priced: PricedProduct, wish: Wish, current: CurrentOdds | null): MatchValue {
    const lines = this.linesOf(facts, priced, wish);
    const fits = isMatch(lines);
    const { institutionId } = priced.product;
    const chance = fits ? this.own.odds.chanceOf(current, facts, priced) : 0;
    return { isMatch: fits, lines, odds: fits ? this.own.odds.told(current, institutionId, chance) : null };
  }

  linesOf(facts: PersonFacts, { product, ask, cost }: PricedProduct, { amount, termCount }: Wish): MatchLine[] {
    const maxDebtShare = this.left.settings.number("matching.maxDebtShare");
    const monthlyBurden = debtBurdenOf(ask, cost);
    return [
      ...matchLines(facts, product, { amount, termCount, monthlyBurden, maxDebtShare }),
      ...refusalLines(facts, product.id, amount),
    ];
  }

  /** Notes odds that somebody is shown, so that they can be held against what comes of them. */
  noteShown(
    { owner }: Pick<Asker, "owner">,
    current: CurrentOdds | null,
    wish: Wish,
    seen: readonly { readonly priced: PricedProduct; readonly match: MatchValue }[],
  ): void {
    if (!current) return;
    const shownOn = this.kernel.clock.today();
    const rows = seen.flatMap(({ priced: { product }, match: { odds } }) =>
      odds
        ? [
            {
              ...owner,
              productId: product.id,
              institutionId: product.institutionId,
              modelId: current.id,
              amountFen: String(wish.amount),
              termCount: wish.termCount,
              percent: odds.percent,
              shownOn,
            },
          ]
        : [],
    );
    const who = "borrowerId" in owner ? owner.borrowerId : owner.precheckId;
    const what = rows.map(({ productId, percent }) => `${productId}:${percent}`).join();
    this.own.shown.keepOdds(`${who}|${current.id}|${wish.amount}|${wish.termCount}|${shownOn}|${what}`, rows);
  }
}

/** The criteria that stand in the way. */
export const failuresOf = (lines: readonly MatchLine[]): MatchLine[] =>
  lines.filter(({ verdict }) => verdict === MatchVerdict.NOT_MET);
