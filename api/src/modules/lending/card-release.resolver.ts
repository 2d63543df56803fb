import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Borrower, type BorrowerRow, type BorrowerService } from "../borrowers/index.js";
import type { CardReleaseService } from "./card-release.service.js";
import { UnbindBankCardInput } from "./lending.inputs.js";

@Resolver()
export class CardReleaseResolver {
  constructor(
    private readonly releases: CardReleaseService,
    private readonly borrowers: BorrowerService,
  ) {}

  @Allow("profile:write")
  @Mutation(() => Borrower, {
    nullable: true,
    description: "Lets go of a bank card. Refused while it serves a signed contract or a running loan.",
  })
  async unbindBankCard(
    @Ctx() ctx: Context,
    @Arg("input", () => UnbindBankCardInput, { description: "Which card." }) input: UnbindBankCardInput,
  ): Promise<BorrowerRow | null> {
    await this.releases.unbind(ctx.viewer, input.bankCardId);
    return this.borrowers.ownOf(ctx.reader, ctx.viewer);
  }
}
