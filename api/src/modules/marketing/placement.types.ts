import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/page/index.js";
import { DayScalar, InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { Product } from "../catalog/index.js";
import { PlacementEnd, PlacementPlace, PlacementState } from "./placement.states.js";

registerEnumType(PlacementPlace, {
  name: "PlacementPlace",
  description: "Where a slot stands.",
  valuesConfig: {
    HOME: { description: "首页." },
    PRODUCTS: { description: "产品列表, above the list and never in it." },
  },
});

registerEnumType(PlacementState, {
  name: "PlacementState",
  description: "Where a booking stands.",
  valuesConfig: {
    PROPOSED: { description: "待审批: waits for a second person." },
    BOOKED: { description: "已生效: runs on its days." },
    ENDED: { description: "已结束." },
    REJECTED: { description: "已拒绝: the second person did not agree." },
  },
});

registerEnumType(PlacementEnd, {
  name: "PlacementEnd",
  description: "Why a placement is over.",
  valuesConfig: {
    COMPLETED: { description: "Its last day is past." },
    BUDGET_SPENT: { description: "The budget pays for no further day." },
    STOPPED: { description: "Somebody stopped it." },
  },
});

@ObjectType({
  description:
    "A labelled slot that an advertiser pays for. It is never part of an order of products and changes none.",
  simpleResolvers: true,
})
export class Placement {
  @Field(() => ID, { description: "The booking." })
  id: string;

  @Field(() => PlacementPlace, { description: "Where it stands." })
  place: PlacementPlace;

  @Field(() => Boolean, { description: "Always true: show the label 推广 with it." })
  isSponsored: boolean;

  @Field(() => String, { description: "Who pays, to be named on the card." })
  payerName: string;

  @Field(() => Product, { description: "The product shown." })
  product: Product;
}

@ObjectType({ description: "A booking of a slot, for the platform.", simpleResolvers: true })
export class PlacementBooking {
  @Field(() => ID, { description: "The booking." })
  id: string;

  @Field(() => PlacementPlace, { description: "Where it stands." })
  place: PlacementPlace;

  @Field(() => PlacementState, { description: "Where the booking stands." })
  state: PlacementState;

  @Field(() => String, { description: "Who pays." })
  payerName: string;

  @Field(() => DayScalar, { description: "First day." })
  startsOn: string;

  @Field(() => DayScalar, { description: "Last day." })
  endsOn: string;

  @Field(() => MoneyScalar, { description: "What a day costs." })
  dailyPrice: bigint;

  @Field(() => MoneyScalar, { description: "What may be spent in all." })
  budget: bigint;

  @Field(() => MoneyScalar, { description: "What was spent; never above the budget." })
  spent: bigint;

  @Field(() => PlacementEnd, { nullable: true, description: "Why it is over; null while it is not." })
  endedReason: PlacementEnd | null;

  @Field(() => String, { nullable: true, description: "Words of whoever stopped, refused or agreed to it." })
  endedNote: string | null;

  @Field(() => InstantScalar, { description: "When it was asked for." })
  createdAt: Date;

  @Field(() => Int, { description: "Counts the writes; name it when you change the booking." })
  version: number;
}

export const PlacementBookingConnection = connectionType("PlacementBooking", () => PlacementBooking);
