import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { type CatalogService, Product, type ProductView, Quote, type QuoteValue } from "../catalog/index.js";
import type { Line, MatchService, MatchValue } from "./match.service.js";
import type { CountedActValue, RankExplanationService, RankExplanationValue } from "./rank-explanation.service.js";
import { NeedInput } from "./ranking.inputs.js";
import {
  type ExcludedItem,
  inWords,
  type RankedItem,
  type RankingService,
  type RankingValue,
  type ReasonValue,
} from "./ranking.service.js";
import {
  CountedAct,
  ExcludedProduct,
  MatchLine,
  ProductMatch,
  RankExplanation,
  RankedProduct,
  Ranking,
  RankReason,
} from "./ranking.types.js";

@Resolver(() => Ranking)
export class RankingResolver {
  constructor(
    private readonly rankings: RankingService,
    private readonly explanations: RankExplanationService,
  ) {}

  @Public("products:read")
  @Query(() => Ranking, {
    description:
      "Products that lend the amount, best first. Personal only for a borrower who agreed to it; for anybody else the order everybody gets.",
  })
  recommendations(
    @Ctx() ctx: Context,
    @Arg("need", () => NeedInput, { description: "What is wanted." }) need: NeedInput,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many, 1 to 50." }) first: number,
  ): Promise<RankingValue> {
    return this.rankings.recommend(ctx.reader, ctx.viewer, { ...need, purpose: need.purpose ?? null }, first);
  }

  @Public()
  @Query(() => RankExplanation, {
    description: "Why a product stands where it stands in an order that was shown: the reader's own, or everybody's.",
  })
  explainRank(
    @Ctx() ctx: Context,
    @Arg("rankingId", () => ID, { description: "The order." }) rankingId: string,
    @Arg("productId", () => ID, { description: "The product in it." }) productId: string,
  ): Promise<RankExplanationValue> {
    return this.explanations.explain(ctx.reader, ctx.viewer, rankingId, productId);
  }
}

@Resolver(() => RankedProduct)
export class RankedProductResolver {
  constructor(private readonly catalog: CatalogService) {}

  @FieldResolver(() => Product, { description: "The product." })
  product(@Root() item: RankedItem): ProductView {
    return item.priced.product;
  }

  @FieldResolver(() => Quote, { description: "What the wished loan costs there, or the nearest it offers." })
  quote(@Root() item: RankedItem): QuoteValue {
    return this.catalog.quote(item.priced.product, item.priced.ask);
  }

  @FieldResolver(() => [RankReason], {
    description: "At most three, the strongest first; only what really moved it up.",
  })
  reasons(@Root() item: RankedItem): readonly ReasonValue[] {
    return item.reasons;
  }
}

@Resolver(() => RankReason)
export class RankReasonResolver {
  @FieldResolver(() => String, { description: "In the reader's language." })
  text(@Root() reason: ReasonValue, @Ctx() ctx: Context): string {
    return inWords(reason.text, ctx.locale);
  }
}

@Resolver(() => ExcludedProduct)
export class ExcludedProductResolver {
  @FieldResolver(() => Product, { description: "The product." })
  product(@Root() item: ExcludedItem): ProductView {
    return item.priced.product;
  }
}

@Resolver(() => MatchLine)
export class MatchLineResolver {
  @FieldResolver(() => String, { description: "The condition in the reader's language, with what it comes to." })
  text(@Root() line: Line, @Ctx() ctx: Context): string {
    return inWords(line.text, ctx.locale);
  }
}

@Resolver(() => ProductMatch)
export class ProductMatchResolver {
  @FieldResolver(() => [MatchLine], { description: "Every condition and whether it is met." })
  lines(@Root() match: MatchValue): readonly Line[] {
    return match.lines;
  }
}

@Resolver(() => CountedAct)
export class CountedActResolver {
  @FieldResolver(() => InstantScalar, { description: "When, in business time." })
  at(@Root() act: CountedActValue): Date {
    return new Date(act.at);
  }
}

@Resolver(() => Product)
export class MatchedProductResolver {
  constructor(private readonly matches: MatchService) {}

  @FieldResolver(() => ProductMatch, {
    nullable: true,
    description:
      "How it suits the signed-in borrower, or whoever holds the token of a pre-check; null where nothing is known of the person or it cannot be applied for.",
  })
  async match(
    @Root() product: ProductView,
    @Ctx() ctx: Context,
    @Arg("amount", () => MoneyScalar, { description: "How much." }) amount: bigint,
    @Arg("termCount", () => Int, { description: "Over how many months." }) termCount: number,
    @Arg("precheckToken", () => String, { nullable: true, description: "Token of a pre-check; wins over the account." })
    precheckToken: string | null,
  ): Promise<MatchValue | null> {
    const asker = await ctx.load(this.matches.asker, precheckToken ?? "");
    return this.matches.matchOf(asker, product.id, { amount, termCount });
  }
}
