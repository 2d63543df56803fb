import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import type { ContractPreviewService, ContractPreviewValue } from "./contract-preview.service.js";
import { ContractPreview } from "./contract-preview.types.js";
import { PreviewContractInput } from "./lending.inputs.js";

@Resolver(() => ContractPreview)
export class ContractPreviewResolver {
  constructor(private readonly previews: ContractPreviewService) {}

  @Allow("contract:sign")
  @Mutation(() => ContractPreview, {
    description:
      "Shows the contract's text before you sign it, and keeps that it was shown: `signContract` takes no other text.",
  })
  previewContract(
    @Ctx() ctx: Context,
    @Arg("input", () => PreviewContractInput, { description: "Which sheet and card." }) input: PreviewContractInput,
  ): Promise<ContractPreviewValue> {
    return this.previews.open(ctx.viewer, input.disclosureId, input.bankCardId ?? null);
  }
}
