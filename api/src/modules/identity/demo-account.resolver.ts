import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { DemoAccountService, DemoAccountView } from "./demo-account.service.js";
import type { ViewerFacts } from "./session.rules.js";
import { SignInAsDemoInput } from "./sign-in.inputs.js";
import { clientOf, enter } from "./sign-in.resolver.js";
import { DemoAccount } from "./sign-in.types.js";
import { Viewer } from "./viewer.types.js";

/** Left out of the schema in production. */
@Resolver(() => DemoAccount)
export class DemoAccountResolver {
  constructor(private readonly demo: DemoAccountService) {}

  @Public()
  @Query(() => [DemoAccount], { description: "Sandbox only: the invented people one can be, with what to type." })
  demoAccounts(@Ctx() ctx: Context): Promise<DemoAccountView[]> {
    return this.demo.list(ctx.locale);
  }

  @Public()
  @Mutation(() => Viewer, { description: "Sandbox only: signs in as a demo account in one step." })
  async signInAsDemo(
    @Ctx() ctx: Context,
    @Arg("input", () => SignInAsDemoInput, { description: "Whom to be." }) input: SignInAsDemoInput,
  ): Promise<ViewerFacts> {
    return enter(ctx, await this.demo.signIn(clientOf(ctx), input.key));
  }
}
