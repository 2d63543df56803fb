import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { InstantScalar } from "../../kernel/scalars/index.js";

@InputType({ description: "A new value for a parameter." })
export class ChangeParameterInput {
  @Field(() => String, { description: "Name of the parameter." })
  @MaxLength(100)
  name: string;

  @Field(() => String, { description: "The value, in the parameter's unit." })
  @MaxLength(100)
  value: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: "Business time to begin at, not in the past; at once without it.",
  })
  effectiveFrom?: Date | null;

  @Field(() => String, { description: "Why, for whoever reads the history; at most 500 characters." })
  @MaxLength(500)
  reason: string;
}
