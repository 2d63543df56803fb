import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { ReopenApplicationInput } from "./application.inputs.js";
import { applicationById } from "./application.loaders.js";
import type { ApplicationRow } from "./application.tables.js";
import { Application } from "./application.types.js";
import type { ApplicationDraftService } from "./application-draft.service.js";
import type { ApplicationDraftRow } from "./application-draft.tables.js";
import { ApplicationDraft } from "./application-draft.types.js";
import type { ApplicationReopeningService, ReopeningView } from "./application-reopening.service.js";
import { Reopening } from "./reopening.types.js";

@Resolver(() => Application)
export class ReopeningResolver {
  constructor(
    private readonly reopening: ApplicationReopeningService,
    private readonly drafts: ApplicationDraftService,
  ) {}

  @Allow("application:submit")
  @Mutation(() => ApplicationDraft, {
    description:
      "Copies an ended application (refused, withdrawn, expired, cancelled) into a new draft. APPLICATION_NOT_ENDED for any other.",
  })
  async reopenApplication(
    @Ctx() ctx: Context,
    @Arg("input", () => ReopenApplicationInput, { description: "Which one, and with which terms." })
    input: ReopenApplicationInput,
  ): Promise<ApplicationDraftRow> {
    const id = await this.reopening.reopen(ctx.viewer, { ...input });
    return this.drafts.find(ctx.reader, ctx.viewer, id);
  }

  @FieldResolver(() => Reopening, {
    name: "reopening",
    nullable: true,
    description: "What beginning it anew would mean; null unless you are its borrower and it ended without a loan.",
  })
  reopeningOf(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ReopeningView | null> {
    return this.reopening.preview(ctx.reader, ctx.viewer, row, ctx.locale);
  }

  @FieldResolver(() => Application, {
    nullable: true,
    description: "The ended application it was copied from; null where you may not see that one.",
  })
  async reopenedFrom(@Root() row: ApplicationRow, @Ctx() ctx: Context): Promise<ApplicationRow | null> {
    return row.reopenedFromId ? ctx.load(applicationById, row.reopenedFromId) : null;
  }
}
