import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { Consent, type ConsentRow, DocumentView, PersonalData } from "../borrowers/index.js";
import { OpenDocumentInput, RevealPersonalDataInput, WithdrawConsentInput } from "./application.inputs.js";
import type { ApplicationClosingService } from "./application-closing.service.js";
import type { ApplicationPersonalDataService } from "./application-personal-data.service.js";

@Resolver()
export class PersonalDataResolver {
  constructor(
    private readonly personalData: ApplicationPersonalDataService,
    private readonly closing: ApplicationClosingService,
  ) {}

  @Allow("personal-data:reveal")
  @Mutation(() => PersonalData, {
    description:
      "Clear data behind an application of your scope, while the consent stands. Counts against your quota; the borrower reads who looked and why.",
  })
  revealPersonalData(
    @Ctx() ctx: Context,
    @Arg("input", () => RevealPersonalDataInput, { description: "What, and why." }) input: RevealPersonalDataInput,
  ): ReturnType<ApplicationPersonalDataService["reveal"]> {
    return this.personalData.reveal(ctx.viewer, input);
  }

  @Allow("document:view")
  @Mutation(() => DocumentView, {
    description:
      "A short-lived link to a document: your own, or one that stands behind an application of your scope. Staff see it watermarked, and the borrower reads who looked.",
  })
  openDocument(
    @Ctx() ctx: Context,
    @Arg("input", () => OpenDocumentInput, { description: "Which, and why." }) input: OpenDocumentInput,
  ): ReturnType<ApplicationPersonalDataService["openDocument"]> {
    return this.personalData.openDocument(ctx.viewer, input);
  }

  @Allow("borrower:own")
  @Mutation(() => Consent, {
    description:
      "Takes a consent back: the institution's view closes at once and an application under way is withdrawn. Refused while a signed loan runs (APPLICATION_CONSENT_SERVES_LOAN).",
  })
  withdrawConsent(
    @Ctx() ctx: Context,
    @Arg("input", () => WithdrawConsentInput, { description: "Which consent." }) input: WithdrawConsentInput,
  ): Promise<ConsentRow> {
    return this.closing.withdrawConsent(ctx.viewer, input.consentId);
  }
}
