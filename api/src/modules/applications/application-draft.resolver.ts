import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { ConsentText, Document, type DocumentRow } from "../borrowers/index.js";
import { Product, type ProductView, Quote, type QuoteValue } from "../catalog/index.js";
import { CreateDraftInput, DiscardDraftInput, SaveDraftInput } from "./application.inputs.js";
import { draftItemsByDraft } from "./application.loaders.js";
import type { ApplicationDraftService, MissingForInstitutions } from "./application-draft.service.js";
import type { ApplicationDraftRow } from "./application-draft.tables.js";
import { ApplicationDraft, DraftItem, MissingFact, RequiredDocument } from "./application-draft.types.js";
import { DebtService } from "./application-sequence.types.js";
import type { DebtService as DebtServiceValue } from "./debt-service.rules.js";
import type { DraftItemService, DraftItemView, RequiredDocumentView } from "./draft-item.service.js";

@Resolver(() => ApplicationDraft)
export class ApplicationDraftResolver {
  constructor(
    private readonly drafts: ApplicationDraftService,
    private readonly itemViews: DraftItemService,
  ) {}

  @Allow("borrower:own")
  @Query(() => [ApplicationDraft], { description: "Your drafts that can still be filled in, the last saved first." })
  applicationDrafts(@Ctx() ctx: Context): Promise<ApplicationDraftRow[]> {
    return this.drafts.list(ctx.reader, ctx.viewer);
  }

  @Allow("application:submit")
  @Query(() => ApplicationDraft, { nullable: true, description: "One of your drafts; NOT_FOUND for another's." })
  applicationDraft(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which draft." }) id: string,
  ): Promise<ApplicationDraftRow> {
    return this.drafts.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationDraft, {
    description:
      "Opens a draft for one or several products. Refused for a frozen account and for products not offered now.",
  })
  async createDraft(
    @Ctx() ctx: Context,
    @Arg("input", () => CreateDraftInput, { description: "What to apply for." }) input: CreateDraftInput,
  ): Promise<ApplicationDraftRow> {
    const id = await this.drafts.create(ctx.viewer, { ...input });
    return this.drafts.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationDraft, {
    description: "Saves a draft as it is filled in. CONFLICT when another device saved since your version.",
  })
  saveDraft(
    @Ctx() ctx: Context,
    @Arg("input", () => SaveDraftInput, { description: "What changed." }) input: SaveDraftInput,
  ): Promise<ApplicationDraftRow> {
    return this.drafts.save(ctx.viewer, input);
  }

  @Allow("application:submit")
  @Mutation(() => ID, { description: "Throws a draft away; answers its id." })
  discardDraft(
    @Ctx() ctx: Context,
    @Arg("input", () => DiscardDraftInput, { description: "Which draft." }) input: DiscardDraftInput,
  ): Promise<string> {
    return this.drafts.discard(ctx.viewer, input.draftId);
  }

  @FieldResolver(() => [DraftItem], { description: "Its products, in the order they were chosen." })
  async items(@Root() draft: ApplicationDraftRow, @Ctx() ctx: Context): Promise<DraftItemView[]> {
    return this.itemViews.viewsOf(ctx.reader, draft, await ctx.load(draftItemsByDraft, draft.id), ctx.locale);
  }

  @FieldResolver(() => [MissingFact], {
    description: "What the selected products still want; empty when it can be submitted.",
  })
  async missing(@Root() draft: ApplicationDraftRow, @Ctx() ctx: Context): Promise<MissingForInstitutions[]> {
    return this.drafts.missing(ctx.reader, draft, await ctx.load(draftItemsByDraft, draft.id));
  }

  @FieldResolver(() => Boolean, { description: "Whether every chosen product went through." })
  isSubmitted(@Root() draft: ApplicationDraftRow): boolean {
    return draft.submittedAt !== null;
  }
}

@Resolver(() => DraftItem)
export class DraftItemResolver {
  constructor(private readonly items: DraftItemService) {}

  @FieldResolver(() => DebtService, {
    nullable: true,
    description: "What repayments would take from the month with this loan; null while the income is not known.",
  })
  debtService(@Root() item: DraftItemView): Promise<DebtServiceValue | null> {
    return this.items.debtServiceOf(item);
  }

  @FieldResolver(() => Product, { description: "As it is offered now; as last seen when it is no longer offered." })
  product(@Root() item: DraftItemView): ProductView {
    return item.product;
  }

  @FieldResolver(() => Quote, {
    description: "What it would cost, moved into the product's range where the draft is outside it.",
  })
  quote(@Root() item: DraftItemView): QuoteValue {
    return item.quote;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What keeps it from being submitted, in the reader's language.",
  })
  problem(@Root() item: DraftItemView): string | null {
    return item.problem;
  }

  @FieldResolver(() => ConsentText, { description: "What has to be agreed to before this institution gets the data." })
  consentText(@Root() item: DraftItemView, @Ctx() ctx: Context): ReturnType<DraftItemService["consentTextOf"]> {
    return this.items.consentTextOf(item, ctx.locale);
  }

  @FieldResolver(() => [RequiredDocument], {
    description: "The documents it wants, each with yours where you have it.",
  })
  requiredDocuments(@Root() item: DraftItemView, @Ctx() ctx: Context): Promise<RequiredDocumentView[]> {
    return this.items.requiredDocumentsOf(ctx.reader, item);
  }
}

@Resolver(() => RequiredDocument)
export class RequiredDocumentResolver {
  @FieldResolver(() => Document, { nullable: true, description: "Your newest accepted document of the kind." })
  document(@Root() view: RequiredDocumentView): DocumentRow | null {
    return view.document;
  }
}
