import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApprovalRow } from "../../kernel/approvals/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Application, type ApplicationRow } from "../applications/index.js";
import { Product, type ProductView, productVersionById, Quote, type QuoteValue } from "../catalog/index.js";
import { CreditReport, type CreditReportRow, creditReportByApplication } from "../credit/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import { Approval } from "../settings/index.js";
import type { ApprovalLookupService } from "./approval-lookup.service.js";
import type { AssessmentRow } from "./assessment.tables.js";
import type { HumanReviewService } from "./human-review.service.js";
import type { OfferRow } from "./offer.tables.js";
import type { OfferQuoteService } from "./offer-quote.service.js";
import type { ReasonService, ToldAdvice, ToldReason } from "./reason.service.js";
import type { TraceLine } from "./trace-words.rules.js";
import { assessmentByApplication, decisionsByApplication, offersByApplication } from "./underwriting.loaders.js";
import { Assessment, Offer, RefusalAdvice, RefusalReason, TraceEntry } from "./underwriting.types.js";

@Resolver(() => Application)
export class ApplicationUnderwritingResolver {
  constructor(
    private readonly lookup: ApprovalLookupService,
    private readonly reasons: ReasonService,
    private readonly humanReviews: HumanReviewService,
  ) {}

  @FieldResolver(() => Assessment, {
    nullable: true,
    description: "What the institution's model said; null to the borrower.",
  })
  assessment(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<AssessmentRow | null> {
    return ctx.load(assessmentByApplication, row.id);
  }

  @FieldResolver(() => [Offer], { description: "What was offered, oldest first." })
  offers(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<OfferRow[]> {
    return ctx.load(offersByApplication, row.id);
  }

  @FieldResolver(() => CreditReport, {
    nullable: true,
    description: "The bureau's report this application was assessed on.",
  })
  creditReport(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<CreditReportRow | null> {
    return ctx.load(creditReportByApplication, row.id);
  }

  @FieldResolver(() => Approval, {
    nullable: true,
    description: "A decision that waits for its second person; null to the borrower.",
  })
  pendingApproval(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ApprovalRow | null> {
    return ctx.load(this.lookup.pendingByApplication, row.id);
  }

  @FieldResolver(() => [RefusalReason], { description: "Why it was refused, in plain words; empty unless it was." })
  async refusalReasons(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ToldReason[]> {
    return this.reasons.ofRefusal(row, await ctx.load(decisionsByApplication, row.id), ctx.locale);
  }

  @FieldResolver(() => [RefusalAdvice], {
    description: "What would have lifted an automatic refusal, those that suffice alone first; empty for any other.",
  })
  async refusalAdvice(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ToldAdvice[]> {
    return this.reasons.adviceOf(row, await ctx.load(decisionsByApplication, row.id), ctx.locale);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether its borrower may ask for a person to look again: once, after an automatic refusal.",
  })
  async canRequestHumanReview(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<boolean> {
    return this.humanReviews.isOpenTo(ctx.viewer, row, await ctx.load(decisionsByApplication, row.id));
  }
}

@Resolver(() => Assessment)
export class AssessmentResolver {
  constructor(private readonly told: ReasonService) {}

  @FieldResolver(() => [RefusalReason], { description: "What the applicant may be told of it." })
  reasons(@Root() row: AssessmentRow, @Ctx() ctx: Context): ToldReason[] {
    return this.told.toldOf(row.reasons, ctx.locale);
  }

  @FieldResolver(() => [TraceEntry], { description: "Every step the model took, in order." })
  trace(@Root() row: AssessmentRow, @Ctx() ctx: Context): TraceLine[] {
    return this.told.traceOf(row, ctx.locale);
  }
}

@Resolver(() => Offer)
export class OfferResolver {
  constructor(private readonly quotes: OfferQuoteService) {}

  @FieldResolver(() => Institution, { description: "Who offers." })
  institution(@Root() row: OfferRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => Product, { description: "The product in the version applied for." })
  product(@Root() row: OfferRow, @Ctx() ctx: Context): Promise<ProductView | null> {
    return ctx.load(productVersionById, row.productVersionId);
  }

  @FieldResolver(() => Quote, {
    description: "What it costs, every fee included, by the same arithmetic as the contract.",
  })
  async quote(@Root() row: OfferRow, @Ctx() ctx: Context): Promise<QuoteValue> {
    return this.quotes.of(row, await ctx.load(productVersionById, row.productVersionId));
  }
}
