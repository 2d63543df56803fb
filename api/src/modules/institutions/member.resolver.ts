import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { Loader } from "../../kernel/loader/index.js";
import { type AccountRow, rolesOfAccount } from "../identity/index.js";
import type { InstitutionService } from "./institution.service.js";
import { Member } from "./institution.types.js";

@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly book: InstitutionService,
    private readonly maskedLogin: Loader<string, string | null>,
  ) {}

  @Allow("member:read")
  @Query(() => [Member], { description: "Everybody who works for your institution, longest there first." })
  members(@Ctx() ctx: Context): Promise<AccountRow[]> {
    return this.book.members(ctx.reader, ctx.viewer);
  }

  @FieldResolver(() => String, { description: "Login name, masked." })
  async loginMasked(@Root() member: AccountRow, @Ctx() ctx: Context): Promise<string> {
    return (await ctx.load(this.maskedLogin, member.id)) ?? "";
  }

  @FieldResolver(() => String, { description: "Names of their roles, in the reader's language." })
  async roleName(@Root() member: AccountRow, @Ctx() ctx: Context): Promise<string> {
    const roles = await ctx.load(rolesOfAccount, member.id);
    return roles.map((role) => (ctx.locale === "en-US" ? role.nameEn : role.nameZh)).join(" · ");
  }

  @FieldResolver(() => Boolean, { description: "Whether this is the viewer." })
  isCurrent(@Root() member: AccountRow, @Ctx() ctx: Context): boolean {
    return "accountId" in ctx.viewer && ctx.viewer.accountId === member.id;
  }
}
