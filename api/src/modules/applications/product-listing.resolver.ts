import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { ProductListing } from "../catalog/index.js";
import { openApplicationCountByProduct } from "./application.loaders.js";

@Resolver(() => ProductListing)
export class ProductListingApplicationsResolver {
  @FieldResolver(() => Int, {
    description: "Applications for it that are still under way; they go on when it is taken down.",
  })
  openApplicationCount(@Root() listing: { readonly id: string }, @Ctx() ctx: Context): Promise<number> {
    return ctx.load(openApplicationCountByProduct, listing.id);
  }
}
