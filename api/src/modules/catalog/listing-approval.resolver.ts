import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApprovalRow } from "../../kernel/approvals/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { Kernel } from "../../kernel/index.js";
import { defineLoader, inOrder, type Loader } from "../../kernel/loader/index.js";
import { Approval } from "../settings/index.js";
import { PUBLISH } from "./listing.service.js";
import { ProductListing } from "./listing.types.js";
import type { ProductRow } from "./product.tables.js";

@Resolver(() => ProductListing)
export class ListingApprovalResolver {
  readonly #pending: Loader<string, ApprovalRow | null>;

  constructor(kernel: Kernel) {
    this.#pending = defineLoader("pendingPublishByProduct", async (reader, ids: readonly string[]) =>
      inOrder(ids, await kernel.approvals.pendingForAll(reader, PUBLISH, ids), (row) => row.subjectId),
    );
  }

  @FieldResolver(() => Approval, {
    nullable: true,
    description: "The review that waits on this listing; null when none does.",
  })
  pendingApproval(@Root() listing: ProductRow, @Ctx() ctx: Context): Promise<ApprovalRow | null> {
    return ctx.load(this.#pending, listing.id);
  }
}
