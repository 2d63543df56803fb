import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { regionIn } from "../../kernel/regions/index.js";
import { linesOf } from "./eligibility.service.js";
import { Eligibility } from "./product.types.js";

@Resolver(() => Eligibility)
export class EligibilityResolver {
  @FieldResolver(() => [String], { description: "The conditions as sentences, in the reader's language." })
  lines(@Root() eligibility: Eligibility, @Ctx() ctx: Context): string[] {
    return linesOf(eligibility, ctx.locale);
  }

  @FieldResolver(() => [String], { description: "The provinces served, in the reader's language; empty means all." })
  provinceNames(@Root() { provinces }: Eligibility, @Ctx() ctx: Context): string[] {
    return provinces.map((province) => regionIn(province, ctx.locale));
  }
}
