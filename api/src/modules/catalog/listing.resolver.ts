import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import { listingEvents } from "./listing.events.js";
import type { ListingService, PreviewValue } from "./listing.service.js";
import {
  ListingCheck,
  ProductListing,
  ProductListingConnection,
  ProductPreview,
  ProductVersion,
} from "./listing.types.js";
import type { ListingCheckValue } from "./listing-check.rules.js";
import {
  CreateProductInput,
  ProductListingFilter,
  ProductTermsInput,
  ResumeProductInput,
  SaveProductDraftInput,
  SubmitProductInput,
  SuspendProductInput,
  UnpublishProductInput,
} from "./product.inputs.js";
import { versionsByProduct } from "./product.loaders.js";
import type { ProductRow, ProductVersionRow } from "./product.tables.js";

const LISTING_EVENTS: ReadonlySet<string> = new Set(Object.values(listingEvents).map((event) => event.name));

@Resolver(() => ProductListing)
export class ListingResolver {
  constructor(private readonly listings: ListingService) {}

  @Allow("listing:read")
  @Query(() => ProductListingConnection, {
    description: "Products of your institution in every state, or of all for the platform; last changed first.",
  })
  productListings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ProductListingFilter, { nullable: true, description: "Which to show; all without it." })
    filter: ProductListingFilter | null,
  ): Promise<Page<ProductRow>> {
    return this.listings.page(ctx.reader, ctx.viewer, filter ?? {}, page);
  }

  @Allow("listing:read")
  @Query(() => ProductListing, {
    nullable: true,
    description: "One product of your side with drafts and versions, or null.",
  })
  productListing(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The product." }) id: string,
  ): Promise<ProductRow | null> {
    return this.listings.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("listing:write")
  @Query(() => ProductPreview, {
    description: "What terms would cost and which checks they would pass; keeps nothing.",
  })
  previewProduct(
    @Ctx() ctx: Context,
    @Arg("terms", () => ProductTermsInput, { description: "The terms." }) terms: ProductTermsInput,
  ): Promise<PreviewValue> {
    return this.listings.preview(ctx.reader, ctx.viewer, terms);
  }

  @Allow("listing:write")
  @Mutation(() => ProductListing, {
    description: "A new product with its first draft. Refused where terms do not hold or cost more than the cap.",
  })
  createProduct(
    @Ctx() ctx: Context,
    @Arg("input", () => CreateProductInput, { description: "The draft." }) input: CreateProductInput,
  ): Promise<ProductRow> {
    return this.listings.create(ctx.viewer, input);
  }

  @Allow("listing:write")
  @Mutation(() => ProductListing, {
    description: "Writes the draft; beside a published version it is a new one. Refused while it is under review.",
  })
  saveProductDraft(
    @Ctx() ctx: Context,
    @Arg("input", () => SaveProductDraftInput, { description: "The draft." }) input: SaveProductDraftInput,
  ): Promise<ProductRow> {
    return this.listings.saveDraft(ctx.viewer, input);
  }

  @Allow("listing:submit")
  @Mutation(() => ProductListing, {
    description: "Puts the draft before the platform. Refused with a failing check, which it names.",
  })
  submitProduct(
    @Ctx() ctx: Context,
    @Arg("input", () => SubmitProductInput, { description: "Which draft." }) input: SubmitProductInput,
  ): Promise<ProductRow> {
    return this.listings.submit(ctx.viewer, input);
  }

  @Allow("listing:suspend")
  @Mutation(() => ProductListing, {
    description: "Takes a product off the shelf at once. Open applications go on; new ones are refused.",
  })
  suspendProduct(
    @Ctx() ctx: Context,
    @Arg("input", () => SuspendProductInput, { description: "Which, and why." }) input: SuspendProductInput,
  ): Promise<ProductRow> {
    return this.listings.suspend(ctx.viewer, input);
  }

  @Allow("listing:suspend")
  @Mutation(() => ProductListing, {
    description: "Puts a suspended product back. Refused where it no longer passes the checks.",
  })
  resumeProduct(
    @Ctx() ctx: Context,
    @Arg("input", () => ResumeProductInput, { description: "Which, and why." }) input: ResumeProductInput,
  ): Promise<ProductRow> {
    return this.listings.resume(ctx.viewer, input);
  }

  @Allow("listing:submit")
  @Mutation(() => ProductListing, {
    description: "Takes your own product off the shelf. Open applications go on; listing it again needs review.",
  })
  unpublishProduct(
    @Ctx() ctx: Context,
    @Arg("input", () => UnpublishProductInput, { description: "Which, and why." }) input: UnpublishProductInput,
  ): Promise<ProductRow> {
    return this.listings.unpublish(ctx.viewer, input);
  }

  @Allow("listing:read")
  @Subscription(() => ProductListing, {
    description:
      "A product of your side, each time it is drafted, submitted, listed, suspended, resumed or taken down.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => LISTING_EVENTS.has((payload as LiveEvent).name),
  })
  productListingChanged(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<ProductRow> {
    return this.listings.heard(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => Institution, { description: "Who lends." })
  institution(@Root() row: ProductRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => [ProductVersion], { description: "Every version, newest first." })
  versions(@Root() row: ProductRow, @Ctx() ctx: Context): Promise<ProductVersionRow[]> {
    return ctx.load(versionsByProduct, row.id);
  }

  @FieldResolver(() => ProductVersion, {
    nullable: true,
    description: "The version borrowers see or saw last; null before the first listing.",
  })
  async current(@Root() row: ProductRow, @Ctx() ctx: Context): Promise<ProductVersionRow | undefined> {
    return (await ctx.load(versionsByProduct, row.id)).find((version) => version.id === row.currentVersionId);
  }

  @FieldResolver(() => ProductVersion, {
    nullable: true,
    description: "The version being written or reviewed; null where there is none.",
  })
  async draft(@Root() row: ProductRow, @Ctx() ctx: Context): Promise<ProductVersionRow | undefined> {
    return (await ctx.load(versionsByProduct, row.id)).find((version) => version.id === row.draftVersionId);
  }

  @FieldResolver(() => [ListingCheck], {
    description: "The check list of the draft, or of the current version, by today's caps.",
  })
  async checks(@Root() row: ProductRow, @Ctx() ctx: Context): Promise<ListingCheckValue[]> {
    return this.listings.checksFor(
      row,
      await ctx.load(versionsByProduct, row.id),
      await ctx.load(institutionById, row.institutionId),
    );
  }
}
