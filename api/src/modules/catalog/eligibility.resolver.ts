import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { linesOf } from "./eligibility.service.js";
import { Eligibility } from "./product.types.js";

@Resolver(() => Eligibility)
export class EligibilityResolver {
  @FieldResolver(() => [String], { description: "The conditions as sentences, in the reader's language." })
  lines(@Root() eligibility: Eligibility, @Ctx() ctx: Context): string[] {
    return linesOf(eligibility, ctx.locale);
  }
}
