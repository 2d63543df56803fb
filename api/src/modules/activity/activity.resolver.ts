import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { RecordActivityInput, SetActivityChoiceInput } from "./activity.inputs.js";
import type { ActivityService } from "./activity.service.js";
import { ActivityChoice, ActivityText, RecordActivityPayload } from "./activity.types.js";
import type { ActivityChoiceService, ActivityChoiceValue } from "./activity-choice.service.js";
import type { ActivityWording } from "./activity-text.rules.js";

@Resolver(() => ActivityChoice)
export class ActivityResolver {
  constructor(
    private readonly choices: ActivityChoiceService,
    private readonly activity: ActivityService,
  ) {}

  @Public()
  @Query(() => ActivityChoice, {
    description: "The viewer's own choice about recording and personalisation. Staff and partners have none to make.",
  })
  activityChoice(
    @Ctx() ctx: Context,
    @Arg("visitorId", () => ID, { nullable: true, description: "A guest's number of this browser, if it has one." })
    visitorId: string | null,
  ): Promise<ActivityChoiceValue> {
    return this.choices.of(ctx.reader, ctx.viewer, visitorId);
  }

  @Public()
  @Mutation(() => ActivityChoice, {
    description: "Sets the viewer's choice; the way back is the same as the way in. No erases at once.",
  })
  setActivityChoice(
    @Ctx() ctx: Context,
    @Arg("input", () => SetActivityChoiceInput, { description: "Yes or no, to which text." })
    input: SetActivityChoiceInput,
  ): Promise<ActivityChoiceValue> {
    return this.choices.choose(ctx.viewer, input);
  }

  @Public()
  @Mutation(() => RecordActivityPayload, {
    description:
      "Records what somebody did, under their consent (ACTIVITY_NOT_ALLOWED without it). Repeats are harmless; above the hour's quota a batch is refused whole (ACTIVITY_TOO_MANY).",
  })
  recordActivity(
    @Ctx() ctx: Context,
    @Arg("input", () => RecordActivityInput, { description: "The batch." }) input: RecordActivityInput,
  ): Promise<RecordActivityPayload> {
    return this.activity.record(ctx.viewer, input);
  }

  @FieldResolver(() => ActivityText, { description: "The words the choice is about, as they read now." })
  text(@Ctx() ctx: Context): ActivityWording {
    return this.choices.text(ctx.locale);
  }

  @FieldResolver(() => Int, { description: "How many events stand recorded about the viewer." })
  eventCount(@Root() { actor }: ActivityChoiceValue, @Ctx() ctx: Context): Promise<number> {
    return this.choices.countOf(ctx.reader, actor);
  }
}
