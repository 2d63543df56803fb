import { Field, ObjectType } from "type-graphql";
import { DayScalar, InstantScalar } from "../../kernel/scalars/index.js";

@ObjectType({
  description: "Business time: what due dates, interest and reminders go by. In production it is real time.",
  simpleResolvers: true,
})
export class BusinessClock {
  @Field(() => InstantScalar, { description: "Business time now." })
  now: Date;

  @Field(() => DayScalar, { description: "The business day in Asia/Shanghai." })
  today: string;

  @Field(() => InstantScalar, { description: "Real time now, by the database's clock." })
  realNow: Date;

  @Field(() => Boolean, { description: "Whether advanceClock exists here: only in a sandbox." })
  isMovable: boolean;
}
