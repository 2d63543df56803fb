import { IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ApprovalState, ApprovalVerdict } from "../../kernel/approvals/index.js";

@InputType({ description: "Which approvals to list." })
export class ApprovalFilter {
  @Field(() => ApprovalState, { nullable: true, description: "Only those in this state." })
  state?: ApprovalState | null;

  @Field(() => String, { nullable: true, description: "Only those of this kind." })
  @IsOptional()
  @MaxLength(100)
  kind?: string | null;
}

@InputType({ description: "A second person's verdict." })
export class DecideApprovalInput {
  @Field(() => ID, { description: "The wish." })
  approvalId: string;

  @Field(() => ApprovalVerdict, { description: "What is said about it." })
  verdict: ApprovalVerdict;

  @Field(() => String, { nullable: true, description: "Required when returning or refusing; at most 500 characters." })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}
