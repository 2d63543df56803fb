import { RepaymentMethod } from "@daichao/finance";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { PageArgs } from "../../kernel/page/index.js";
import { DayScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import type { CatalogService } from "./catalog.service.js";
import { ProductFilter } from "./product.inputs.js";
import { ProductSort } from "./product.states.js";
import { Product } from "./product.types.js";
import type { ProductPageView, ProductSearchService, SuggestionView } from "./product-search.service.js";
import { ProductConnection, SearchSuggestion } from "./product-search.types.js";
import type { ProductView } from "./product-view.rules.js";
import type { QuoteValue } from "./quote.service.js";
import { Quote } from "./quote.types.js";

@Resolver(() => Product)
export class ProductResolver {
  constructor(
    private readonly catalog: CatalogService,
    private readonly search: ProductSearchService,
  ) {}

  @Public("products:read")
  @Query(() => ProductConnection, {
    description:
      "Published products of all institutions, each with its quote. Suspended ones leave the list within five seconds.",
  })
  products(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ProductFilter, { nullable: true, description: "What to narrow by; everything without it." })
    filter: ProductFilter | null,
    @Arg("sort", () => ProductSort, { defaultValue: ProductSort.RELEVANCE, description: "The order." })
    sort: ProductSort,
  ): ProductPageView {
    return this.search.search(filter ?? {}, sort, page);
  }

  @Public("products:read")
  @Query(() => Product, {
    nullable: true,
    description:
      "One product by address or id, those taken off the shelf included (isAvailable false); null for one that was never published.",
  })
  product(
    @Ctx() ctx: Context,
    @Arg("slug", () => String, { nullable: true, description: "Readable address." }) slug: string | null,
    @Arg("id", () => ID, { nullable: true, description: "The product; wins over slug, which must then agree." }) id:
      | string
      | null,
  ): Promise<ProductView | null> {
    return this.catalog.find(ctx.reader, { id, slug });
  }

  @Public("products:read")
  @Query(() => [SearchSuggestion], {
    description: "Ways to finish a search text, nearest first. One that would find nothing is not suggested.",
  })
  searchSuggestions(
    @Ctx() ctx: Context,
    @Arg("text", () => String, { description: "What has been typed, up to 200 characters." }) text: string,
    @Arg("first", () => Int, { defaultValue: 8, description: "How many, 1 to 12." }) first: number,
  ): SuggestionView[] {
    return this.search.suggestions(text, Math.min(12, Math.max(1, first)), ctx.locale);
  }

  @FieldResolver(() => Quote, {
    description:
      "What a loan of this product costs at its highest rate. Values it does not offer are moved to the nearest it does (isAmountAdjusted). Refused over the rate cap (CATALOG_RATE_OVER_CAP).",
  })
  quote(
    @Root() product: ProductView,
    @Arg("amount", () => MoneyScalar, { nullable: true, description: "50,000 yuan without it." }) amount: bigint | null,
    @Arg("termCount", () => Int, { nullable: true, description: "Months; 12 without it." }) termCount: number | null,
    @Arg("method", () => RepaymentMethod, { nullable: true, description: "The product's first without it." })
    method: RepaymentMethod | null,
    @Arg("startOn", () => DayScalar, { nullable: true, description: "Day of disbursement; today without it." }) startOn:
      | string
      | null,
  ): QuoteValue {
    return this.catalog.quote(product, { amount, termCount, method, startOn });
  }

  @FieldResolver(() => [Product], {
    description: "Up to three published products of the same purpose, nearest in amount first.",
  })
  alternatives(@Root() product: ProductView): ProductView[] {
    return this.catalog.alternativesTo(product);
  }
}
