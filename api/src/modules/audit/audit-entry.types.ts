import { Field, ID, ObjectType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { DayScalar, InstantScalar } from "../../kernel/scalars/index.js";
import { ActorKind } from "../applications/index.js";

@ObjectType({
  description: "One thing that happened: the event itself is the audit row, written with its effect.",
  simpleResolvers: true,
})
export class AuditEntry {
  @Field(() => ID, { description: "Of the event." })
  id: string;

  @Field(() => InstantScalar, { description: "When, real time of the database." })
  occurredAt: Date;

  @Field(() => DayScalar, { description: "The business day it belongs to." })
  businessDay: string;

  @Field(() => ActorKind, { description: "What kind of actor did it." })
  actorKind: string;

  @Field(() => String, { description: "Kind of the thing it happened to, such as Application." })
  subjectType: string;

  @Field(() => ID, { description: "The thing it happened to." })
  subjectId: string;

  @Field(() => String, { nullable: true, description: "Request in which it happened; null for jobs." })
  requestId: string | null;
}

export const AuditEntryConnection = connectionType("AuditEntry", () => AuditEntry);
