import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A product to keep an eye on, or no longer." })
export class ToggleFavouriteInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => Boolean, { description: "What it shall be; saying it twice is the same as once." })
  isFavourite: boolean;
}
