import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { Page } from "../../kernel/page/index.js";
import { regionIn } from "../../kernel/regions/index.js";
import { InstitutionArgs } from "./institution.inputs.js";
import type { InstitutionService } from "./institution.service.js";
import type { InstitutionRow } from "./institution.tables.js";
import { Institution, InstitutionConnection } from "./institution.types.js";

@Resolver(() => Institution)
export class InstitutionResolver {
  constructor(private readonly book: InstitutionService) {}

  @Public()
  @Query(() => InstitutionConnection, {
    description: "Lenders in the order in which they joined. Outsiders see the active ones only.",
  })
  institutions(@Ctx() ctx: Context, @Args(() => InstitutionArgs) args: InstitutionArgs): Promise<Page<InstitutionRow>> {
    return this.book.page(ctx.reader, ctx.viewer, args.licenceKind ?? null, args);
  }

  @Public()
  @Query(() => Institution, { nullable: true, description: "One lender, or null when it is not the viewer's to see." })
  institution(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The lender." }) id: string,
  ): Promise<InstitutionRow | null> {
    return this.book.find(ctx.reader, ctx.viewer, id);
  }

  @FieldResolver(() => String, { description: "Province it is registered in, in the reader's language." })
  province(@Root() { province }: InstitutionRow, @Ctx() ctx: Context): string {
    return regionIn(province, ctx.locale);
  }
}
