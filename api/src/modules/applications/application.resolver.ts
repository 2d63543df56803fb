import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import {
  AnswerDocumentRequestInput,
  ApplicationFilter,
  AssignApplicationInput,
  WithdrawApplicationInput,
} from "./application.inputs.js";
import type { ApplicationService } from "./application.service.js";
import { ApplicationSort } from "./application.states.js";
import type { ApplicationRow } from "./application.tables.js";
import { Application, ApplicationConnection } from "./application.types.js";
import type { ApplicationClosingService } from "./application-closing.service.js";
import { applicationOf, isAboutApplication } from "./application-live.service.js";
import type { ApplicationReviewService } from "./application-review.service.js";

/** Whether the query asked for a field of the connection, fragments included. */
function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  const search = (node: { selectionSet?: GraphQLResolveInfo["fieldNodes"][number]["selectionSet"] }): boolean =>
    node.selectionSet?.selections.some((selection) => {
      if (selection.kind === "Field") return selection.name.value === field;
      if (selection.kind === "InlineFragment") return search(selection);
      const fragment = info.fragments[selection.name.value];
      return fragment !== undefined && search(fragment);
    }) ?? false;
  return info.fieldNodes.some(search);
}

@Resolver(() => Application)
export class ApplicationResolver {
  constructor(
    private readonly applications: ApplicationService,
    private readonly review: ApplicationReviewService,
    private readonly closing: ApplicationClosingService,
  ) {}

  @Allow("application:read")
  @Query(() => ApplicationConnection, {
    name: "applications",
    description:
      "Your own applications, your institution's (while consent stands), or all, by who asks. `totalCount` is counted up to 1000.",
  })
  applicationPage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ApplicationFilter, { nullable: true, description: "Which to list; all without it." })
    filter: ApplicationFilter | null,
    @Arg("sort", () => ApplicationSort, { defaultValue: ApplicationSort.NEWEST, description: "In which order." })
    sort: ApplicationSort,
  ): Promise<Page<ApplicationRow>> {
    return this.applications.page(ctx.reader, ctx.viewer, filter ?? {}, sort, page, asksFor(info, "totalCount"));
  }

  @Allow("application:read")
  @Query(() => Application, {
    nullable: true,
    description:
      "One application of your scope. NOT_FOUND for another's, and for an institution once the consent ended.",
  })
  application(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which application." }) id: string,
  ): Promise<ApplicationRow> {
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:withdraw")
  @Mutation(() => Application, {
    description:
      "Takes an application back, up to the signature; its consent ends with it. Refused from then on (APPLICATION_CANNOT_WITHDRAW).",
  })
  async withdrawApplication(
    @Ctx() ctx: Context,
    @Arg("input", () => WithdrawApplicationInput, { description: "Which one." }) input: WithdrawApplicationInput,
  ): Promise<ApplicationRow> {
    const id = await this.closing.withdraw(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:submit")
  @Mutation(() => Application, {
    description:
      "Supplies a document that was asked for. With the last one in, the review goes on and its clock runs again.",
  })
  async answerDocumentRequest(
    @Ctx() ctx: Context,
    @Arg("input", () => AnswerDocumentRequestInput, { description: "The request and the document." })
    input: AnswerDocumentRequestInput,
  ): Promise<ApplicationRow> {
    const id = await this.review.answerDocumentRequest(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("application:review")
  @Mutation(() => Application, {
    description:
      "Takes an application under review into your hands, or puts it back. A colleague's only with application:check.",
  })
  assignApplication(
    @Ctx() ctx: Context,
    @Arg("input", () => AssignApplicationInput, { description: "Which one." }) input: AssignApplicationInput,
  ): Promise<ApplicationRow> {
    return this.review.assign(ctx.viewer, input);
  }

  @Allow("application:read")
  @Subscription(() => Application, {
    description:
      "An application of your scope, each time something happened to it. An institution hears NOT_FOUND when the consent has just ended.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload, args }) =>
      isAboutApplication(payload as LiveEvent, (args as { applicationId?: string }).applicationId),
  })
  applicationStatusChanged(
    @Root() event: LiveEvent,
    @Ctx() ctx: Context,
    @Arg("applicationId", () => ID, { nullable: true, description: "Only this one; all of your scope without it." })
    _applicationId?: string | null,
  ): Promise<ApplicationRow> {
    return this.applications.find(ctx.reader, ctx.viewer, applicationOf(event) ?? "");
  }
}
