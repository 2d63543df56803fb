import type { EmailGateway } from "../../gateways/email/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { contactReactions } from "./contact.reactions.js";
import { ContactResolver } from "./contact.resolver.js";
import { ContactService } from "./contact.service.js";
import { ContactEmailService } from "./contact-email.service.js";

export interface LeftOfContact {
  readonly settings: SettingsService;
  readonly identity: IdentityService;
  readonly email: EmailGateway;
}

export interface ContactModule extends ModuleParts {
  readonly contact: ContactService;
}

export function createContactModule(kernel: Kernel, left: LeftOfContact): ContactModule {
  const contact = new ContactService(kernel, left);
  const emails = new ContactEmailService(kernel, { ...left, contact });
  return { contact, resolvers: [new ContactResolver(contact, emails)], reactions: contactReactions(contact, emails) };
}
