import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { notificationEvents } from "./notification.events.js";
import { MarkNotificationsReadInput, NotificationFilter } from "./notification.inputs.js";
import type { NotificationAddedValue, NotificationService } from "./notification.service.js";
import type { NotificationRow } from "./notification.tables.js";
import {
  MarkNotificationsReadPayload,
  Notification,
  NotificationAdded,
  NotificationConnection,
} from "./notification.types.js";

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(private readonly book: NotificationService) {}

  @Allow("borrower:own")
  @Query(() => NotificationConnection, { description: "Your own notices, newest first." })
  notifications(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => NotificationFilter, { nullable: true, description: "Which; all without it." })
    filter: NotificationFilter | null,
  ): Promise<Page<NotificationRow>> {
    return this.book.page(ctx.reader, ctx.viewer, filter ?? {}, page);
  }

  @Allow("borrower:own")
  @Query(() => Int, { description: "How many of your notices are unread." })
  unreadNotificationCount(@Ctx() ctx: Context): Promise<number> {
    return this.book.unreadCount(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => MarkNotificationsReadPayload, {
    description: "Marks your own notices as read; twice is the same as once.",
  })
  markNotificationsRead(
    @Ctx() ctx: Context,
    @Arg("input", () => MarkNotificationsReadInput, { description: "Which." }) input: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadPayload> {
    return this.book.markRead(ctx.viewer, input) as Promise<MarkNotificationsReadPayload>;
  }

  @Allow("borrower:own")
  @Subscription(() => NotificationAdded, {
    description: "Your own notices as they come, with the number of unread ones.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload }) => (payload as LiveEvent).name === notificationEvents.added.name,
  })
  notificationAdded(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<NotificationAddedValue> {
    return this.book.heard(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => String, { description: "What happened, in the reader's language." })
  title(@Root() row: NotificationRow, @Ctx() ctx: Context): string {
    return this.book.wordsOf(row, ctx.locale).title;
  }

  @FieldResolver(() => String, { description: "More about it, in the reader's language." })
  body(@Root() row: NotificationRow, @Ctx() ctx: Context): string {
    return this.book.wordsOf(row, ctx.locale).body;
  }
}
