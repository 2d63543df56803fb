import type { PersonCipher } from "../../kernel/crypto/index.js";
import { maskPhone } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { borrowerErrors } from "./borrower.errors.js";
import { borrowerEvents } from "./borrower.events.js";
import * as borrowers from "./borrower.repository.js";
import { mustBeBorrower } from "./borrower.rules.js";
import type { BorrowerRow, ProfileVersionRow, Provenance } from "./borrower.tables.js";
import {
  applyEdit,
  checkEdit,
  editedFields,
  emptyProfile,
  isStale,
  type ProfileEdit,
  type ProfileFacts,
} from "./profile.rules.js";
import { FactSource, type ProfileField, profileFields } from "./profile.states.js";

export interface SaveProfile extends ProfileEdit {
  /** The version the borrower has read; 0 before the first. */
  readonly version: number;
}

/** One fact's origin and age. */
export interface ProfileFactOrigin {
  readonly field: ProfileField;
  readonly source: FactSource;
  readonly recordedAt: Date;
  readonly isStale: boolean;
}

export interface ProfileValue extends ProfileFacts {
  readonly version: number;
  readonly emergencyContactPhoneMasked: string | null;
  readonly facts: readonly ProfileFactOrigin[];
  readonly updatedAt: Date;
}

const SEALED = ["employer", "address", "emergencyContactName", "emergencyContactPhone"] as const;

// A version's place is its borrower and number: sealed text of one version does not open in another.
const placeOf = (field: (typeof SEALED)[number], borrowerId: string, version: number) =>
  `profile_versions.${field}.${borrowerId}.${version}`;

function opened(row: ProfileVersionRow, cipher: PersonCipher): ProfileFacts {
  const clear = SEALED.map((field) => {
    const value = row[field];
    return [field, value === null ? null : cipher.open(placeOf(field, row.borrowerId, row.version), value)] as const;
  });
  const own = Object.fromEntries(profileFields.map((field) => [field, row[field]]));
  return { ...emptyProfile, ...own, ...Object.fromEntries(clear) };
}

/** What borrowers say about themselves: each save is a new version, and every fact knows its source and age. */
export class ProfileService {
  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
    private readonly settings: SettingsService,
  ) {}

  /**
   * Adds a version with the facts that the edit names; what it leaves out stays as it was, with its age.
   * Naming a fact again with the same value makes it fresh.
   * @throws BORROWER_PROFILE_CHANGED when another version was saved since `version` was read;
   * BORROWER_PROFILE_FIELD_INVALID.
   */
  async save(viewer: Viewer, { version, ...edit }: SaveProfile): Promise<BorrowerRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    const { clock, db, events } = this.kernel;
    checkEdit(edit, clock.today());
    return db.write(viewer, async (tx) => {
      const borrower = await this.ensure(tx, borrowerId);
      const cipher = await this.identity.cipherOf(tx, borrowerId);
      const present = await borrowers.profile(tx, borrowerId);
      const presentVersion = present?.version ?? 0;
      if (presentVersion !== version) throw borrowerErrors.profileChanged({ version: presentVersion });
      const fields = editedFields(edit);
      const facts = applyEdit(present ? opened(present, cipher) : emptyProfile, edit);
      const told: Provenance = { source: FactSource.BORROWER, recordedAt: clock.businessNow().toISOString() };
      const provenance = { ...present?.provenance, ...Object.fromEntries(fields.map((field) => [field, told])) };
      const inserted = await borrowers.insertProfile(
        tx,
        this.#sealed(borrowerId, version + 1, facts, provenance, cipher),
      );
      if (!inserted) throw borrowerErrors.profileChanged({ version: presentVersion + 1 });
      await events.record(tx, viewer, borrowerEvents.profileSaved, {
        subject: { type: "Borrower", id: borrowerId },
        borrowerId,
        facts: { version: inserted.version, fields },
      });
      return borrower;
    });
  }

  /** The present profile in the clear, or null before the first save. */
  async find(reader: Reader | Tx, borrowerId: string): Promise<ProfileValue | null> {
    const row = await borrowers.profile(reader, borrowerId);
    if (!row) return null;
    const facts = opened(row, await this.identity.cipherOf(reader, borrowerId));
    const { emergencyContactPhoneMasked, version, createdAt } = row;
    return { ...facts, emergencyContactPhoneMasked, version, facts: this.#origins(row), updatedAt: createdAt };
  }

  /** The borrower's row, made on the first write of their own. */
  async ensure(tx: Tx, borrowerId: string): Promise<BorrowerRow> {
    const row = await borrowers.find(tx, borrowerId);
    if (row) return row;
    const { phoneMasked } = await this.identity.contactOf(tx, borrowerId);
    await borrowers.ensure(tx, borrowerId, phoneMasked);
    const made = await borrowers.find(tx, borrowerId);
    if (!made) throw new Error(`borrower ${borrowerId} was not written`);
    return made;
  }

  #origins(row: ProfileVersionRow): ProfileFactOrigin[] {
    const now = this.kernel.clock.businessNow();
    const staleDays = this.settings.number("profile.staleDays");
    return profileFields.flatMap((field) => {
      const told = row.provenance[field];
      if (!told || row[field] === null) return [];
      const recordedAt = new Date(told.recordedAt);
      return [{ field, source: told.source, recordedAt, isStale: isStale(told.recordedAt, now, staleDays) }];
    });
  }

  #sealed(
    borrowerId: string,
    version: number,
    facts: ProfileFacts,
    provenance: ProfileVersionRow["provenance"],
    cipher: PersonCipher,
  ) {
    const hidden = SEALED.map((field) => {
      const clear = facts[field];
      return [field, clear === null ? null : cipher.seal(placeOf(field, borrowerId, version), clear)] as const;
    });
    const phone = facts.emergencyContactPhone;
    return {
      ...facts,
      ...Object.fromEntries(hidden),
      borrowerId,
      version,
      provenance,
      emergencyContactPhoneMasked: phone === null ? null : maskPhone(phone),
    };
  }
}
