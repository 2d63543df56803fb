import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Application, type ApplicationRow, type ApplicationService } from "../applications/index.js";
import type { HumanReviewService } from "./human-review.service.js";
import { RequestHumanReviewInput } from "./underwriting.inputs.js";

@Resolver()
export class HumanReviewResolver {
  constructor(
    private readonly reviews: HumanReviewService,
    private readonly applications: ApplicationService,
  ) {}

  @Allow("application:submit")
  @Mutation(() => Application, {
    description:
      "Asks for a person to look again after an automatic refusal: once per application. DECISION_NO_HUMAN_REVIEW otherwise.",
  })
  async requestHumanReview(
    @Ctx() ctx: Context,
    @Arg("input", () => RequestHumanReviewInput, { description: "Which application." }) input: RequestHumanReviewInput,
  ): Promise<ApplicationRow> {
    const id = await this.reviews.request(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }
}
