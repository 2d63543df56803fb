import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { DayScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { PlacementPlace, PlacementState } from "./placement.states.js";

@InputType({ description: "A slot to book." })
export class BookPlacementInput {
  @Field(() => PlacementPlace, { description: "Where." })
  place: PlacementPlace;

  @Field(() => ID, { description: "The product to show; its institution is the advertiser." })
  productId: string;

  @Field(() => DayScalar, { description: "First business day; today or later." })
  startsOn: string;

  @Field(() => DayScalar, { description: "Last business day; at most 90 days in all." })
  endsOn: string;

  @Field(() => MoneyScalar, { description: "What a day costs." })
  dailyPrice: bigint;

  @Field(() => MoneyScalar, { description: "What may be spent in all." })
  budget: bigint;

  @Field(() => String, { description: "The same key answers with the same booking." })
  idempotencyKey: string;
}

@InputType({ description: "Which placement to stop, and why." })
export class EndPlacementInput {
  @Field(() => ID, { description: "The booking." })
  placementId: string;

  @Field(() => Int, { description: "Its version as it was read." })
  version: number;

  @Field(() => String, { description: "Why, 1 to 200 characters." })
  @MaxLength(200)
  reason: string;
}

@InputType({ description: "Which bookings." })
export class PlacementFilter {
  @Field(() => [PlacementState], { nullable: true, description: "In one of these states." })
  @ArrayMaxSize(10)
  states?: PlacementState[] | null;

  @Field(() => PlacementPlace, { nullable: true, description: "In this place." })
  place?: PlacementPlace | null;
}
