import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Product, type ProductView } from "../catalog/index.js";
import { ToggleFavouriteInput } from "./favourite.inputs.js";
import { isFavourite } from "./favourite.loaders.js";
import type { FavouriteService, FavouriteValue } from "./favourite.service.js";
import { Favourite } from "./favourite.types.js";

@Resolver(() => Product)
export class FavouriteResolver {
  constructor(private readonly kept: FavouriteService) {}

  @Allow("borrower:own")
  @Query(() => [Favourite], {
    description: "Your own favourites, the last added first; those no longer offered stay and say so.",
  })
  favourites(@Ctx() ctx: Context): Promise<FavouriteValue[]> {
    return this.kept.list(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => Product, { description: "Adds a product to your favourites or removes it; at most 100 of them." })
  toggleFavourite(
    @Ctx() ctx: Context,
    @Arg("input", () => ToggleFavouriteInput, { description: "Which, and which way." }) input: ToggleFavouriteInput,
  ): Promise<ProductView> {
    return this.kept.toggle(ctx.viewer, input);
  }

  @FieldResolver(() => Boolean, { description: "Whether you keep an eye on it; false for everybody but a borrower." })
  isFavourite(@Root() product: ProductView, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.load(isFavourite, product.id);
  }
}
