import { RepaymentMethod } from "@daichao/finance";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import type { ComparedProductView, ComparisonService } from "./comparison.service.js";
import { ComparedProduct } from "./comparison.types.js";

@Resolver(() => ComparedProduct)
export class ComparisonResolver {
  constructor(private readonly comparisons: ComparisonService) {}

  @Public("products:read")
  @Query(() => [ComparedProduct], {
    description:
      "Up to four products beside each other, in the order asked for and without repeats, each priced for the same amount, term and method.",
  })
  comparison(
    @Ctx() ctx: Context,
    @Arg("ids", () => [ID], { description: "Ids or readable addresses; from the fifth on they are left out." })
    ids: string[],
    @Arg("amount", () => MoneyScalar, { nullable: true, description: "50,000 yuan without it." }) amount: bigint | null,
    @Arg("termCount", () => Int, { nullable: true, description: "Months; 12 without it." }) termCount: number | null,
    @Arg("method", () => RepaymentMethod, { nullable: true, description: "Each product's first without it." })
    method: RepaymentMethod | null,
  ): Promise<readonly ComparedProductView[]> {
    return this.comparisons.compare(ctx.reader, ids, { amount, termCount, method });
  }
}
