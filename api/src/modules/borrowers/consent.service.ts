import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { type InstitutionRow, institutionById } from "../institutions/index.js";
import { consentEvents } from "./borrower.events.js";
import { mustBeBorrower } from "./borrower.rules.js";
import { consentErrors } from "./consent.errors.js";
import * as consents from "./consent.repository.js";
import { ConsentPurpose } from "./consent.states.js";
import type { ConsentRow } from "./consent.tables.js";
import { type ConsentWording, consentText } from "./consent-text.rules.js";

/** A text with the institution it names as receiver. */
export interface ConsentTextValue extends ConsentWording {
  readonly institution: InstitutionRow;
}

export interface ConsentWish {
  readonly institutionId: string;
  readonly purpose: ConsentPurpose;
  /** Hash of the text the borrower was shown. */
  readonly textHash: string;
  readonly applicationId: string | null;
}

/** Separate consents: one institution, one purpose, one application, the very text agreed to, and the way back. */
export class ConsentService {
  constructor(private readonly kernel: Kernel) {}

  /** The present text for one institution; its hash is that of the Chinese words in any language. */
  textFor(
    institution: InstitutionRow,
    purpose: ConsentPurpose = ConsentPurpose.CREDIT_REVIEW,
    locale: "zh-CN" | "en-US" = "zh-CN",
  ): ConsentTextValue {
    return { ...consentText(institution, purpose, locale), institution };
  }

  /** @throws NOT_FOUND for an unknown institution. */
  async textOf(
    reader: Reader,
    viewer: Viewer,
    wish: { institutionId: string; purpose: ConsentPurpose; locale: "zh-CN" | "en-US" },
  ): Promise<ConsentTextValue> {
    return this.textFor(await this.#institution(reader, viewer, wish.institutionId), wish.purpose, wish.locale);
  }

  /**
   * Records the borrower's agreement to the present text, and keeps the text.
   * @throws CONSENT_TEXT_CHANGED when the hash is not the present text's; NOT_FOUND.
   */
  async give(tx: Tx, viewer: Viewer, wish: ConsentWish): Promise<ConsentRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    const { institutionId, purpose, applicationId } = wish;
    const text = consentText(await this.#institution(tx, viewer, institutionId), purpose, "zh-CN");
    if (text.hash !== wish.textHash) throw consentErrors.textChanged();
    await consents.keepText(tx, text);
    const givenAt = this.kernel.clock.now();
    const row = await consents.insert(tx, {
      borrowerId,
      institutionId,
      applicationId,
      purpose,
      textHash: text.hash,
      givenAt,
    });
    if (!row) throw kernelErrors.conflict();
    await this.kernel.events.record(tx, viewer, consentEvents.given, {
      subject: { type: "Consent", id: row.id },
      borrowerId,
      institutionId,
      facts: { consentId: row.id, purpose, textHash: text.hash, applicationId },
    });
    return row;
  }

  /** Keeps the very words of a text that somebody agrees to elsewhere, by their hash. */
  keepText(tx: Tx, { hash, title, paragraphs }: Pick<ConsentWording, "hash" | "title" | "paragraphs">): Promise<void> {
    return consents.keepText(tx, { hash, title, paragraphs });
  }

  /** A consent of the viewer's own. @throws NOT_FOUND. */
  async find(reader: Reader | Tx, viewer: Viewer, consentId: string): Promise<ConsentRow> {
    const row = await consents.find(reader, consentId);
    const isTheirs = viewer.kind === "BORROWER" ? row?.borrowerId === viewer.borrowerId : viewer.kind === "PLATFORM";
    if (!row || !isTheirs) throw kernelErrors.notFound();
    return row;
  }

  /**
   * Takes the borrower's own consent back: from this commit on the institution sees nothing of theirs through it.
   * @throws NOT_FOUND; CONSENT_ENDED when it had ended before.
   */
  async withdraw(tx: Tx, viewer: Viewer, consentId: string, reason: string): Promise<ConsentRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    await this.find(tx, viewer, consentId);
    const row = await consents.withdraw(tx, consentId, reason);
    if (!row) throw consentErrors.ended();
    await this.kernel.events.record(tx, viewer, consentEvents.withdrawn, {
      subject: { type: "Consent", id: row.id },
      borrowerId,
      institutionId: row.institutionId,
      facts: { consentId: row.id, applicationId: row.applicationId, reason },
    });
    return row;
  }

  /** Ends what was agreed for an application that has come to its end. Ending nothing is fine. */
  async endFor(tx: Tx, applicationId: string, reason: string): Promise<ConsentRow[]> {
    const ended = await consents.endOf(tx, applicationId, reason);
    for (const { id, borrowerId, institutionId } of ended)
      await this.kernel.events.record(tx, system, consentEvents.ended, {
        subject: { type: "Consent", id },
        borrowerId,
        institutionId,
        facts: { consentId: id, applicationId, reason },
      });
    return ended;
  }

  /** The consent that lets an institution use a borrower's data now, for one application if it is named. */
  async standing(
    reader: Reader | Tx,
    wanted: { borrowerId: string; institutionId: string; applicationId?: string },
  ): Promise<ConsentRow | null> {
    return (await consents.standing(reader, wanted)) ?? null;
  }

  /** @throws CONSENT_REQUIRED when none stands. */
  async requireStanding(
    reader: Reader | Tx,
    wanted: { borrowerId: string; institutionId: string; applicationId?: string },
  ): Promise<ConsentRow> {
    const row = await this.standing(reader, wanted);
    if (!row) throw consentErrors.required();
    return row;
  }

  ofBorrower(reader: Reader, borrowerId: string): Promise<ConsentRow[]> {
    return consents.ofBorrower(reader, borrowerId);
  }

  async #institution(reader: Reader | Tx, viewer: Viewer, institutionId: string): Promise<InstitutionRow> {
    const [row] = isId(institutionId) ? await institutionById.batch(reader, [institutionId], viewer) : [];
    if (!row) throw kernelErrors.notFound();
    return row;
  }
}
