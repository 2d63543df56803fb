import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApprovalRow } from "../../kernel/approvals/index.js";
import type { Context } from "../../kernel/context/index.js";
import {
  Account,
  type AccountRow,
  DemoAccount,
  type DemoAccountView,
  Viewer,
  type ViewerFacts,
} from "../identity/index.js";
import { Approval } from "../settings/index.js";
import { institutionById } from "./institution.loaders.js";
import type { InstitutionRow } from "./institution.tables.js";
import { Institution } from "./institution.types.js";

const institutionOf = async (ctx: Context, id: string | null): Promise<InstitutionRow | null> =>
  id === null ? null : ctx.load(institutionById, id);

@Resolver(() => Approval)
export class ApprovalInstitutionResolver {
  @FieldResolver(() => Institution, { nullable: true, description: "Whose matter it is; null for the platform's own." })
  institution(@Root() approval: ApprovalRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return institutionOf(ctx, approval.institutionId);
  }
}

@Resolver(() => Viewer)
export class ViewerInstitutionResolver {
  @FieldResolver(() => Institution, {
    nullable: true,
    description: "Where they work; null for everybody but lenders' people.",
  })
  institution(@Root() viewer: ViewerFacts, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return institutionOf(ctx, viewer.institutionId);
  }
}

@Resolver(() => Account)
export class AccountInstitutionResolver {
  @FieldResolver(() => Institution, {
    nullable: true,
    description: "Where they work; null for everybody but lenders' people.",
  })
  institution(@Root() account: AccountRow, @Ctx() ctx: Context): Promise<InstitutionRow | null> {
    return institutionOf(ctx, account.institutionId);
  }
}

/** Left out of the schema in production, like the demo accounts. */
@Resolver(() => DemoAccount)
export class DemoAccountInstitutionResolver {
  @FieldResolver(() => String, { nullable: true, description: "Short name of the lender they work for." })
  async institutionName(@Root() account: DemoAccountView, @Ctx() ctx: Context): Promise<string | null> {
    return (await institutionOf(ctx, account.institutionId))?.shortName ?? null;
  }
}
