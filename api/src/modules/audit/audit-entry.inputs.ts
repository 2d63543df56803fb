import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Which entries of the audit trail to list; all parts must hold." })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: "Kind of thing, such as Application or Product." })
  @MaxLength(64)
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: "The thing." })
  @MaxLength(64)
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the event, such as application.statusChanged." })
  @MaxLength(64)
  event?: string | null;
}
