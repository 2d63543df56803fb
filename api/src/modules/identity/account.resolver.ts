import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { InstantScalar } from "../../kernel/scalars/index.js";
import { AccountFilter, FreezeAccountInput, UnfreezeAccountInput } from "./account.inputs.js";
import { lastSeenOfAccount, rolesOfAccount } from "./account.loaders.js";
import type { AccountService } from "./account.service.js";
import type { AccountRow } from "./account.tables.js";
import { Account, AccountConnection, Role, UnfreezeAccountPayload } from "./account.types.js";
import type { RoleRow } from "./role.tables.js";

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly book: AccountService) {}

  @Allow("account:read")
  @Query(() => AccountConnection, { description: "Borrowers, institution users and staff in one list, newest first." })
  accounts(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AccountFilter, { nullable: true, description: "Which to list; all without it." })
    filter: AccountFilter | null,
  ): Promise<Page<AccountRow>> {
    return this.book.page(ctx.reader, ctx.viewer, filter ?? {}, page);
  }

  @Allow("account:read")
  @Query(() => Account, { nullable: true, description: "One account, or null." })
  account(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The account." }) id: string,
  ): Promise<AccountRow | null> {
    return this.book.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("account:freeze")
  @Mutation(() => Account, {
    description:
      "Freezes an account: its sessions end at once. A frozen borrower may sign in again to read and repay, and nothing else.",
  })
  freezeAccount(
    @Ctx() ctx: Context,
    @Arg("input", () => FreezeAccountInput, { description: "Which and why." }) input: FreezeAccountInput,
  ): Promise<AccountRow> {
    return this.book.freeze(ctx.viewer, input.accountId, input.reason);
  }

  @Allow("account:freeze")
  @Mutation(() => UnfreezeAccountPayload, {
    description: "Asks a second person of the platform to unfreeze an account.",
  })
  unfreezeAccount(
    @Ctx() ctx: Context,
    @Arg("input", () => UnfreezeAccountInput, { description: "Which and why." }) input: UnfreezeAccountInput,
  ) {
    return this.book.unfreeze(ctx.viewer, input.accountId, input.reason);
  }

  @FieldResolver(() => String, { description: "What they are called, in the reader's language." })
  displayName(@Root() { displayName }: AccountRow, @Ctx() ctx: Context): string {
    return this.book.nameOf(displayName, ctx.locale);
  }

  @FieldResolver(() => String, { description: "Phone or login name, masked; empty once a person's data is erased." })
  async loginMasked(@Root() account: AccountRow, @Ctx() ctx: Context): Promise<string> {
    return (await ctx.load(this.book.maskedLogin, account.id)) ?? "";
  }

  @FieldResolver(() => [Role], { description: "Its roles." })
  roles(@Root() account: AccountRow, @Ctx() ctx: Context): Promise<RoleRow[]> {
    return ctx.load(rolesOfAccount, account.id);
  }

  @FieldResolver(() => InstantScalar, { nullable: true, description: "When it was last seen; null when never." })
  lastSeenAt(@Root() account: AccountRow, @Ctx() ctx: Context): Promise<Date | null> {
    return ctx.load(lastSeenOfAccount, account.id);
  }
}
