import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { ListingCheck } from "./listing.types.js";
import type { ListingCheckValue } from "./listing-check.rules.js";

@Resolver(() => ListingCheck)
export class ListingCheckResolver {
  @FieldResolver(() => String, { description: "What is checked, in the reader's language." })
  label(@Root() check: ListingCheckValue, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? check.label.en : check.label.zh;
  }

  @FieldResolver(() => String, { description: "What was found, in the reader's language." })
  detail(@Root() check: ListingCheckValue, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? check.detail.en : check.detail.zh;
  }
}
