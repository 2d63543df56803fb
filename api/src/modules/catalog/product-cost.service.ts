import { type LoanKind, type LoanTotals, loanKind } from "@daichao/finance";
import { canonical } from "../../kernel/once/index.js";
import { ListedQuote } from "./listed-quote.rules.js";
import type { CostFigures } from "./product-search.rules.js";
import { type Ask, type PricedTerms, unshiftedTermsOf } from "./quote.rules.js";
import { nearestQuoteOf, type QuoteValue, quoteOf, type Wish } from "./quote.service.js";
import { RecentValues } from "./recent-values.rules.js";

/** Past it everything is forgotten at once: costs are cheap to work out again, and what is kept long costs the collector more. */
const COSTS_KEPT = 20_000;
const QUOTES_KEPT = 1_500;
const KINDS_KEPT = 20_000;

/** What one loan costs, the sums at once and the yearly figure when somebody asks: most lists do not. */
class ComparedCost implements CostFigures {
  readonly totals: LoanTotals;
  private yearly: number | undefined;

  constructor(
    private readonly kind: LoanKind,
    private readonly ask: Ask,
  ) {
    this.totals = kind.totals(ask.amount);
  }

  get totalCost(): bigint {
    return this.totals.interest + this.totals.fees;
  }

  get highestPayment(): bigint {
    return this.totals.highestPayment;
  }

  get annualCost(): number {
    this.yearly ??= this.kind.aprNominal(this.ask.amount);
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
  private readonly kinds = new Map<string, Map<string, LoanKind>>();
  private kindCount = 0;
  private last:
    | { readonly ask: Ask; readonly figures: Map<string, ComparedCost>; readonly kinds: Map<string, LoanKind> }
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
    const { figures, kinds } = this.listOf(ask);
    const known = figures.get(costKey);
    if (known) return known;
    const made = new ComparedCost(this.kindOf(kinds, costKey, product, ask), ask);
    figures.set(costKey, made);
    this.costCount += 1;
    if (this.costCount > COSTS_KEPT) this.forgetCosts();
    return made;
  }

  private kindOf(kinds: Map<string, LoanKind>, costKey: string, product: PricedTerms, ask: Ask): LoanKind {
    const known = kinds.get(costKey);
    if (known) return known;
    const made = loanKind(unshiftedTermsOf(product, ask));
    kinds.set(costKey, made);
    this.kindCount += 1;
    if (this.kindCount > KINDS_KEPT) this.forgetKinds();
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
    const group = `${termCount}|${method}|${startOn}|${annualRate ?? ""}`;
    const kinds = this.kinds.get(group) ?? new Map<string, LoanKind>();
    this.kinds.set(group, kinds);
    const key = `${amount}|${group}`;
    const figures = this.costs.get(key) ?? new Map<string, ComparedCost>();
    this.costs.set(key, figures);
    this.last = { ask, figures, kinds };
    return this.last;
  }

  private forgetCosts(): void {
    this.costs.clear();
    this.costCount = 0;
    this.last = undefined;
  }

  private forgetKinds(): void {
    this.kinds.clear();
    this.kindCount = 0;
    this.last = undefined;
  }
}
