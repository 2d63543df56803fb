import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { ContingentCost } from "./product.types.js";
import type { ContingentCost as ContingentCostValue } from "./product-terms.rules.js";
import { contingentNameIn, contingentStandardIn, feeNameIn, standardIn } from "./product-wording.service.js";
import type { QuoteFeeValue } from "./quote.service.js";
import { QuoteFee } from "./quote.types.js";

@Resolver(() => QuoteFee)
export class QuoteFeeResolver {
  @FieldResolver(() => String, {
    description: "Name as the contract has it; to an English reader by its code where the platform knows it.",
  })
  name(@Root() fee: QuoteFeeValue, @Ctx() ctx: Context): string {
    return feeNameIn(fee, ctx.locale);
  }

  @FieldResolver(() => String, { description: "How it is measured and taken, in the reader's language." })
  standard(@Root() fee: QuoteFeeValue, @Ctx() ctx: Context): string {
    return standardIn(fee, ctx.locale);
  }
}

@Resolver(() => ContingentCost)
export class ContingentCostResolver {
  @FieldResolver(() => String, { description: "Its name, in the reader's language; the contract has the Chinese." })
  name(@Root() cost: ContingentCostValue, @Ctx() ctx: Context): string {
    return contingentNameIn(cost, ctx.locale);
  }

  @FieldResolver(() => String, {
    description: "How it is measured, in the reader's language; the contract has the Chinese.",
  })
  standard(@Root() cost: ContingentCostValue, @Ctx() ctx: Context): string {
    return contingentStandardIn(cost, ctx.locale);
  }
}
