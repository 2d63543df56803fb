import { costOfCredit } from "@daichao/finance";
import { canonical } from "../../kernel/once/index.js";
import type { CostFigures } from "./product-search.rules.js";
import { type Ask, type PricedTerms, unshiftedTermsOf } from "./quote.rules.js";
import { nearestQuoteOf, type QuoteValue, quoteOf, type Wish } from "./quote.service.js";
import { RecentValues } from "./recent-values.rules.js";

/** About 25 MB. Past it everything is forgotten at once: costs are cheap to work out again, and lists ask for whole catalogues. */
const COSTS_KEPT = 200_000;
const QUOTES_KEPT = 1_500;

/**
 * Costs and quotes already worked out, by exact amount, term, method and day. Products in a list are compared by the
 * same figures their quotes show: due-day shifts move no amount and neither rate that is counted by periods.
 */
export class ProductCosts {
  private readonly costs = new Map<string, Map<string, CostFigures>>();
  private costCount = 0;
  private last: { readonly ask: Ask; readonly figures: Map<string, CostFigures> } | undefined;
  private readonly quotes = new RecentValues<QuoteValue>(QUOTES_KEPT);
  private readonly keys = new Map<string, string>();

  /** Products with the same key cost the same for the same ask: names and payees do not count, what is charged does. */
  keyOf({ rateMax, dayCount, fees }: PricedTerms): string {
    const charged = fees.map(({ timing, basis, amount, rate, payment }) => [
      timing,
      basis,
      amount ?? null,
      rate ?? null,
      payment,
    ]);
    const text = canonical([rateMax, dayCount, charged]);
    const known = this.keys.get(text);
    if (known) return known;
    const key = String(this.keys.size);
    this.keys.set(text, key);
    return key;
  }

  costOf(costKey: string, product: PricedTerms, ask: Ask): CostFigures {
    const figures = this.figuresFor(ask);
    const known = figures.get(costKey);
    if (known) return known;
    const cost = costOfCredit(unshiftedTermsOf(product, ask));
    const made = {
      totalCost: cost.totalFinancingCost,
      annualCost: cost.aprNominal,
      highestPayment: cost.highestPayment,
    };
    figures.set(costKey, made);
    this.costCount += 1;
    if (this.costCount > COSTS_KEPT) this.forgetCosts();
    return made;
  }

  quoteOf(versionId: string, product: PricedTerms, ask: Ask): QuoteValue {
    const { amount, termCount, method, startOn, annualRate } = ask;
    return this.quotes.getOr(`${versionId}|${amount}|${termCount}|${method}|${startOn}|${annualRate ?? ""}`, () =>
      quoteOf(product, ask),
    );
  }

  nearestQuoteOf(versionId: string, product: PricedTerms, wish: Wish): QuoteValue {
    const { amount, termCount, method, startOn } = wish;
    return this.quotes.getOr(`${versionId}|${amount ?? ""}|${termCount ?? ""}|${method ?? ""}|${startOn}|nearest`, () =>
      nearestQuoteOf(product, wish),
    );
  }

  // A list asks product after product for the same loan: its figures are looked up once.
  private figuresFor(ask: Ask): Map<string, CostFigures> {
    const { amount, termCount, method, startOn } = ask;
    const before = this.last?.ask;
    const isSame =
      before?.amount === amount &&
      before.termCount === termCount &&
      before.method === method &&
      before.startOn === startOn;
    if (this.last && isSame) return this.last.figures;
    const key = `${amount}|${termCount}|${method}|${startOn}`;
    const figures = this.costs.get(key) ?? new Map<string, CostFigures>();
    this.costs.set(key, figures);
    this.last = { ask, figures };
    return figures;
  }

  private forgetCosts(): void {
    this.costs.clear();
    this.costCount = 0;
    this.last = undefined;
  }
}
