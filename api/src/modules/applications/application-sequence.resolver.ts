import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { Product, type ProductView, productVersionById, Quote, type QuoteValue } from "../catalog/index.js";
import { applicationById, draftItemsByDraft, stepsBySequence } from "./application.loaders.js";
import type { ApplicationRow } from "./application.tables.js";
import { Application } from "./application.types.js";
import type { ApplicationDraftRow } from "./application-draft.tables.js";
import { ApplicationDraft } from "./application-draft.types.js";
import { isAboutSequence } from "./application-live.service.js";
import type {
  ApplicationPlanService,
  ApplicationPlanValue,
  PlannedTurn as PlannedTurnValue,
} from "./application-plan.service.js";
import {
  CancelSequenceInput,
  PauseSequenceInput,
  ReorderSequenceInput,
  ResumeSequenceInput,
  StartSequenceInput,
} from "./application-sequence.inputs.js";
import type { ApplicationSequenceService } from "./application-sequence.service.js";
import { SequenceGoal, SequenceStepState } from "./application-sequence.states.js";
import type { ApplicationSequenceRow, SequenceReason, SequenceStepRow } from "./application-sequence.tables.js";
import {
  ApplicationPlan,
  ApplicationSequence,
  HardPulls,
  PlannedTurn,
  SequenceStep,
} from "./application-sequence.types.js";
import type { ApplicationSubmissionService, HardPullsValue } from "./application-submission.service.js";

const worded = (reason: SequenceReason | null, { locale }: Context): string | null =>
  reason && (locale === "en-US" ? reason.en : reason.zh);

@Resolver(() => ApplicationSequence)
export class ApplicationSequenceResolver {
  constructor(private readonly sequences: ApplicationSequenceService) {}

  @Allow("borrower:own")
  @Query(() => [ApplicationSequence], {
    description: "Your walks from lender to lender, newest first; the last twenty.",
  })
  applicationSequences(@Ctx() ctx: Context): Promise<ApplicationSequenceRow[]> {
    return this.sequences.list(ctx.reader, ctx.viewer);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationSequence, {
    description:
      "Asks the lenders of a draft one after another, once per key: the next one hears of it only when the one before has said no. Refused where repayments would take more of the income than the platform's limit (APPLICATION_DEBT_SERVICE_TOO_HIGH, with what would fit).",
  })
  async startSequence(
    @Ctx() ctx: Context,
    @Arg("input", () => StartSequenceInput, { description: "The draft, the order and the consents." })
    input: StartSequenceInput,
  ): Promise<ApplicationSequenceRow> {
    const consents = input.consents.map(({ institutionId, textHash }) => ({ institutionId, textHash }));
    const id = await this.sequences.start(ctx.viewer, { ...input, consents });
    return this.sequences.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationSequence, { description: "Asks nobody else for now; the application under way goes on." })
  pauseSequence(
    @Ctx() ctx: Context,
    @Arg("input", () => PauseSequenceInput, { description: "Which walk." }) input: PauseSequenceInput,
  ): Promise<ApplicationSequenceRow> {
    return this.sequences.pause(ctx.viewer, input.sequenceId, input.version);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationSequence, { description: "Goes on, and asks the next lender if nobody is being asked." })
  resumeSequence(
    @Ctx() ctx: Context,
    @Arg("input", () => ResumeSequenceInput, { description: "Which walk." }) input: ResumeSequenceInput,
  ): Promise<ApplicationSequenceRow> {
    const consents = input.consents?.map(({ institutionId, textHash }) => ({ institutionId, textHash })) ?? null;
    return this.sequences.resume(ctx.viewer, { ...input, consents });
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationSequence, { description: "Ends it; an application under way goes on by itself." })
  cancelSequence(
    @Ctx() ctx: Context,
    @Arg("input", () => CancelSequenceInput, { description: "Which walk." }) input: CancelSequenceInput,
  ): Promise<ApplicationSequenceRow> {
    return this.sequences.cancel(ctx.viewer, input.sequenceId, input.version);
  }

  @Allow("application:submit")
  @Mutation(() => ApplicationSequence, { description: "Changes the order of those who have not been asked." })
  reorderSequence(
    @Ctx() ctx: Context,
    @Arg("input", () => ReorderSequenceInput, { description: "The new order." }) input: ReorderSequenceInput,
  ): Promise<ApplicationSequenceRow> {
    return this.sequences.reorder(ctx.viewer, input);
  }

  @Allow("borrower:own")
  @Subscription(() => ApplicationSequence, {
    description: "One of your walks, each time it moved: begun, a lender asked, stopped, gone on, or come to its end.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => isAboutSequence(payload as LiveEvent),
  })
  applicationSequenceChanged(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<ApplicationSequenceRow> {
    return this.sequences.find(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => [SequenceStep], { description: "Its lenders in the order of their turns." })
  steps(@Root() row: ApplicationSequenceRow, @Ctx() ctx: Context): Promise<SequenceStepRow[]> {
    return ctx.load(stepsBySequence, row.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What stopped it, in the reader's language; null where the borrower did.",
  })
  reason(@Root() row: ApplicationSequenceRow, @Ctx() ctx: Context): string | null {
    return worded(row.reason, ctx);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Code of the refusal that stopped it, as `extensions.code` would say it; null where the borrower did.",
  })
  reasonCode(@Root() row: ApplicationSequenceRow): string | null {
    return row.reason?.code ?? null;
  }

  @FieldResolver(() => Int, { description: "Lenders that have looked into the credit file so far." })
  async hardPullCount(@Root() row: ApplicationSequenceRow, @Ctx() ctx: Context): Promise<number> {
    const steps = await ctx.load(stepsBySequence, row.id);
    return steps.filter(({ applicationId }) => applicationId !== null).length;
  }

  @FieldResolver(() => Int, { description: "Lenders that would have, had all been asked at once." })
  async parallelHardPullCount(@Root() row: ApplicationSequenceRow, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(stepsBySequence, row.id)).length;
  }
}

@Resolver(() => SequenceStep)
export class SequenceStepResolver {
  @FieldResolver(() => Product, { description: "The product, as the borrower saw it." })
  product(@Root() step: SequenceStepRow, @Ctx() ctx: Context): Promise<ProductView | null> {
    return ctx.load(productVersionById, step.productVersionId);
  }

  @FieldResolver(() => Application, { nullable: true, description: "What was sent; null before its turn." })
  async application(@Root() step: SequenceStepRow, @Ctx() ctx: Context): Promise<ApplicationRow | null> {
    return step.applicationId ? ctx.load(applicationById, step.applicationId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it was passed by, in the reader's language." })
  reason(@Root() step: SequenceStepRow, @Ctx() ctx: Context): string | null {
    return worded(step.state === SequenceStepState.SKIPPED ? step.reason : null, ctx);
  }
}

@Resolver(() => ApplicationDraft)
export class ApplicationPlanEdge {
  constructor(
    private readonly plans: ApplicationPlanService,
    private readonly submission: ApplicationSubmissionService,
  ) {}

  @FieldResolver(() => ApplicationPlan, {
    description: "The best order for a goal, or the figures of the order you name.",
  })
  async plan(
    @Root() draft: ApplicationDraftRow,
    @Ctx() ctx: Context,
    @Arg("goal", () => SequenceGoal, { description: "What for." }) goal: SequenceGoal,
    @Arg("productIds", () => [ID], { nullable: true, description: "An order of your own." })
    productIds?: string[] | null,
  ): Promise<ApplicationPlanValue> {
    const items = await ctx.load(draftItemsByDraft, draft.id);
    return this.plans.planFor(ctx.reader, draft, items, { goal, productIds: productIds?.slice(0, 50) ?? null });
  }

  @FieldResolver(() => HardPulls, { description: "How many lenders may still look into the credit file." })
  hardPulls(@Root() draft: ApplicationDraftRow, @Ctx() ctx: Context): Promise<HardPullsValue> {
    return this.submission.hardPullsOf(ctx.reader, draft.borrowerId);
  }
}

@Resolver(() => ApplicationPlan)
export class ApplicationPlanResolver {
  @FieldResolver(() => [PlannedTurn], { description: "In the order of their turns." })
  turns(@Root() plan: ApplicationPlanValue): readonly PlannedTurnValue[] {
    return plan.turns;
  }

  @FieldResolver(() => [Product], { description: "Products the limit leaves no turn for." })
  leftOut(@Root() plan: ApplicationPlanValue): readonly ProductView[] {
    return plan.leftOut;
  }
}

@Resolver(() => PlannedTurn)
export class PlannedTurnResolver {
  @FieldResolver(() => Product, { description: "The product." })
  product(@Root() turn: PlannedTurnValue): ProductView {
    return turn.product;
  }

  @FieldResolver(() => Quote, { description: "What it would cost." })
  quote(@Root() turn: PlannedTurnValue): QuoteValue {
    return turn.quote;
  }
}
