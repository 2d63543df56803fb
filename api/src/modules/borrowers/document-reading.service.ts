import type { CardReading, CardSide, DocumentReadingGateway } from "../../gateways/document-reading/index.js";
import type { FilesGateway } from "../../gateways/files/index.js";
import { maskIdentityNumber, maskName, type PersonCipher } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { DomainError } from "../../kernel/errors/index.js";
import { markReaction } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { documentEvents } from "./borrower.events.js";
import type { BorrowerService, ClearIdentity } from "./borrower.service.js";
import * as documents from "./document.repository.js";
import { ContentType, DocumentKind, DocumentState } from "./document.states.js";
import type { DocumentRow, ReadFact } from "./document.tables.js";
import * as readings from "./document-reading.repository.js";
import { agreesWith, isLapsed, isSound, tidied } from "./document-reading.rules.js";
import { CardField, ReadingState } from "./document-reading.states.js";

const SIDES: Partial<Record<DocumentKind, CardSide>> = {
  [DocumentKind.IDENTITY_FRONT]: "FRONT",
  [DocumentKind.IDENTITY_BACK]: "BACK",
};

/** Whether a document is one that is read: a photo of an identity card. */
export const isReadable = ({ kind, contentType }: Pick<DocumentRow, "kind" | "contentType">): boolean =>
  SIDES[kind] !== undefined && contentType !== ContentType.PDF;

/** What staff may see of it. */
function maskedOf(field: CardField, value: string): string {
  if (field === CardField.NAME) return maskName(value);
  return field === CardField.IDENTITY_NUMBER ? maskIdentityNumber(value) : value;
}

const placeOf = (documentId: string, field: CardField) => `documents.read_facts.${documentId}.${field}`;

/** One value of a reading as a viewer may see it. */
export interface ReadFactValue {
  readonly field: CardField;
  /** Clear for the owner, masked for staff. */
  readonly value: string;
  readonly confidence: number;
  readonly isUncertain: boolean;
  readonly isSound: boolean;
  readonly isLapsed: boolean;
  readonly agrees: boolean | null;
}

/** Identity photos, read by a provider after they were taken in: a help for filling the form, never a condition of it. */
export class DocumentReadingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly identity: IdentityService;
      readonly settings: SettingsService;
      readonly borrowers: BorrowerService;
      readonly files: FilesGateway;
      readonly documentReading: DocumentReadingGateway;
    },
  ) {}

  /**
   * Reads one accepted photo, once. A provider that is slow, down or answers nonsense leaves the form to be filled by
   * hand: the reading then ends as UNAVAILABLE or UNREADABLE, never as an error.
   */
  async read(reaction: string, eventId: string, documentId: string): Promise<void> {
    const begun = await this.kernel.db.read(system, (reader) => this.#begin(reader, documentId));
    if (!begun) return;
    const { document, cipher, side, objectName } = begun;
    const bytes = await this.left.files.get(objectName, cipher);
    const answer = await this.#ask({ side, bytes, key: eventId });
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const verified = await this.#verified(tx, document.borrowerId);
      const facts = answer === null ? [] : this.#facts(document.id, answer, cipher, verified);
      const state =
        answer === null ? ReadingState.UNAVAILABLE : facts.length > 0 ? ReadingState.READ : ReadingState.UNREADABLE;
      const readingProvider = answer?.provider ?? null;
      const row = await readings.end(tx, document.id, { readingState: state, readingProvider, readFacts: facts });
      if (!row) return;
      await this.kernel.events.record(tx, system, documentEvents.read, {
        subject: { type: "Document", id: document.id },
        borrowerId: document.borrowerId,
        facts: { documentId: document.id, state, differs: facts.some(({ agrees }) => agrees === false) },
      });
    });
  }

  /** What was read before somebody was verified is compared with what they verified. */
  async compareAll(tx: Tx, borrowerId: string): Promise<void> {
    const verified = await this.#verified(tx, borrowerId);
    if (!verified) return;
    const cipher = await this.left.identity.cipherOf(tx, borrowerId);
    for (const row of await readings.lockRead(tx, borrowerId)) {
      const facts = row.readFacts.map((fact) => ({
        ...fact,
        agrees: agreesWith(fact.field, cipher.open(placeOf(row.id, fact.field), fact.sealed), verified),
      }));
      await readings.setFacts(tx, row.id, facts);
    }
  }

  /** The reading of a document, or null where nothing is read. */
  of(row: DocumentRow): (DocumentRow & { readonly readingState: ReadingState }) | null {
    return row.readingState === null ? null : { ...row, readingState: row.readingState };
  }

  /** The values of a reading: in the clear for the person it is about, masked for everybody else. */
  async factsFor(reader: Reader, viewer: Viewer, row: DocumentRow): Promise<ReadFactValue[]> {
    const isOwn = viewer.kind === "BORROWER" && viewer.borrowerId === row.borrowerId;
    const cipher = isOwn && row.readFacts.length > 0 ? await this.left.identity.cipherOf(reader, row.borrowerId) : null;
    const sure = this.left.settings.number("documentReading.sureFrom");
    const today = this.kernel.clock.today();
    return row.readFacts.map(({ field, sealed, masked, confidence, isSound: sound, agrees }) => ({
      field,
      value: cipher ? cipher.open(placeOf(row.id, field), sealed) : masked,
      confidence,
      isUncertain: confidence < sure,
      isSound: sound,
      isLapsed: field === CardField.VALID_UNTIL && isLapsed(masked, today),
      agrees,
    }));
  }

  async #begin(reader: Reader, documentId: string) {
    const [document] = await documents.findAll(reader, [documentId]);
    const side = document && SIDES[document.kind];
    if (!document || !side || document.readingState !== ReadingState.PENDING) return null;
    if (document.state !== DocumentState.ACCEPTED || !document.objectName) return null;
    const cipher = await this.left.identity.cipherOf(reader, document.borrowerId);
    return { document, cipher, side, objectName: document.objectName };
  }

  /** Null when the provider does not answer. */
  async #ask(photo: { side: CardSide; bytes: Buffer; key: string }): Promise<CardReading | null> {
    try {
      return await this.left.documentReading.readCard(photo);
    } catch (error) {
      if (error instanceof DomainError && error.code === "UNAVAILABLE") return null;
      throw error;
    }
  }

  async #verified(tx: Tx, borrowerId: string): Promise<ClearIdentity | null> {
    try {
      return await this.left.borrowers.clearIdentityOf(tx, borrowerId);
    } catch (error) {
      if (error instanceof DomainError && error.code === "BORROWER_IDENTITY_REQUIRED") return null;
      throw error;
    }
  }

  #facts(
    documentId: string,
    { values }: CardReading,
    cipher: PersonCipher,
    verified: ClearIdentity | null,
  ): ReadFact[] {
    const today = this.kernel.clock.today();
    return values.map(({ field, value: raw, confidence }) => {
      const value = tidied(field, raw);
      return {
        field,
        sealed: cipher.seal(placeOf(documentId, field), value),
        masked: maskedOf(field, value),
        confidence: Math.max(0, Math.min(100, Math.round(confidence))),
        isSound: isSound(field, value, today),
        agrees: verified ? agreesWith(field, value, verified) : null,
      };
    });
  }
}
