import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { AdvanceClockInput } from "./business-clock.inputs.js";
import type { BusinessClockService, ClockReading } from "./business-clock.service.js";
import { BusinessClock } from "./business-clock.types.js";

/** Left out of the schema wherever business time is real time. */
@Resolver(() => BusinessClock)
export class AdvanceClockResolver {
  constructor(private readonly clock: BusinessClockService) {}

  @Allow("clock:advance")
  @Mutation(() => BusinessClock, {
    description:
      "Sandbox only. Moves business time forward and runs the daily work of the days passed. Refused backwards, and further than 400 days at once.",
  })
  advanceClock(
    @Ctx() ctx: Context,
    @Arg("input", () => AdvanceClockInput, { description: "Day and hour." }) input: AdvanceClockInput,
  ): Promise<ClockReading> {
    return this.clock.advance(ctx.viewer, input.toDay, input.hour);
  }
}
