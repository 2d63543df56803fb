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
import type { OfferRow } from "./offer.tables.js";
import type { OfferQuoteService } from "./offer-quote.service.js";
import type { ReasonService, ToldReason } from "./reason.service.js";
import type { TraceLine } from "./trace-words.rules.js";
import { assessmentByApplication, decisionsByApplication, offersByApplication } from "./underwriting.loaders.js";
import { Assessment, Offer, RefusalReason, TraceEntry } from "./underwriting.types.js";

@Resolver(() => Application)
export class ApplicationUnderwritingResolver {
  constructor(
    private readonly lookup: ApprovalLookupService,
    private readonly reasons: ReasonService,
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
