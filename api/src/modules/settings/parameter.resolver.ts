import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { ChangeParameterInput } from "./parameter.inputs.js";
import type { ParameterView, SettingsService } from "./parameter.service.js";
import { ChangeParameterPayload, Parameter } from "./parameter.types.js";

@Resolver(() => Parameter)
export class ParameterResolver {
  constructor(private readonly settings: SettingsService) {}

  @Allow("parameter:read")
  @Query(() => [Parameter], { description: "Every parameter with its history." })
  parameters(@Ctx() ctx: Context): Promise<ParameterView[]> {
    return this.settings.list(ctx.reader);
  }

  @Allow("parameter:change")
  @Mutation(() => ChangeParameterPayload, {
    description:
      "Changes a parameter from a moment on. Risky ones wait for a second person. Refused in the past, out of range, or unchanged.",
  })
  changeParameter(
    @Ctx() ctx: Context,
    @Arg("input", () => ChangeParameterInput, { description: "What changes, from when and why." })
    input: ChangeParameterInput,
  ) {
    return this.settings.change(ctx.viewer, input);
  }

  @FieldResolver(() => String, {
    description: "Unit of the value: days, hours, minutes, seconds, workingDays, times, ppm or method:ppm.",
  })
  unit(@Root() parameter: ParameterView): string {
    return this.settings.definitionOf(parameter.name).unit;
  }

  @FieldResolver(() => String, { description: "What it means, in the reader's language." })
  label(@Root() parameter: ParameterView, @Ctx() ctx: Context): string {
    return this.settings.labelOf(parameter.name, ctx.locale);
  }

  @FieldResolver(() => Boolean, { description: "Whether a change waits for a second person." })
  needsApproval(@Root() parameter: ParameterView): boolean {
    return this.settings.definitionOf(parameter.name).needsApproval;
  }
}
