import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context/index.js";
import { regionIn } from "../../kernel/regions/index.js";
import { MoneyScalar } from "../../kernel/scalars/index.js";
import { Consent, type ConsentRow, consentById, Document, type DocumentRow, documentById } from "../borrowers/index.js";
import { Product, type ProductView, productVersionById } from "../catalog/index.js";
import { accountNames, nameInLocale } from "../identity/index.js";
import { Institution, type InstitutionRow, institutionById } from "../institutions/index.js";
import {
  documentIdsByApplication,
  documentRequestsByApplication,
  timelineByApplication,
} from "./application.loaders.js";
import type { ApplicationService } from "./application.service.js";
import { ApplicationAction, ApplicationState, ApplicationStep, isOpenState } from "./application.states.js";
import type { ApplicationRow, FrozenApplicant } from "./application.tables.js";
import { Applicant, Application, DocumentRequest, TimelineEntry } from "./application.types.js";
import type { TimelineStep } from "./application-timeline.rules.js";
import type { DocumentRequestRow } from "./document-request.tables.js";

type PlacedStep = TimelineStep & { readonly institutionId: string };
const isPresent = <T>(value: T | null): value is T => value !== null;

@Resolver(() => Application)
export class ApplicationFieldResolver {
  constructor(private readonly applications: ApplicationService) {}

  @FieldResolver(() => Product, { description: "The product in the version applied for." })
  product(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ProductView | null> {
    return ctx.load(productVersionById, row.productVersionId);
  }

  @FieldResolver(() => Institution, { description: "Who lends and decides." })
  institution(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => ApplicationStep, {
    description: "The borrower's step; an ended application stays where it had got to.",
  })
  step(@Root() row: ApplicationRow): ApplicationStep {
    return this.applications.stepOf(row);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is still under way." })
  isOpen(@Root() row: ApplicationRow): boolean {
    return isOpenState(row.state);
  }

  @FieldResolver(() => Boolean, { description: "True while the borrower has been asked for documents." })
  isClockPaused(@Root() row: ApplicationRow): boolean {
    return row.state === ApplicationState.NEED_MORE_INFO;
  }

  @FieldResolver(() => [TimelineEntry], { description: "Its history, oldest first." })
  async timeline(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<PlacedStep[]> {
    const steps = await ctx.load(timelineByApplication, row.id);
    return steps.map((step) => ({ ...step, institutionId: row.institutionId }));
  }

  @FieldResolver(() => [Document], { description: "The borrower's documents that stand behind it." })
  async documents(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<DocumentRow[]> {
    const ids = await ctx.load(documentIdsByApplication, row.id);
    return (await ctx.loadMany(documentById, ids)).filter(isPresent);
  }

  @FieldResolver(() => [DocumentRequest], { description: "What the institution asked for, oldest first." })
  documentRequests(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<DocumentRequestRow[]> {
    return ctx.load(documentRequestsByApplication, row.id);
  }

  @FieldResolver(() => Consent, { nullable: true, description: "The consent it rests on." })
  async consent(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ConsentRow | null> {
    return row.consentId ? ctx.load(consentById, row.consentId) : null;
  }

  @FieldResolver(() => Applicant, { nullable: true, description: "The applicant, masked, as frozen at submission." })
  applicant(@Root() row: ApplicationRow): FrozenApplicant {
    return row.applicantFacts;
  }

  @FieldResolver(() => String, { nullable: true, description: "The reviewer in charge; null to the borrower." })
  assigneeName(@Root() row: ApplicationRow, @Ctx() ctx: Context): string | null {
    return ctx.viewer.kind === "BORROWER" ? null : row.assigneeName;
  }

  @FieldResolver(() => [ApplicationAction], { description: "What you may do with it now." })
  permittedActions(@Root() row: ApplicationRow, @Ctx() ctx: Context): ApplicationAction[] {
    return this.applications.actionsFor(ctx.viewer, row);
  }
}

@Resolver(() => Applicant)
export class ApplicantFieldResolver {
  @FieldResolver(() => MoneyScalar, { nullable: true, description: "Income a month, as stated by the applicant." })
  monthlyIncome(@Root() facts: FrozenApplicant): bigint | null {
    return facts.monthlyIncome === null ? null : BigInt(facts.monthlyIncome);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "Repayments a month, as stated by the applicant." })
  monthlyDebtPayment(@Root() facts: FrozenApplicant): bigint | null {
    return facts.monthlyDebtPayment === null ? null : BigInt(facts.monthlyDebtPayment);
  }

  @FieldResolver(() => String, { nullable: true, description: "Province lived in, in the reader's language." })
  province(@Root() { province }: FrozenApplicant, @Ctx() ctx: Context): string | null {
    return province && regionIn(province, ctx.locale);
  }
}

@Resolver(() => TimelineEntry)
export class TimelineFieldResolver {
  @FieldResolver(() => String, { description: "What happened, in the reader's language." })
  title(@Root() { title }: PlacedStep, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? title.en : title.zh;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why, in plain words." })
  detail(@Root() { detail }: PlacedStep, @Ctx() ctx: Context): string | null {
    return (ctx.locale === "en-US" ? detail?.en : detail?.zh) ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "To staff, the member of staff who acted; to the borrower, the institution's short name. Never the borrower's name.",
  })
  async actorName(@Root() step: PlacedStep, @Ctx() ctx: Context): Promise<string | null> {
    if (step.actorKind !== "INSTITUTION" && step.actorKind !== "PLATFORM") return null;
    if (step.actorId) {
      const name = await ctx.load(accountNames, step.actorId);
      return name && nameInLocale(name, ctx.locale);
    }
    if (step.actorKind === "PLATFORM") return null;
    return (await ctx.load(institutionById, step.institutionId))?.shortName ?? null;
  }
}

@Resolver(() => DocumentRequest)
export class DocumentRequestFieldResolver {
  @FieldResolver(() => Document, { nullable: true, description: "What the borrower supplied." })
  async document(@Root() row: DocumentRequestRow, @Ctx() ctx: Context): Promise<DocumentRow | null> {
    return row.documentId ? ctx.load(documentById, row.documentId) : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether an answer is still awaited." })
  isOpen(@Root() row: DocumentRequestRow): boolean {
    return row.answeredAt === null && row.closedAt === null;
  }
}
