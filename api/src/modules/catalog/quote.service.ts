import { canonicalTerms, type LoanTerms } from "@daichao/finance";
import { shiftDueDay } from "../../kernel/calendar/index.js";
import { sha256 } from "../../kernel/crypto/index.js";
import * as rules from "./quote.rules.js";

export type { Ask, PricedTerms, QuoteFeeValue, QuoteRowValue, Wish } from "./quote.rules.js";

/** What one loan of a product costs; the GraphQL type Quote resolves from it. */
export interface QuoteValue extends rules.QuoteFigures {
  /** SHA-256 of the canonical loan terms: equal in quote, disclosure sheet, contract and loan. */
  readonly termsHash: string;
  /** True where amount, term or method had to be moved into what the product offers. */
  readonly isAmountAdjusted: boolean;
}

/** The loan an ask of this product is, due days moved by the working-day calendar. The one source of every figure. */
export const loanTermsOf = (product: rules.PricedTerms, ask: rules.Ask): LoanTerms =>
  rules.loanTermsOf(product, ask, shiftDueDay);

/** Everything an ask costs and when it is paid. @throws CATALOG_ASK_OUT_OF_RANGE outside what the product offers. */
export function quoteOf(product: rules.PricedTerms, ask: rules.Ask): QuoteValue {
  const figures = rules.quoteOf(product, ask, shiftDueDay);
  return { ...figures, termsHash: sha256(canonicalTerms(figures.terms)), isAmountAdjusted: false };
}

/** The quote of the nearest loan that the product offers to a wish. */
export function nearestQuoteOf(product: rules.PricedTerms, wish: rules.Wish): QuoteValue {
  const { ask, isAdjusted } = rules.nearestAsk(product, wish);
  const quote = quoteOf(product, ask);
  return isAdjusted ? { ...quote, isAmountAdjusted: true } : quote;
}
