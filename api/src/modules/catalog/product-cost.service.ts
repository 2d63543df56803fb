import { costOfCredit } from "@daichao/finance";
import { canonical } from "../../kernel/once/index.js";
import type { CostFigures } from "./product-search.rules.js";
import { type Ask, type PricedTerms, unshiftedTermsOf } from "./quote.rules.js";
import { nearestQuoteOf, type QuoteValue, quoteOf, type Wish } from "./quote.service.js";
import { RecentValues } from "./recent-values.rules.js";

const COSTS_KEPT = 40_000;
const QUOTES_KEPT = 1_500;

/**
 * Costs and quotes already worked out, by exact amount, term, method and day. Products in a list are compared by the
 * same figures their quotes show: due-day shifts move no amount and neither rate that is counted by periods.
 */
export class ProductCosts {
  private readonly costs = new RecentValues<CostFigures>(COSTS_KEPT);
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
    return this.costs.getOr(`${ask.amount}|${ask.termCount}|${ask.method}|${ask.startOn}|${costKey}`, () => {
      const cost = costOfCredit(unshiftedTermsOf(product, ask));
      return { totalCost: cost.totalFinancingCost, annualCost: cost.aprNominal, highestPayment: cost.highestPayment };
    });
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
}
