import { Field, ObjectType } from "type-graphql";
import { MissingFact } from "./application-draft.types.js";

@ObjectType({ description: "What beginning an ended application anew would mean.", simpleResolvers: true })
export class Reopening {
  @Field(() => String, { nullable: true, description: "Why it cannot be begun anew; null where it can." })
  problem: string | null;
  @Field(() => [String], { description: "What changed about the product since, in plain words." })
  changes: string[];
  @Field(() => [MissingFact], { description: "What of you has grown stale or is missing." })
  missing: MissingFact[];
}
