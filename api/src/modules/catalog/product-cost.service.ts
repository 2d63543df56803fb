import { costOfCredit, type Fen, type LoanTotals, totalsByPrincipal } from "@daichao/finance";
import { canonical } from "../../kernel/once/index.js";
import { ListedQuote } from "./listed-quote.rules.js";
import type { CostFigures } from "./product-search.rules.js";
import { type Ask, type PricedTerms, unshiftedTermsOf } from "./quote.rules.js";
import { nearestQuoteOf, type QuoteValue, quoteOf, type Wish } from "./quote.service.js";
import { RecentValues } from "./recent-values.rules.js";

/** Past it everything is forgotten at once: costs are cheap to work out again, and what is kept long costs the collector more. */
const COSTS_KEPT = 20_000;
const QUOTES_KEPT = 1_500;
const PLANS_KEPT = 20_000;

/** The sums of loans of one term, method and day, by their amount. */
type TotalsOf = (amount: Fen) => LoanTotals;

/** What one loan costs, the sums at once and the yearly figure when somebody asks: most lists do not. */
class ComparedCost implements CostFigures {
  readonly totals: LoanTotals;
  private yearly: number | undefined;

  constructor(
    private readonly product: PricedTerms,
    private readonly ask: Ask,
    totalsOf: TotalsOf,
  ) {
    this.totals = totalsOf(ask.amount);
  }

  get totalCost(): bigint {
    return this.totals.interest + this.totals.fees;
  }

  get highestPayment(): bigint {
    return this.totals.highestPayment;
  }

  get annualCost(): number {
    this.yearly ??= costOfCredit(unshiftedTermsOf(this.product, this.ask)).aprNominal;
    return this.yearly;
  }
}

/**
 * Costs and quotes already worked out, by exact amount, term, method and day. Products in a list are compared by the
 * same figures their quotes show: due-day shifts move no amount and neither rate that is counted by periods.
 */
export class ProductCosts {
  private readonly costs = new Map<string, Map<string, ComparedCost>>();
  private costCount = 0;
  private readonly plans = new Map<string, Map<string, TotalsOf>>();
  private planCount = 0;
  private last:
    | { readonly ask: Ask; readonly figures: Map<string, ComparedCost>; readonly plans: Map<string, TotalsOf> }
    | undefined;
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

  costOf(costKey: string, product: PricedTerms, ask: Ask): ComparedCost {
    const { figures, plans } = this.listOf(ask);
    const known = figures.get(costKey);
    if (known) return known;
    const made = new ComparedCost(product, ask, this.planOf(plans, costKey, product, ask));
    figures.set(costKey, made);
    this.costCount += 1;
    if (this.costCount > COSTS_KEPT) this.forgetCosts();
    return made;
  }

  private planOf(plans: Map<string, TotalsOf>, costKey: string, product: PricedTerms, ask: Ask): TotalsOf {
    const known = plans.get(costKey);
    if (known) return known;
    const made = totalsByPrincipal(unshiftedTermsOf(product, ask));
    plans.set(costKey, made);
    this.planCount += 1;
    if (this.planCount > PLANS_KEPT) this.forgetPlans();
    return made;
  }

  /** The quote of a product in a list: the sums it was sorted by, the rest of it when somebody asks. */
  listedQuoteOf(
    { costKey, product }: { readonly costKey: string; readonly product: PricedTerms & { readonly versionId: string } },
    ask: Ask,
    isAmountAdjusted: boolean,
  ): QuoteValue {
    const cost = this.costOf(costKey, product, ask);
    const whole = () => this.quoteOf(product.versionId, product, ask);
    return new ListedQuote(ask, product.rateMax, cost.totals, isAmountAdjusted, () => cost.annualCost, whole);
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
  private listOf(ask: Ask): NonNullable<ProductCosts["last"]> {
    const { amount, termCount, method, startOn, annualRate } = ask;
    const before = this.last?.ask;
    const isSame =
      before?.amount === amount &&
      before.termCount === termCount &&
      before.method === method &&
      before.startOn === startOn &&
      before.annualRate === annualRate;
    if (this.last && isSame) return this.last;
    const kind = `${termCount}|${method}|${startOn}|${annualRate ?? ""}`;
    const plans = this.plans.get(kind) ?? new Map<string, TotalsOf>();
    this.plans.set(kind, plans);
    const key = `${amount}|${kind}`;
    const figures = this.costs.get(key) ?? new Map<string, ComparedCost>();
    this.costs.set(key, figures);
    this.last = { ask, figures, plans };
    return this.last;
  }

  private forgetCosts(): void {
    this.costs.clear();
    this.costCount = 0;
    this.last = undefined;
  }

  private forgetPlans(): void {
    this.plans.clear();
    this.planCount = 0;
    this.last = undefined;
  }
}
