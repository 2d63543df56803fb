import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow, Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { type CatalogService, Product, type ProductView, Quote, type QuoteValue } from "../catalog/index.js";
import { ClaimPrecheckInput, RunPrecheckInput } from "./precheck.inputs.js";
import type { ClaimAnswer, PrecheckItem as Item, PrecheckService, PrecheckValue } from "./precheck.service.js";
import { ClaimPrecheckPayload, Precheck, PrecheckItem } from "./precheck.types.js";

const MOST = 100;

@Resolver(() => Precheck)
export class PrecheckResolver {
  constructor(private readonly prechecks: PrecheckService) {}

  @Public()
  @Query(() => Precheck, { nullable: true, description: "A pre-check by its token; null once it has run out." })
  precheck(@Arg("token", () => String, { description: "The token." }) token: string): Promise<PrecheckValue | null> {
    return this.prechecks.find(token);
  }

  @Public()
  @Mutation(() => Precheck, {
    description: "Holds five answers against the shelf. Asks no credit bureau: it leaves no mark on anybody's record.",
  })
  runPrecheck(
    @Ctx() ctx: Context,
    @Arg("input", () => RunPrecheckInput, { description: "The wish and the answers." }) input: RunPrecheckInput,
  ): Promise<PrecheckValue> {
    return this.prechecks.run({ ...input }, ctx.ip);
  }

  @Allow("precheck:claim")
  @Mutation(() => ClaimPrecheckPayload, {
    description: "Takes a pre-check's answers into the own profile, with their source and age, where it has none.",
  })
  claimPrecheck(
    @Ctx() ctx: Context,
    @Arg("input", () => ClaimPrecheckInput, { description: "Which." }) input: ClaimPrecheckInput,
  ): Promise<ClaimAnswer> {
    return this.prechecks.claim(ctx.viewer, input.token);
  }

  @FieldResolver(() => [PrecheckItem], { description: "What suits first, then the likelier, then the cheaper." })
  items(
    @Root() precheck: PrecheckValue,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, at most 100." }) first: number,
  ): readonly Item[] {
    return precheck.items.slice(0, Math.min(Math.max(0, first), MOST));
  }
}

@Resolver(() => PrecheckItem)
export class PrecheckItemResolver {
  constructor(private readonly catalog: CatalogService) {}

  @FieldResolver(() => Product, { description: "The product." })
  product(@Root() item: Item): ProductView {
    return item.priced.product;
  }

  @FieldResolver(() => Quote, { description: "What the wished loan costs there, or the nearest it offers." })
  quote(@Root() item: Item): QuoteValue {
    return this.catalog.quote(item.priced.product, item.priced.ask);
  }
}
