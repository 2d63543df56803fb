import { Max, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { DayScalar } from "../../kernel/scalars/index.js";

@InputType({ description: "Where to move business time to." })
export class AdvanceClockInput {
  @Field(() => DayScalar, { description: "The day; never before the present business day." })
  toDay: string;

  @Field(() => Int, { defaultValue: 9, description: "The hour of that day in Asia/Shanghai, 0 to 23." })
  @Min(0)
  @Max(23)
  hour: number;
}
