import { randomBytes } from "node:crypto";
import { addDays } from "@daichao/finance";
import { sha256 } from "../../kernel/crypto/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { EmploymentKind, FactSource, type ProfileField, type ProfileService } from "../borrowers/index.js";
import type { CatalogService, PricedProduct } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { isMatch } from "./match.rules.js";
import type { MatchService, MatchValue } from "./match.service.js";
import type { OddsBand } from "./match.states.js";
import { bandOf } from "./odds.rules.js";
import type { OddsModelService } from "./odds-model.service.js";
import * as prechecks from "./precheck.repository.js";
import {
  type Advice,
  type AdviceWish,
  adviceFor,
  checkAnswers,
  factsOfAnswers,
  type PrecheckAnswers,
} from "./precheck.rules.js";
import type { PrecheckRow } from "./precheck.tables.js";
import type { PrecheckFactsService } from "./precheck-facts.service.js";
import { precheckErrors } from "./recommendation.errors.js";
import { precheckEvents } from "./recommendation.events.js";
import * as shown from "./shown-odds.repository.js";

export interface PrecheckItem {
  readonly priced: PricedProduct;
  readonly match: MatchValue;
}

/** The answers as kept, and what they come to on today's shelf. */
export interface PrecheckValue extends PrecheckRow {
  readonly token: string;
  readonly isClaimed: boolean;
  /** Of the likeliest product that may tell its odds; null where none does or none suits. */
  readonly band: OddsBand | null;
  readonly matchCount: number;
  readonly productCount: number;
  readonly items: readonly PrecheckItem[];
  readonly advice: readonly Advice[];
}

export interface ClaimAnswer {
  readonly fields: readonly ProfileField[];
}

const TOKEN_BYTES = 32;

/** Five questions before anybody has an account. No bureau is asked and no lender hears of it. */
export class PrecheckService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly catalog: CatalogService;
      readonly settings: SettingsService;
      readonly profiles: ProfileService;
    },
    private readonly own: {
      readonly facts: PrecheckFactsService;
      readonly matches: MatchService;
      readonly odds: OddsModelService;
    },
  ) {}

  /** @throws PRECHECK_… on the first answer that cannot be true; PRECHECK_TOO_MANY from one address. */
  async run(answers: PrecheckAnswers, ip: string | null): Promise<PrecheckValue> {
    checkAnswers(answers);
    const { clock, db, vault } = this.kernel;
    const { settings } = this.left;
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const sourceIndex = ip === null ? null : vault.blindIndex("precheck-source", ip);
    const row = await db.write(system, async (tx) => {
      const most = settings.number("precheck.perIpPerHour");
      if (sourceIndex && (await prechecks.countFrom(tx, sourceIndex)) >= most) throw precheckErrors.tooMany();
      return prechecks.insert(tx, {
        ...answers,
        id: newId(),
        tokenHash: sha256(token),
        sourceIndex,
        checkedAt: clock.businessNow(),
        expiresOn: addDays(clock.today(), settings.number("precheck.keepDays")),
      });
    });
    if (!row) throw new Error("the pre-check was not written");
    return this.valueOf(row, token);
  }

  /** What a pre-check comes to on today's shelf; null for a token that is unknown or has run out. */
  async find(token: string): Promise<PrecheckValue | null> {
    const row = await this.own.facts.row(token);
    return row ? this.valueOf(row, token) : null;
  }

  /**
   * Gives a pre-check to the signed-in borrower and takes its answers into the profile where that has none or stale
   * ones, with their source and age. Claiming one's own again changes nothing.
   * @throws NOT_FOUND for an unknown token and for somebody else's pre-check.
   */
  async claim(viewer: Viewer, token: string): Promise<ClaimAnswer> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const row = await this.own.facts.row(token);
    if (!row || (row.borrowerId && row.borrowerId !== viewer.borrowerId)) throw kernelErrors.notFound();
    if (row.borrowerId) return { fields: [] };
    const { borrowerId } = viewer;
    // A pre-check that nobody holds has no owner whom a wall could know.
    return this.kernel.db.write(system, async (tx) => {
      const claimed = await prechecks.claim(tx, row.id, { borrowerId, claimedAt: this.kernel.clock.businessNow() });
      if (!claimed) throw kernelErrors.notFound();
      const { monthlyIncome, monthlyDebtPayment } = row;
      const employment = Object.values(EmploymentKind).find((kind) => kind === row.employment) ?? null;
      const { province } = factsOfAnswers(row);
      const said = { employment, monthlyIncome, monthlyDebtPayment, province };
      const { checkedAt } = row;
      const fields = await this.left.profiles.recordFacts(tx, borrowerId, said, FactSource.PRECHECK, checkedAt);
      await shown.claim(tx, row.id, borrowerId);
      await this.kernel.events.record(tx, viewer, precheckEvents.claimed, {
        subject: { type: "Precheck", id: row.id },
        borrowerId,
        facts: { precheckId: row.id, fields },
      });
      return { fields };
    });
  }

  /** Deletes what has run out by a business day. */
  forget(day: string): Promise<number> {
    return this.kernel.db.write(system, (tx) => prechecks.forgetBefore(tx, day));
  }

  private async valueOf(row: PrecheckRow, token: string): Promise<PrecheckValue> {
    const wish = { amount: row.amount, termCount: row.termCount };
    const facts = factsOfAnswers(row);
    const current = await this.own.odds.current();
    const items = this.left.catalog.priced(wish).map((priced) => ({
      priced,
      match: this.own.matches.valueOf(facts, priced, wish, current),
    }));
    items.sort(byPromise);
    const fitting = items.filter(({ match }) => match.isMatch);
    this.own.matches.noteShown({ owner: { precheckId: row.id } }, current, wish, fitting);
    const most = Math.max(0, ...fitting.map(({ match }) => match.odds?.percent ?? 0));
    return {
      ...row,
      token,
      isClaimed: row.borrowerId !== null,
      band: most > 0 ? bandOf(most / 100) : null,
      matchCount: fitting.length,
      productCount: items.length,
      items,
      advice: this.adviceOf(row, items),
    };
  }

  /** Products whose other conditions are met could suit a changed wish; each wish is counted on them exactly. */
  private adviceOf(row: PrecheckRow, items: readonly PrecheckItem[]): Advice[] {
    const facts = factsOfAnswers(row);
    const within = new Set<string>(["AMOUNT", "TERM", "DEBT_SHARE"]);
    const open = items.filter(({ match: { lines } }) =>
      lines.every(({ criterion, verdict }) => verdict !== "NOT_MET" || within.has(criterion)),
    );
    const ids = new Set(open.map(({ priced }) => priced.product.id));
    const terms = [...new Set(open.flatMap(({ priced }) => priced.product.termOptions))];
    const count = (wish: AdviceWish) =>
      this.left.catalog.priced(wish, ids).filter((priced) => isMatch(this.own.matches.linesOf(facts, priced, wish)))
        .length;
    return adviceFor({ amount: row.amount, termCount: row.termCount }, terms, count);
  }
}

/** What suits first, then the likelier, then the cheaper. */
function byPromise(a: PrecheckItem, b: PrecheckItem): number {
  return (
    Number(b.match.isMatch) - Number(a.match.isMatch) ||
    (b.match.odds?.percent ?? 0) - (a.match.odds?.percent ?? 0) ||
    Number(a.priced.cost.totalCost - b.priced.cost.totalCost) ||
    (a.priced.product.id < b.priced.product.id ? -1 : 1)
  );
}
