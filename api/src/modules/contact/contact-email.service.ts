import type { EmailGateway } from "../../gateways/email/index.js";
import { equalSecrets } from "../../kernel/crypto/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { contactErrors } from "./contact.errors.js";
import { contactEvents } from "./contact.events.js";
import * as contact from "./contact.repository.js";
import type { ContactService } from "./contact.service.js";
import { ContactChannel, ContactClass, ContactVerdict } from "./contact.states.js";
import type { ContactSettingsRow } from "./contact.tables.js";
import { codeFrom, codeText, emailIn, maskEmail } from "./contact-email.rules.js";

const MAX_TRIES = 5;
const MINUTE_MS = 60_000;

function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}

/** The e-mail address a borrower gives: sealed, and written to only after a code has come back from it. */
export class ContactEmailService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly identity: IdentityService;
      readonly settings: SettingsService;
      readonly contact: ContactService;
      readonly email: EmailGateway;
    },
  ) {}

  /** Gives an address, or forgets the present one when there is none to give. @throws as `give` does. */
  set(viewer: Viewer, text: string | null | undefined): Promise<void> {
    return text ? this.give(viewer, text) : this.remove(viewer);
  }

  /**
   * Keeps an address and asks for a code to it; an address given before is replaced, unconfirmed.
   * @throws CONTACT_EMAIL_INVALID; CONTACT_EMAIL_BUDGET_SPENT when the day's codes to it are used up.
   */
  async give(viewer: Viewer, text: string): Promise<void> {
    const { borrowerId } = mustBeBorrower(viewer);
    const email = emailIn(text);
    if (!email) throw contactErrors.emailInvalid();
    const challengeId = newId();
    // As the system: the budget of an address belongs to nobody.
    await this.kernel.db.write(system, async (tx) => {
      const cipher = await this.left.identity.cipherOf(tx, borrowerId);
      await contact.saveSettings(tx, borrowerId, {
        email: cipher.seal(`contact_settings.email.${borrowerId}`, email),
        emailMasked: maskEmail(email),
        emailIndex: this.kernel.vault.blindIndex("contact", email.toLowerCase()),
        emailConfirmedAt: null,
        challengeId,
        challengedAt: this.kernel.clock.now(),
        challengeTries: 0,
      });
      const answer = await this.left.contact.reserve(tx, this.#wish(borrowerId, challengeId));
      if (answer.verdict !== ContactVerdict.SEND) throw contactErrors.emailBudgetSpent();
      await this.kernel.events.record(tx, viewer, contactEvents.emailGiven, {
        subject: { type: "Borrower", id: borrowerId },
        borrowerId,
        facts: { challengeId },
      });
    });
  }

  /** Sends the code of a challenge that still stands; the gateway sends one key once. */
  async sendCode(challengeId: string, key: string): Promise<void> {
    const row = await this.kernel.db.read(system, (reader) => contact.byChallenge(reader, challengeId));
    if (!row) return;
    const answer = await this.kernel.db.write(system, (tx) =>
      this.left.contact.reserve(tx, this.#wish(row.borrowerId, challengeId)),
    );
    if (answer.verdict !== ContactVerdict.SEND) return;
    const message = codeText(this.#codeOf(challengeId), this.left.settings.number("code.validMinutes"), answer.locale);
    await this.left.email.send({ to: answer.to, key, ...message });
  }

  /** @throws CONTACT_CODE_WRONG with the tries left; CONTACT_CODE_EXHAUSTED when none are, or it is too old. */
  async confirm(viewer: Viewer, code: string): Promise<void> {
    const { borrowerId } = mustBeBorrower(viewer);
    // A try is used even when the answer is a refusal: it has a transaction of its own.
    const row = await this.kernel.db.write(viewer, (tx) => contact.useTry(tx, borrowerId, MAX_TRIES));
    if (!row?.challengeId || this.#isOld(row)) throw contactErrors.codeExhausted();
    const { challengeId } = row;
    if (!equalSecrets(code, this.#codeOf(challengeId)))
      throw contactErrors.codeWrong({ triesLeft: MAX_TRIES - row.challengeTries });
    await this.kernel.db.write(viewer, async (tx) => {
      const now = await contact.settings(tx, borrowerId);
      if (now?.challengeId !== challengeId) throw contactErrors.codeExhausted();
      await contact.saveSettings(tx, borrowerId, { challengeId: null, emailConfirmedAt: this.kernel.clock.now() });
      await this.kernel.events.record(tx, viewer, contactEvents.emailConfirmed, {
        subject: { type: "Borrower", id: borrowerId },
        borrowerId,
        facts: { emailMasked: now.emailMasked ?? "" },
      });
    });
  }

  /** Forgets the address; nothing is written to it from now on. */
  async remove(viewer: Viewer): Promise<void> {
    const { borrowerId } = mustBeBorrower(viewer);
    const nothing = { email: null, emailMasked: null, emailIndex: null, emailConfirmedAt: null, challengeId: null };
    await this.kernel.db.write(viewer, async (tx) => {
      await contact.saveSettings(tx, borrowerId, nothing);
      await this.kernel.events.record(tx, viewer, contactEvents.emailRemoved, {
        subject: { type: "Borrower", id: borrowerId },
        borrowerId,
        facts: {},
      });
    });
  }

  #wish(borrowerId: string, challengeId: string) {
    const contactClass = ContactClass.SECURITY_CODE;
    return { borrowerId, channel: ContactChannel.EMAIL, contactClass, kind: null, cause: `email-code:${challengeId}` };
  }

  #codeOf = (challengeId: string): string => codeFrom(this.kernel.vault.derive("email-code", challengeId));

  #isOld({ challengedAt }: ContactSettingsRow): boolean {
    const validMs = this.left.settings.number("code.validMinutes") * MINUTE_MS;
    return !challengedAt || this.kernel.clock.now().getTime() - challengedAt.getTime() > validMs;
  }
}
