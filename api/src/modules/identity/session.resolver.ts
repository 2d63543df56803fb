import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { ChangePasswordInput, ChangePhoneInput, RevokeSessionInput } from "./credential.inputs.js";
import type { CredentialService } from "./credential.service.js";
import type { ViewerFacts } from "./session.rules.js";
import type { SessionService, SessionView } from "./session.service.js";
import { Session, Viewer } from "./viewer.types.js";

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly book: SessionService,
    private readonly credentials: CredentialService,
  ) {}

  @Allow("session:own")
  @Query(() => [Session], { description: "Where you are signed in, latest first." })
  sessions(@Ctx() ctx: Context): Promise<SessionView[]> {
    return this.book.list(ctx.reader, ctx.viewer);
  }

  @Allow("session:own")
  @Mutation(() => [Session], { description: "Ends one of your sessions; answers those that are left." })
  revokeSession(
    @Ctx() ctx: Context,
    @Arg("input", () => RevokeSessionInput, { description: "Which." }) input: RevokeSessionInput,
  ): Promise<SessionView[]> {
    return this.book.revoke(ctx.viewer, input.sessionId);
  }

  @Allow("session:own")
  @Mutation(() => [Session], {
    description: "Sets a new password. Your other sessions end. None of the last five passwords is taken.",
  })
  changePassword(
    @Ctx() ctx: Context,
    @Arg("input", () => ChangePasswordInput, { description: "The present and the new one." })
    input: ChangePasswordInput,
  ): Promise<SessionView[]> {
    return this.credentials.changePassword(ctx.viewer, input);
  }

  @Allow("session:own")
  @Mutation(() => Viewer, {
    description: "Moves a borrower's account to another number by a code to each. Your other sessions end.",
  })
  async changePhone(
    @Ctx() ctx: Context,
    @Arg("input", () => ChangePhoneInput, { description: "Both codes and the new number." }) input: ChangePhoneInput,
  ): Promise<ViewerFacts> {
    return this.book.describe(await this.credentials.changePhone(ctx.viewer, input));
  }
}
