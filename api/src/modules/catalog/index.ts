/**
 * The catalogue: what lenders offer, in immutable versions, and what each offer really costs. Search, quotes and facts
 * answer from a snapshot in memory; listing and its review are the only way onto it. Applying begins to the right.
 */
export type { CatalogService, PricedProduct, PublishedProduct } from "./catalog.service.js";
export type { CatalogSnapshot } from "./catalog-snapshot.service.js";
export { listingEvents } from "./listing.events.js";
export type { ListingService } from "./listing.service.js";
export { ListingCheck, ProductListing, ProductVersion } from "./listing.types.js";
export { productVersionById, versionsByProduct } from "./product.loaders.js";
export { CheckVerdict, DayCount, FeePayee, ProductCategory, ProductSort, ProductState } from "./product.states.js";
export type { ProductRow, ProductVersionRow } from "./product.tables.js";
export { ContingentCost, CostRange, Eligibility, Product, ProductFee } from "./product.types.js";
export type { FacetsView, ProductEdgeView, ProductPageView, ProductSearchService } from "./product-search.service.js";
export type {
  ContingentCost as ContingentCostValue,
  Eligibility as EligibilityValue,
  ProductFee as ProductFeeValue,
  ProductTerms,
} from "./product-terms.rules.js";
export type { ProductView } from "./product-view.rules.js";
export {
  type Ask,
  loanTermsOf,
  nearestQuoteOf,
  type PricedTerms,
  type QuoteFeeValue,
  type QuoteRowValue,
  type QuoteValue,
  quoteOf,
  type Wish,
} from "./quote.service.js";
export { AnnualisedCost, Quote, QuoteFee, QuoteRow } from "./quote.types.js";
export type { InsertedProduct, ReadyProduct } from "./ready-product.service.js";
