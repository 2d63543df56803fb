import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { permissionsOfRole } from "./account.loaders.js";
import { Permission, Role } from "./account.types.js";
import type { RoleService } from "./role.service.js";
import type { RoleRow } from "./role.tables.js";

@Resolver(() => Role)
export class RoleResolver {
  constructor(private readonly book: RoleService) {}

  @Allow("role:read")
  @Query(() => [Role], { description: "Every role with what it permits." })
  roles(@Ctx() ctx: Context): Promise<RoleRow[]> {
    return this.book.list(ctx.reader);
  }

  @FieldResolver(() => String, { description: "Its name, in the reader's language." })
  name(@Root() role: RoleRow, @Ctx() ctx: Context): string {
    return ctx.locale === "en-US" ? role.nameEn : role.nameZh;
  }

  @FieldResolver(() => [Permission], { description: "What it permits, by code." })
  permissions(@Root() role: RoleRow, @Ctx() ctx: Context): Promise<{ code: string }[]> {
    return ctx.load(permissionsOfRole, role.id);
  }
}

@Resolver(() => Permission)
export class PermissionResolver {
  constructor(private readonly book: RoleService) {}

  @FieldResolver(() => String, { description: "What it means, in the reader's language." })
  label(@Root() permission: { code: string }, @Ctx() ctx: Context): string {
    return this.book.labelOf(permission.code, ctx.locale);
  }
}
