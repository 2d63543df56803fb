import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { CodeAnswer, CodeChallengeService } from "./code-challenge.service.js";
import { ResetPasswordInput } from "./credential.inputs.js";
import type { CredentialService } from "./credential.service.js";
import type { ViewerFacts } from "./session.rules.js";
import type { Client, SessionService, SignedIn } from "./session.service.js";
import {
  RegisterInput,
  RequestCodeInput,
  SignInInput,
  SignInWithCodeInput,
  VerifySecondFactorInput,
} from "./sign-in.inputs.js";
import type { SignInService } from "./sign-in.service.js";
import { CodeRequest, SignInPayload } from "./sign-in.types.js";
import { Viewer } from "./viewer.types.js";

export const clientOf = ({ app, ip, userAgent, viewer }: Context): Client => ({ app, ip, userAgent, viewer });

/** Hands the new token to the cookie and only the viewer to the answer. */
export function enter(ctx: Context, { app, token, maxAgeSeconds, facts }: SignedIn): ViewerFacts {
  ctx.cookies.setSession(app, token, maxAgeSeconds);
  return facts;
}

@Resolver(() => Viewer)
export class SignInResolver {
  constructor(
    private readonly ways: SignInService,
    private readonly credentials: CredentialService,
    private readonly codes: CodeChallengeService,
    private readonly sessions: SessionService,
  ) {}

  @Public()
  @Query(() => Viewer, { description: "Who is asking." })
  viewer(@Ctx() ctx: Context): ViewerFacts {
    return this.sessions.describe(ctx.viewer);
  }

  @FieldResolver(() => String, { description: "What to call them; empty for guests and keys." })
  displayName(@Root() facts: ViewerFacts, @Ctx() ctx: Context): string {
    return this.sessions.nameOf(facts, ctx.locale);
  }

  @Public()
  @Mutation(() => CodeRequest, {
    description:
      "Sends a six-digit code by SMS. The answer never tells whether the number is registered. One a minute per number and purpose, and a budget per number and address.",
  })
  requestCode(
    @Ctx() ctx: Context,
    @Arg("input", () => RequestCodeInput, { description: "Where to and what for." }) input: RequestCodeInput,
  ): Promise<CodeAnswer> {
    return this.codes.request(ctx.viewer, ctx.ip, input);
  }

  @Public()
  @Mutation(() => Viewer, { description: "Makes a borrower's account and signs in." })
  async register(
    @Ctx() ctx: Context,
    @Arg("input", () => RegisterInput, { description: "Code, password and consent to the terms." })
    input: RegisterInput,
  ): Promise<ViewerFacts> {
    return enter(ctx, await this.ways.register(clientOf(ctx), input));
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description:
      "Signs in with a password. One refusal for an unknown login and a wrong password; after five the login is locked for a while.",
  })
  async signIn(
    @Ctx() ctx: Context,
    @Arg("input", () => SignInInput, { description: "Login and password." }) input: SignInInput,
  ): Promise<{ viewer: ViewerFacts | null; secondFactor: SignInPayload["secondFactor"] }> {
    const { signedIn, secondFactor } = await this.ways.signIn(clientOf(ctx), input);
    return { viewer: signedIn && enter(ctx, signedIn), secondFactor };
  }

  @Public()
  @Mutation(() => Viewer, { description: "Takes the second step of staff sign-in. Five tries, and no code twice." })
  async verifySecondFactor(
    @Ctx() ctx: Context,
    @Arg("input", () => VerifySecondFactorInput, { description: "The challenge and the code." })
    input: VerifySecondFactorInput,
  ): Promise<ViewerFacts> {
    return enter(ctx, await this.ways.verifySecondFactor(clientOf(ctx), input));
  }

  @Public()
  @Mutation(() => Viewer, { description: "Signs a borrower in with a code; five tries a code." })
  async signInWithCode(
    @Ctx() ctx: Context,
    @Arg("input", () => SignInWithCodeInput, { description: "The challenge and the code." }) input: SignInWithCodeInput,
  ): Promise<ViewerFacts> {
    return enter(ctx, await this.ways.signInWithCode(clientOf(ctx), input));
  }

  @Public()
  @Mutation(() => Viewer, { description: "Sets a new password by a code. Every session ends, and a new one begins." })
  async resetPassword(
    @Ctx() ctx: Context,
    @Arg("input", () => ResetPasswordInput, { description: "The code and the new password." })
    input: ResetPasswordInput,
  ): Promise<ViewerFacts> {
    return enter(ctx, await this.credentials.resetPassword(clientOf(ctx), input));
  }

  @Public()
  @Mutation(() => Viewer, { description: "Ends the session that asks; harmless without one." })
  async signOut(@Ctx() ctx: Context): Promise<ViewerFacts> {
    const viewer = await this.sessions.signOut(ctx.viewer);
    if (ctx.app) ctx.cookies.setSession(ctx.app, null, 0);
    return this.sessions.describe(viewer);
  }
}
