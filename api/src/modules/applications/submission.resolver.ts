import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Product, type ProductView, productVersionById } from "../catalog/index.js";
import { SubmitApplicationsInput } from "./application.inputs.js";
import type { ApplicationService } from "./application.service.js";
import type { ApplicationRow } from "./application.tables.js";
import { Application } from "./application.types.js";
import type { ApplicationDraftService } from "./application-draft.service.js";
import type { ApplicationDraftRow } from "./application-draft.tables.js";
import { ApplicationDraft } from "./application-draft.types.js";
import type { ApplicationSubmissionService, SubmissionAnswer } from "./application-submission.service.js";
import { SubmissionRefusal, SubmitApplicationsPayload } from "./submission.types.js";

type Refusal = SubmissionAnswer["refused"][number];

@Resolver(() => SubmitApplicationsPayload)
export class SubmissionResolver {
  constructor(
    private readonly submission: ApplicationSubmissionService,
    private readonly allApplications: ApplicationService,
    private readonly drafts: ApplicationDraftService,
  ) {}

  @Allow("application:submit")
  @Mutation(() => SubmitApplicationsPayload, {
    description:
      "Submits every selected product of a draft, once per key: one application and one consent each. A product that cannot go is in `refused` with its reason; the others go.",
  })
  submitApplications(
    @Ctx() ctx: Context,
    @Arg("input", () => SubmitApplicationsInput, { description: "The draft and the consents." })
    input: SubmitApplicationsInput,
  ): Promise<SubmissionAnswer> {
    const consents = input.consents.map(({ institutionId, textHash }) => ({ institutionId, textHash }));
    return this.submission.submit(ctx.viewer, { ...input, consents });
  }

  @FieldResolver(() => [Application], { description: "One for each product that went through." })
  applications(@Root() answer: SubmissionAnswer, @Ctx() ctx: Context): Promise<ApplicationRow[]> {
    return this.allApplications.list(ctx.reader, ctx.viewer, answer.applicationIds);
  }

  @FieldResolver(() => ApplicationDraft, { description: "The draft, with what is left in it." })
  draft(@Root() answer: SubmissionAnswer, @Ctx() ctx: Context): Promise<ApplicationDraftRow> {
    return this.drafts.find(ctx.reader, ctx.viewer, answer.draftId);
  }
}

@Resolver(() => SubmissionRefusal)
export class SubmissionRefusalResolver {
  @FieldResolver(() => Product, { description: "The product that was refused." })
  product(@Root() refusal: Refusal, @Ctx() ctx: Context): Promise<ProductView | null> {
    return ctx.load(productVersionById, refusal.productVersionId);
  }

  @FieldResolver(() => String, { description: "Why, in the reader's language, with what to do about it." })
  message(@Root() refusal: Refusal, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? refusal.en : refusal.zh;
  }
}
