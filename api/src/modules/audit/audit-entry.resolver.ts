import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { EventRow } from "../../kernel/events/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { accountNames, nameInLocale } from "../identity/index.js";
import { DiffEntry } from "../settings/index.js";
import { AuditFilter } from "./audit-entry.inputs.js";
import type { AuditService } from "./audit-entry.service.js";
import { AuditEntry, AuditEntryConnection } from "./audit-entry.types.js";

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  constructor(private readonly audit: AuditService) {}

  @Allow("audit:read")
  @Query(() => AuditEntryConnection, { description: "What happened, newest first." })
  auditEntries(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditFilter, { nullable: true, description: "Which to list; all without it." })
    filter: AuditFilter | null,
  ): Promise<Page<EventRow>> {
    return this.audit.entries(ctx.reader, filter ?? {}, page);
  }

  @FieldResolver(() => String, { description: "Name of the event, such as application.statusChanged." })
  event(@Root() row: EventRow): string {
    return row.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of the account that did it; null for the system and for keys.",
  })
  async actorName(@Root() row: EventRow, @Ctx() ctx: Context): Promise<string | null> {
    if (!row.actorId || row.actorKind === "CHANNEL") return null;
    const name = await ctx.load(accountNames, row.actorId);
    return name && nameInLocale(name, ctx.locale);
  }

  @FieldResolver(() => [DiffEntry], { description: "What changed, field by field; personal values are masked." })
  diff(@Root() row: EventRow) {
    return this.audit.linesOf(row);
  }
}
