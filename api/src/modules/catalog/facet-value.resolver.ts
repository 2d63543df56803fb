import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import type { FacetValueView } from "./product-search.service.js";
import { FacetValue } from "./product-search.types.js";
import { inLocale } from "./product-wording.service.js";

@Resolver(() => FacetValue)
export class FacetValueResolver {
  @FieldResolver(() => String, { description: "Its name in the reader's language; a lender's as it calls itself." })
  label(@Root() { label }: FacetValueView, @Ctx() ctx: Context): string {
    return inLocale(label, ctx.locale);
  }
}
