import type { PersonCipher } from "../../kernel/crypto/index.js";
import { maskPhone } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
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
  type StaleDays,
  taughtBy,
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
    const { clock, db } = this.kernel;
    checkEdit(edit, clock.today());
    return db.write(viewer, async (tx) => {
      const borrower = await this.ensure(tx, borrowerId);
      const cipher = await this.identity.cipherOf(tx, borrowerId);
      const present = await borrowers.profile(tx, borrowerId);
      const presentVersion = present?.version ?? 0;
      if (presentVersion !== version) throw borrowerErrors.profileChanged({ version: presentVersion });
      const isAdded = await this.#add(tx, viewer, { borrowerId, present, edit, source: FactSource.BORROWER, cipher });
      if (!isAdded) throw borrowerErrors.profileChanged({ version: presentVersion + 1 });
      return borrower;
    });
  }

  /**
   * Takes over what another source says of a borrower: facts that are missing, stale, or rest on a source of no more
   * weight. Joins the caller's transaction; answers the fields that were taken over. `saidAt` is the business time at
   * which it was said; without it they were said now.
   * @throws BORROWER_PROFILE_FIELD_INVALID, nothing written; CONFLICT when others keep saving at the same moment.
   */
  async recordFacts(
    tx: Tx,
    borrowerId: string,
    said: ProfileEdit,
    source: FactSource,
    saidAt?: Date,
  ): Promise<ProfileField[]> {
    checkEdit(said, this.kernel.clock.today());
    await this.ensure(tx, borrowerId);
    const cipher = await this.identity.cipherOf(tx, borrowerId);
    for (let tries = 0; tries < 3; tries += 1) {
      const present = await borrowers.profile(tx, borrowerId);
      const held = {
        facts: present ? opened(present, cipher) : emptyProfile,
        provenance: present?.provenance ?? {},
      };
      const edit = taughtBy(source, said, held, this.kernel.clock.businessNow(), this.staleDays());
      const fields = editedFields(edit);
      if (fields.length === 0) return [];
      if (await this.#add(tx, system, { borrowerId, present, edit, source, saidAt, cipher })) return fields;
    }
    throw kernelErrors.conflict();
  }

  /** Days after which each fact has to be said again. */
  staleDays(): StaleDays {
    const days = profileFields.map((field) => [field, this.settings.number(`profile.staleDays.${field}`)] as const);
    return Object.fromEntries(days) as StaleDays;
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

  /** False when somebody else has added the next version already. */
  async #add(
    tx: Tx,
    viewer: Viewer,
    made: {
      borrowerId: string;
      present: ProfileVersionRow | undefined;
      edit: ProfileEdit;
      source: FactSource;
      saidAt?: Date | undefined;
      cipher: PersonCipher;
    },
  ): Promise<boolean> {
    const { borrowerId, present, edit, source, saidAt = this.kernel.clock.businessNow(), cipher } = made;
    const fields = editedFields(edit);
    const facts = applyEdit(present ? opened(present, cipher) : emptyProfile, edit);
    const told: Provenance = { source, recordedAt: saidAt.toISOString() };
    const provenance = { ...present?.provenance, ...Object.fromEntries(fields.map((field) => [field, told])) };
    const next = this.#sealed(borrowerId, (present?.version ?? 0) + 1, facts, provenance, cipher);
    const inserted = await borrowers.insertProfile(tx, next);
    if (!inserted) return false;
    await this.kernel.events.record(tx, viewer, borrowerEvents.profileSaved, {
      subject: { type: "Borrower", id: borrowerId },
      borrowerId,
      facts: { version: inserted.version, fields },
    });
    return true;
  }

  #origins(row: ProfileVersionRow): ProfileFactOrigin[] {
    const now = this.kernel.clock.businessNow();
    const staleDays = this.staleDays();
    return profileFields.flatMap((field) => {
      const told = row.provenance[field];
      if (!told || row[field] === null) return [];
      const recordedAt = new Date(told.recordedAt);
      return [{ field, source: told.source, recordedAt, isStale: isStale(told.recordedAt, now, staleDays[field]) }];
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
