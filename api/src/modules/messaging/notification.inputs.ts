import { ArrayMaxSize, IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { NoticeKind } from "../contact/index.js";

@InputType({ description: "Which notices to list." })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: "Only those not read yet." })
  isUnread?: boolean | null;

  @Field(() => [NoticeKind], { nullable: true, description: "Only these kinds." })
  kinds?: NoticeKind[] | null;
}

@InputType({ description: "Which notices to mark as read: all of yours without any restriction." })
export class MarkNotificationsReadInput {
  @IsOptional()
  @ArrayMaxSize(100)
  @Field(() => [ID], { nullable: true, description: "Only these, at most 100." })
  ids?: string[] | null;

  @Field(() => [NoticeKind], { nullable: true, description: "Only of these kinds." })
  kinds?: NoticeKind[] | null;
}
