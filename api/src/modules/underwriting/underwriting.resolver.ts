import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { ApprovalRow } from "../../kernel/approvals/index.js";
import type { Context } from "../../kernel/context/index.js";
import {
  Application,
  type ApplicationReviewService,
  type ApplicationRow,
  type ApplicationService,
} from "../applications/index.js";
import { ListingCheck, Quote, type QuoteValue } from "../catalog/index.js";
import { Approval } from "../settings/index.js";
import type { ApprovalLookupService } from "./approval-lookup.service.js";
import type { DecisionAnswer, DecisionPreviewValue, DecisionService, PreviewProblem } from "./decision.service.js";
import type { OfferService } from "./offer.service.js";
import {
  AcceptOfferInput,
  DecideApplicationInput,
  DeclineOfferInput,
  PreviewDecisionInput,
  RequestDocumentInput,
} from "./underwriting.inputs.js";
import { DecideApplicationPayload, DecisionPreview } from "./underwriting.types.js";

@Resolver(() => DecideApplicationPayload)
export class DecisionResolver {
  constructor(
    private readonly decisions: DecisionService,
    private readonly offers: OfferService,
    private readonly applications: ApplicationService,
    private readonly review: ApplicationReviewService,
    private readonly lookup: ApprovalLookupService,
  ) {}

  @Allow("application:decide")
  @Query(() => DecisionPreview, {
    description: "What these terms would cost the borrower, and what is wrong with them.",
  })
  previewDecision(
    @Ctx() ctx: Context,
    @Arg("input", () => PreviewDecisionInput, { description: "Terms to try." }) input: PreviewDecisionInput,
  ): Promise<DecisionPreviewValue> {
    return this.decisions.preview(ctx.reader, ctx.viewer, input);
  }

  @Allow("application:decide")
  @Mutation(() => DecideApplicationPayload, {
    description:
      "Decides an application under review, once per key. Above your limit a second person of your institution has to agree; you cannot be that person.",
  })
  decideApplication(
    @Ctx() ctx: Context,
    @Arg("input", () => DecideApplicationInput, { description: "The verdict." }) input: DecideApplicationInput,
  ): Promise<DecisionAnswer> {
    return this.decisions.decide(ctx.viewer, { ...input });
  }

  @Allow("application:review")
  @Mutation(() => Application, {
    description:
      "Asks the borrower for one more document (补件). The review clock stops until every open request is answered.",
  })
  async requestDocument(
    @Ctx() ctx: Context,
    @Arg("input", () => RequestDocumentInput, { description: "What is wanted, and why." }) input: RequestDocumentInput,
  ): Promise<ApplicationRow> {
    const id = await this.review.requestDocument(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("offer:answer")
  @Mutation(() => Application, {
    description:
      "Accepts an open offer: the contract comes next. OFFER_EXPIRED after its time, OFFER_NOT_OPEN once answered; APPLICATION_CANNOT_WITHDRAW where one that should give way is signed, and then nothing changes.",
  })
  async acceptOffer(
    @Ctx() ctx: Context,
    @Arg("input", () => AcceptOfferInput, { description: "Which offer." }) input: AcceptOfferInput,
  ): Promise<ApplicationRow> {
    const id = await this.offers.accept(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("offer:answer")
  @Mutation(() => Application, {
    description: "Declines an open offer; the application ends as withdrawn and its consent with it.",
  })
  async declineOffer(
    @Ctx() ctx: Context,
    @Arg("input", () => DeclineOfferInput, { description: "Which offer." }) input: DeclineOfferInput,
  ): Promise<ApplicationRow> {
    const id = await this.offers.decline(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @FieldResolver(() => Application, { description: "The application, as it stands now." })
  application(@Root() answer: DecisionAnswer, @Ctx() ctx: Context): Promise<ApplicationRow> {
    return this.applications.find(ctx.reader, ctx.viewer, answer.applicationId);
  }

  @FieldResolver(() => Approval, {
    nullable: true,
    description: "The second person's task, where the amount is above your limit.",
  })
  approval(@Root() answer: DecisionAnswer, @Ctx() ctx: Context): Promise<ApprovalRow | null> {
    return this.lookup.byId(ctx.reader, ctx.viewer, answer.approvalId);
  }
}

@Resolver(() => DecisionPreview)
export class DecisionPreviewResolver {
  @FieldResolver(() => Quote, { nullable: true, description: "Null where the terms cannot be offered." })
  quote(@Root() preview: DecisionPreviewValue): QuoteValue | null {
    return preview.quote;
  }

  @FieldResolver(() => [ListingCheck], { description: "What is wrong with the terms; empty when they can be offered." })
  problems(@Root() preview: DecisionPreviewValue): readonly PreviewProblem[] {
    return preview.problems;
  }
}
