import { Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { BusinessClockService, ClockReading } from "./business-clock.service.js";
import { BusinessClock } from "./business-clock.types.js";

@Resolver(() => BusinessClock)
export class BusinessClockResolver {
  constructor(private readonly clock: BusinessClockService) {}

  @Public()
  @Query(() => BusinessClock, { description: "The business day, and how it stands to real time." })
  businessClock(): ClockReading {
    return this.clock.read();
  }
}
