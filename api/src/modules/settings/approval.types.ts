import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { ApprovalState, ApprovalVerdict } from "../../kernel/approvals/index.js";
import { connectionType } from "../../kernel/page/index.js";
import { InstantScalar } from "../../kernel/scalars/index.js";

registerEnumType(ApprovalState, {
  name: "ApprovalState",
  description: "Where a wish that needs a second person stands.",
  valuesConfig: {
    PENDING: { description: "Waits for the second person." },
    APPROVED: { description: "Agreed to, and done in the same moment." },
    RETURNED: { description: "Sent back to be changed." },
    REJECTED: { description: "Refused." },
    WITHDRAWN: { description: "Taken back by its maker." },
  },
});

registerEnumType(ApprovalVerdict, {
  name: "ApprovalVerdict",
  description: "What the second person says.",
  valuesConfig: {
    APPROVED: { description: "Agree: the effect happens now." },
    RETURNED: { description: "Send back to be changed; needs a reason." },
    REJECTED: { description: "Refuse; needs a reason." },
  },
});

@ObjectType({
  description: "One field before and after a change, as text; personal values are masked.",
  simpleResolvers: true,
})
export class DiffEntry {
  @Field(() => String, { description: "Name of the field." })
  field: string;

  @Field(() => String, { nullable: true, description: "What it was; null when there was nothing." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "What it becomes; null when it is removed." })
  after: string | null;
}

@ObjectType({
  description: "A wish that a second person must agree to. Whoever asked can never be the one who agrees.",
  simpleResolvers: true,
})
export class Approval {
  @Field(() => ID, { description: "Identifies the wish." })
  id: string;

  @Field(() => String, { description: "What is asked, such as parameter.change or account.unfreeze." })
  kind: string;

  @Field(() => String, { description: "Type of the thing it is about." })
  subjectType: string;

  @Field(() => ID, { description: "Which thing it is about." })
  subjectId: string;

  @Field(() => String, { description: "Who asked." })
  makerName: string;

  @Field(() => String, { nullable: true, description: "Who decided." })
  checkerName: string | null;

  @Field(() => ApprovalState, { description: "Where it stands." })
  state: ApprovalState;

  @Field(() => String, { nullable: true, description: "Why it was returned or refused." })
  reason: string | null;

  @Field(() => InstantScalar, { description: "When it was asked." })
  createdAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: "When it was decided." })
  decidedAt: Date | null;
}

export const ApprovalConnection = connectionType("Approval", () => Approval);
