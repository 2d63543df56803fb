import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { type InstitutionViewer, type PlatformViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { accessErrors } from "./access.errors.js";
import * as records from "./access.repository.js";
import { AccessPurpose, AccessSubject, PersonalField } from "./access.states.js";
import type { AccessRecordRow } from "./access.tables.js";
import type { BankCardService } from "./bank-card.service.js";
import { accessEvents } from "./borrower.events.js";
import type { BorrowerService } from "./borrower.service.js";
import type { ProfileService } from "./profile.service.js";

/** Clear values of the fields that were asked for; null where there is none, undefined where not asked. */
export interface PersonalDataValue {
  readonly name?: string | null;
  readonly identityNumber?: string | null;
  readonly phone?: string | null;
  readonly bankCard?: string | null;
  readonly address?: string | null;
  readonly emergencyContact?: string | null;
  /** A page should forget the values by then. */
  readonly expiresAt: Date;
}

export interface RevealWish {
  readonly borrowerId: string;
  readonly applicationId: string | null;
  readonly fields: readonly PersonalField[];
  readonly purpose: AccessPurpose;
}

type Staff = InstitutionViewer | PlatformViewer;

const SHOWN_SECONDS = 60;

const VALUE_OF: Readonly<Record<PersonalField, Exclude<keyof PersonalDataValue, "expiresAt">>> = {
  NAME: "name",
  IDENTITY_NUMBER: "identityNumber",
  PHONE: "phone",
  BANK_CARD: "bankCard",
  ADDRESS: "address",
  EMERGENCY_CONTACT: "emergencyContact",
};

export function mustBeStaff(viewer: Viewer): Staff {
  if (viewer.kind !== "INSTITUTION" && viewer.kind !== "PLATFORM") throw kernelErrors.notFound();
  return viewer;
}

/** Each look at clear personal data: counted, given a purpose, and written where its owner reads it. */
export class AccessService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly identity: IdentityService;
      readonly settings: SettingsService;
      readonly borrowers: BorrowerService;
      readonly profiles: ProfileService;
      readonly bankCards: BankCardService;
    },
  ) {}

  /**
   * Opens the fields and writes the row that says so. The caller has checked that the viewer may see this application
   * and that its consent stands.
   * @throws ACCESS_NOTHING_ASKED, ACCESS_PURPOSE_INVALID, ACCESS_QUOTA_USED.
   */
  async reveal(tx: Tx, viewer: Viewer, wish: RevealWish): Promise<PersonalDataValue> {
    const staff = mustBeStaff(viewer);
    const fields = Object.values(PersonalField).filter((field) => wish.fields.includes(field));
    if (fields.length === 0) throw accessErrors.nothingAsked();
    if (wish.purpose === AccessPurpose.OWN_DATA) throw accessErrors.purposeInvalid();
    const max = this.left.settings.number("quota.reveals");
    if ((await records.countToday(tx, staff.accountId)) >= max) throw accessErrors.quotaUsed({ max });
    // A person's own rows stand behind walls that staff do not pass: the checks above are what lets these values out.
    const values = await this.kernel.db.read(system, (reader) => this.#open(reader, wish.borrowerId, fields));
    // The borrower reads what was seen, not what was asked for in vain; a look that showed nothing is a look all the same.
    const seen = fields.filter((field) => values[VALUE_OF[field]] != null);
    const told = seen.length > 0 ? seen : fields;
    await this.note(tx, staff, { ...wish, subject: AccessSubject.PERSONAL_DATA, fields: told, documentId: null });
    await this.kernel.events.record(tx, viewer, accessEvents.revealed, {
      subject: { type: "Borrower", id: wish.borrowerId },
      borrowerId: wish.borrowerId,
      institutionId: staff.kind === "INSTITUTION" ? staff.institutionId : null,
      facts: { fields, purpose: wish.purpose, applicationId: wish.applicationId },
    });
    return values;
  }

  /** Writes who looked at what; part of the transaction that lets them look. */
  note(
    tx: Tx,
    viewer: Staff,
    look: {
      borrowerId: string;
      applicationId: string | null;
      subject: AccessSubject;
      fields: PersonalField[];
      documentId: string | null;
      purpose: AccessPurpose;
    },
  ): Promise<AccessRecordRow> {
    return records.insert(tx, {
      borrowerId: look.borrowerId,
      applicationId: look.applicationId,
      subject: look.subject,
      fields: look.fields,
      documentId: look.documentId,
      purpose: look.purpose,
      institutionId: viewer.kind === "INSTITUTION" ? viewer.institutionId : null,
      viewerKind: viewer.kind,
      viewerId: viewer.accountId,
      viewerName: viewer.displayName,
    });
  }

  /** Who looked at this borrower's clear data, newest first. */
  pageFor(reader: Reader, borrowerId: string, page: PageRequest): Promise<Page<AccessRecordRow>> {
    return records.pageFor(reader, borrowerId, page);
  }

  async #open(reader: Reader, borrowerId: string, fields: readonly PersonalField[]): Promise<PersonalDataValue> {
    const asked = (field: PersonalField) => fields.includes(field);
    const needsIdentity = asked(PersonalField.NAME) || asked(PersonalField.IDENTITY_NUMBER);
    const who = needsIdentity ? await this.left.borrowers.clearIdentityOf(reader, borrowerId) : null;
    const profile =
      asked(PersonalField.ADDRESS) || asked(PersonalField.EMERGENCY_CONTACT)
        ? await this.left.profiles.find(reader, borrowerId)
        : null;
    const card = asked(PersonalField.BANK_CARD)
      ? (await this.left.bankCards.ofBorrower(reader, borrowerId)).at(-1)
      : undefined;
    const contact = [profile?.emergencyContactName, profile?.emergencyContactPhone].filter(Boolean).join(" ");
    return {
      expiresAt: new Date(this.kernel.clock.now().getTime() + SHOWN_SECONDS * 1000),
      ...(asked(PersonalField.NAME) && { name: who?.name ?? null }),
      ...(asked(PersonalField.IDENTITY_NUMBER) && { identityNumber: who?.identityNumber ?? null }),
      ...(asked(PersonalField.PHONE) && { phone: (await this.left.identity.contactOf(reader, borrowerId)).phone }),
      ...(asked(PersonalField.BANK_CARD) && {
        bankCard: card ? await this.left.bankCards.numberOf(reader, card) : null,
      }),
      ...(asked(PersonalField.ADDRESS) && { address: profile?.address ?? null }),
      ...(asked(PersonalField.EMERGENCY_CONTACT) && { emergencyContact: contact || null }),
    };
  }
}
