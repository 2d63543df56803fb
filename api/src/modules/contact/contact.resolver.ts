import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { ConfirmContactEmailInput, SaveContactPreferencesInput, SetContactEmailInput } from "./contact.inputs.js";
import type { ContactService, PreferencesValue } from "./contact.service.js";
import { ContactPreferences } from "./contact.types.js";
import type { ContactEmailService } from "./contact-email.service.js";

@Resolver()
export class ContactResolver {
  constructor(
    private readonly contact: ContactService,
    private readonly emails: ContactEmailService,
  ) {}

  @Allow("borrower:own")
  @Query(() => ContactPreferences, { description: "How you want to be reached." })
  contactPreferences(@Ctx() ctx: Context): Promise<PreferencesValue> {
    return this.contact.preferences(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => ContactPreferences, {
    description:
      "Saves choices and quiet hours. Messages outside the app are then written in the language of this request.",
  })
  async saveContactPreferences(
    @Ctx() ctx: Context,
    @Arg("input", () => SaveContactPreferencesInput, { description: "What to change." })
    input: SaveContactPreferencesInput,
  ): Promise<PreferencesValue> {
    await this.contact.save(ctx.viewer, { ...input, locale: ctx.locale });
    return this.contact.preferences(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => ContactPreferences, {
    description: "Gives an address, to which a code is sent, or forgets the one there is.",
  })
  async setContactEmail(
    @Ctx() ctx: Context,
    @Arg("input", () => SetContactEmailInput, { description: "Which address." }) input: SetContactEmailInput,
  ): Promise<PreferencesValue> {
    await this.emails.set(ctx.viewer, input.email);
    return this.contact.preferences(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => ContactPreferences, { description: "Confirms the address by the code that came to it; five tries." })
  async confirmContactEmail(
    @Ctx() ctx: Context,
    @Arg("input", () => ConfirmContactEmailInput, { description: "The code." }) input: ConfirmContactEmailInput,
  ): Promise<PreferencesValue> {
    await this.emails.confirm(ctx.viewer, input.code);
    return this.contact.preferences(ctx.reader, ctx.viewer);
  }
}
