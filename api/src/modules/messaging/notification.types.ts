import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { NoticeKind } from "../contact/index.js";

@ObjectType({ description: "A notice to a borrower: one per cause.", simpleResolvers: true })
export class Notification {
  @Field(() => ID, { description: "Identifies the notice." })
  id: string;

  @Field(() => NoticeKind, { description: "What it is about." })
  kind: NoticeKind;

  @Field(() => String, { description: "Path in the borrower's app; it opens the exact thing." })
  path: string;

  @Field(() => InstantScalar, { description: "When it happened, in business time." })
  occurredAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: "When it was marked as read; null while it is not." })
  readAt: Date | null;
}

export const NotificationConnection = connectionType("Notification", () => Notification);

@ObjectType({ description: "A notice that has just come, and how many are unread with it.", simpleResolvers: true })
export class NotificationAdded {
  @Field(() => Notification, { description: "The notice." })
  notification: Notification;

  @Field(() => Int, { description: "Unread notices now." })
  unreadCount: number;
}

@ObjectType({ description: "What was marked as read.", simpleResolvers: true })
export class MarkNotificationsReadPayload {
  @Field(() => [Notification], { description: "Those that were unread before." })
  notifications: Notification[];

  @Field(() => Int, { description: "Unread notices now." })
  unreadCount: number;
}
