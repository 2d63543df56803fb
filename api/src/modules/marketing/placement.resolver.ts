import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow, Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { type CatalogService, Product, type ProductView } from "../catalog/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import { BookPlacementInput, EndPlacementInput, PlacementFilter } from "./placement.inputs.js";
import type { PlacementService, ShownPlacement } from "./placement.service.js";
import { PlacementPlace } from "./placement.states.js";
import type { PlacementRow } from "./placement.tables.js";
import { Placement, PlacementBooking, PlacementBookingConnection } from "./placement.types.js";

@Resolver(() => Placement)
export class PlacementResolver {
  constructor(private readonly book: PlacementService) {}

  @Public("products:read")
  @Query(() => [Placement], {
    description:
      "What is paid for in a place today, each with its label and payer. Stands outside every order: none knows of it.",
  })
  placements(
    @Ctx() ctx: Context,
    @Arg("place", () => PlacementPlace, { description: "Where." }) place: PlacementPlace,
  ): Promise<ShownPlacement[]> {
    return this.book.running(ctx.reader, place);
  }

  @Allow("placement:read")
  @Query(() => PlacementBookingConnection, { description: "Every booking, newest first." })
  placementBookings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PlacementFilter, { nullable: true, description: "Which; all without it." })
    filter: PlacementFilter | null,
  ): Promise<Page<PlacementRow>> {
    return this.book.page(ctx.reader, filter ?? {}, page);
  }

  @Allow("placement:manage")
  @Mutation(() => PlacementBooking, { description: "Asks for a slot; it runs once a second person has agreed." })
  bookPlacement(
    @Ctx() ctx: Context,
    @Arg("input", () => BookPlacementInput, { description: "Where, what, when and for how much." })
    input: BookPlacementInput,
  ): Promise<PlacementRow> {
    return this.book.book(ctx.viewer, { ...input });
  }

  @Allow("placement:manage")
  @Mutation(() => PlacementBooking, { description: "Stops a placement for good; what was charged stays charged." })
  endPlacement(
    @Ctx() ctx: Context,
    @Arg("input", () => EndPlacementInput, { description: "Which, and why." }) input: EndPlacementInput,
  ): Promise<PlacementRow> {
    return this.book.end(ctx.viewer, input);
  }

  @FieldResolver(() => Institution, { description: "The advertiser: whose product it is." })
  advertiser(@Root() { product }: ShownPlacement): InstitutionRow {
    return product.institution;
  }
}

@Resolver(() => PlacementBooking)
export class PlacementBookingResolver {
  constructor(private readonly catalog: CatalogService) {}

  @FieldResolver(() => Institution, { nullable: true, description: "The advertiser." })
  advertiser(@Root() row: PlacementRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => Product, { nullable: true, description: "The product; null while it is off the shelf." })
  product(@Root() row: PlacementRow): ProductView | null {
    return this.catalog.publishedProductById(row.productId) ?? null;
  }
}
