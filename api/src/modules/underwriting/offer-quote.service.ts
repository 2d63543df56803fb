import type { RepaymentMethod } from "@daichao/finance";
import { kernelErrors } from "../../kernel/errors/index.js";
import { type ProductView, type QuoteValue, quoteOf } from "../catalog/index.js";
import type { OfferRow } from "./offer.tables.js";

/** The figures of an offer, from its own terms and the product version it was made on. */
export class OfferQuoteService {
  /** @throws NOT_FOUND where the reader may not see the version. */
  of(offer: OfferRow, product: ProductView | null): QuoteValue {
    if (!product) throw kernelErrors.notFound();
    const { amount, annualRate, termCount, startOn } = offer;
    return quoteOf(product, { amount, annualRate, termCount, method: offer.method as RepaymentMethod, startOn });
  }
}
