import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { SettingsService } from "../settings/index.js";
import { CatalogService } from "./catalog.service.js";
import { PublishedCatalogue } from "./catalog-snapshot.service.js";
import { ComparisonResolver } from "./comparison.resolver.js";
import { ComparisonService } from "./comparison.service.js";
import { EligibilityResolver } from "./eligibility.resolver.js";
import { FacetValueResolver } from "./facet-value.resolver.js";
import { ListingResolver } from "./listing.resolver.js";
import { ListingService } from "./listing.service.js";
import { ListingApprovalResolver } from "./listing-approval.resolver.js";
import { ListingCheckResolver } from "./listing-check.resolver.js";
import { ListingRulesService } from "./listing-rules.service.js";
import { ProductResolver } from "./product.resolver.js";
import { ProductCosts } from "./product-cost.service.js";
import { ProductSearchService } from "./product-search.service.js";
import { ProductVersionResolver } from "./product-version.resolver.js";
import { ContingentCostResolver, QuoteFeeResolver } from "./product-wording.resolver.js";
import { ReadyProducts } from "./ready-product.service.js";
import "./catalog.permissions.js";

export interface CatalogModule extends ModuleParts {
  readonly catalog: CatalogService;
  readonly listings: ListingService;
  readonly search: ProductSearchService;
}

/** `catalog.start()` loads the published catalogue and keeps it fresh; until then nothing is offered. */
export function createCatalogModule(kernel: Kernel, left: { readonly settings: SettingsService }): CatalogModule {
  const costs = new ProductCosts();
  const catalogue = new PublishedCatalogue(kernel, left.settings, costs);
  const rules = new ListingRulesService(kernel, left.settings);
  const ready = new ReadyProducts(kernel, rules, catalogue);
  const catalog = new CatalogService(kernel, left.settings, catalogue, costs, ready);
  const listings = new ListingService(kernel, rules, catalogue);
  const search = new ProductSearchService(kernel, catalogue, costs);
  return {
    catalog,
    listings,
    search,
    resolvers: [
      new ProductResolver(catalog, search),
      new ComparisonResolver(new ComparisonService(catalog)),
      new EligibilityResolver(),
      new FacetValueResolver(),
      new QuoteFeeResolver(),
      new ContingentCostResolver(),
      new ListingResolver(listings),
      new ListingApprovalResolver(kernel),
      new ListingCheckResolver(),
      new ProductVersionResolver(),
    ],
    approvals: [listings.approvalHandler()],
  };
}
