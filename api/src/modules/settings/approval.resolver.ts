import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import { type ApprovalRow, approvalEvents } from "../../kernel/approvals/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { ApprovalFilter, DecideApprovalInput } from "./approval.inputs.js";
import { Approval, ApprovalConnection, DiffEntry } from "./approval.types.js";
import type { DiffLine } from "./approval-diff.rules.js";
import type { ApprovalInboxService } from "./approval-inbox.service.js";

const APPROVAL_EVENTS: ReadonlySet<string> = new Set(Object.values(approvalEvents).map((event) => event.name));

@Resolver(() => Approval)
export class ApprovalResolver {
  constructor(private readonly inbox: ApprovalInboxService) {}

  @Allow("approval:read")
  @Query(() => ApprovalConnection, { description: "What a second person has to agree to on your side, newest first." })
  approvals(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ApprovalFilter, { nullable: true, description: "Which to list; all without it." })
    filter: ApprovalFilter | null,
  ): Promise<Page<ApprovalRow>> {
    return this.inbox.page(ctx.reader, ctx.viewer, filter ?? {}, page);
  }

  @Allow("approval:read")
  @Query(() => Approval, { nullable: true, description: "One approval of your side, or null." })
  approval(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The wish." }) id: string,
  ): Promise<ApprovalRow | null> {
    return this.inbox.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("approval:read")
  @Mutation(() => Approval, {
    description:
      "Speaks a second person's verdict. Refused for whoever asked, for a matter decided already, and without the matter's own permission.",
  })
  decideApproval(
    @Ctx() ctx: Context,
    @Arg("input", () => DecideApprovalInput, { description: "The wish and the verdict." }) input: DecideApprovalInput,
  ): Promise<ApprovalRow> {
    return this.inbox.decide(ctx.viewer, input);
  }

  @Allow("approval:read")
  @Subscription(() => Approval, {
    description: "An approval of your side, each time one is asked for or decided.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => APPROVAL_EVENTS.has((payload as LiveEvent).name),
  })
  approvalChanged(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<ApprovalRow> {
    return this.inbox.heard(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => String, { description: "What would happen, in one sentence, in the reader's language." })
  summary(@Root() row: ApprovalRow, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? row.summary.en : row.summary.zh;
  }

  @FieldResolver(() => [DiffEntry], { description: "What would change, field by field." })
  diff(@Root() row: ApprovalRow): DiffLine[] {
    return this.inbox.linesOf(row);
  }

  @FieldResolver(() => Boolean, { description: "Whether you asked for it." })
  isMine(@Root() row: ApprovalRow, @Ctx() ctx: Context): boolean {
    return this.inbox.isMine(ctx.viewer, row);
  }

  @FieldResolver(() => Boolean, { description: "Whether you may decide it now." })
  canDecide(@Root() row: ApprovalRow, @Ctx() ctx: Context): boolean {
    return this.inbox.canDecide(ctx.viewer, row);
  }
}
