import { Field, ID, ObjectType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { Approval } from "./approval.types.js";

@ObjectType({ description: "A value that a parameter had, has or will have.", simpleResolvers: true })
export class ParameterVersion {
  @Field(() => ID, { description: "Identifies the version." })
  id: string;

  @Field(() => String, { description: "The value, in the parameter's unit." })
  value: string;

  @Field(() => InstantScalar, { description: "Business time from which it holds; may lie in the future." })
  effectiveFrom: Date;

  @Field(() => String, { description: "Who asked for it." })
  changedBy: string;

  @Field(() => String, { description: "Why it was changed." })
  reason: string;
}

@ObjectType({
  description: "A figure the platform works by, with the dates it holds from. A change never touches signed loans.",
  simpleResolvers: true,
})
export class Parameter {
  @Field(() => ID, { description: "Identifies the parameter." })
  id: string;

  @Field(() => String, { description: "Its name, such as rateCap.BANK." })
  name: string;

  @Field(() => String, {
    description: 'The value in force now. A rate cap names its way of measuring: "IRR_NOMINAL_SIMPLE:240000" is 24 %.',
  })
  value: string;

  @Field(() => String, { nullable: true, description: "Rule or publication the value comes from." })
  source: string | null;

  @Field(() => InstantScalar, { description: "Business time since when the value holds." })
  effectiveFrom: Date;

  @Field(() => [ParameterVersion], { description: "Every version, newest first, future ones included." })
  history: ParameterVersion[];
}

@ObjectType({ description: "A parameter after a change, or the approval the change waits for.", simpleResolvers: true })
export class ChangeParameterPayload {
  @Field(() => Parameter, { description: "The parameter as it is now." })
  parameter: Parameter;

  @Field(() => Approval, { nullable: true, description: "The second person's turn; null when the change is made." })
  approval: Approval | null;
}
