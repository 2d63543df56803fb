import type { Sex } from "@daichao/finance";
import type { IdentityCheckGateway } from "../../gateways/identity-check/index.js";
import { dayOf } from "../../kernel/clock/index.js";
import { maskIdentityNumber, maskName } from "../../kernel/crypto/index.js";
import { type Reader, type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { BorrowerViewer, Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { borrowerErrors } from "./borrower.errors.js";
import { borrowerEvents } from "./borrower.events.js";
import * as borrowers from "./borrower.repository.js";
import { mustBeBorrower } from "./borrower.rules.js";
import type { BorrowerRow } from "./borrower.tables.js";
import * as documents from "./document.repository.js";
import { type DocumentKind, isUsable } from "./document.states.js";
import { ageOn, MAX_TRIES_A_DAY, mustBeAdult, readIdentityNumber, readName } from "./identity.rules.js";
import { emptyProfile, type MissingFact, missingFrom, type ProfileFacts } from "./profile.rules.js";
import type { ProfileService, ProfileValue } from "./profile.service.js";
import { profileFields } from "./profile.states.js";

/** Name and number as they were verified. Clear: for contracts, bureau questions and card checks only. */
export interface ClearIdentity {
  readonly name: string;
  readonly identityNumber: string;
}

/** All that is known of an applicant, in the clear, as of now. */
export interface ApplicantFacts extends ProfileFacts {
  readonly borrowerId: string;
  readonly isIdentityVerified: boolean;
  readonly nameMasked: string | null;
  readonly phoneMasked: string;
  readonly identityNumberMasked: string | null;
  /** Whole years on the business day; null before verification, like everything read from the identity number. */
  readonly age: number | null;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  /** Province of first registration; `province` is where they live. */
  readonly registeredProvince: string | null;
  readonly profileVersion: number;
}

/** What products are matched by. Clear, but no name, number, employer or address is among it. */
export interface MatchingFacts {
  readonly employment: ProfileFacts["employment"];
  /** Fen. */
  readonly monthlyIncome: bigint | null;
  readonly monthlyDebtPayment: bigint | null;
  readonly employedSince: string | null;
  readonly province: string | null;
  /** Whole years on the business day; null before verification. */
  readonly age: number | null;
  /** 0 before the first save. */
  readonly profileVersion: number;
}

/** The facts alone, without their origins. */
const factsIn = (profile: ProfileValue | null): ProfileFacts => ({
  ...emptyProfile,
  ...(profile && Object.fromEntries(profileFields.map((field) => [field, profile[field]]))),
});

const placeOf = (column: "name" | "identity_number", id: string) => `borrowers.${column}.${id}`;

/** Who a borrower is: the verified identity, and the facts others judge by. */
export class BorrowerService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly identity: IdentityService;
      readonly settings: SettingsService;
      readonly profiles: ProfileService;
      readonly identityCheck: IdentityCheckGateway;
    },
  ) {}

  /** A borrower's own row; one who has written nothing yet has a blank one. Null for everybody else. */
  async ownOf(reader: Reader, viewer: Viewer): Promise<BorrowerRow | null> {
    if (viewer.kind !== "BORROWER") return null;
    return (await borrowers.find(reader, viewer.borrowerId)) ?? this.#blank(reader, viewer);
  }

  /**
   * Verifies name and number against the phone of the account. Once verified, they stay; a number belongs to one account.
   * @throws BORROWER_NAME_INVALID, BORROWER_IDENTITY_NUMBER_INVALID, BORROWER_TOO_YOUNG, BORROWER_IDENTITY_LOCKED,
   * BORROWER_TOO_MANY_TRIES, BORROWER_IDENTITY_MISMATCH, BORROWER_IDENTITY_TAKEN; UNAVAILABLE without the provider.
   */
  async verifyIdentity(viewer: Viewer, input: { name: string; identityNumber: string }): Promise<BorrowerRow> {
    const borrower = mustBeBorrower(viewer);
    const today = this.kernel.clock.today();
    const name = readName(input.name);
    const facts = readIdentityNumber(input.identityNumber, today);
    mustBeAdult(facts, today);
    const { phone, tries } = await this.#beginTry(borrower);
    const verdict = await this.left.identityCheck.check({ name, identityNumber: facts.number, phone });
    if (!verdict.isMatch) {
      await this.#noteMismatch(borrower, verdict.mismatch);
      throw borrowerErrors.identityMismatch({ left: MAX_TRIES_A_DAY - tries });
    }
    try {
      return await this.#store(borrower, name, facts.number);
    } catch (error) {
      if (violatedConstraint(error) === "borrowers_identity_number") throw borrowerErrors.identityTaken();
      throw error;
    }
  }

  /** @throws BORROWER_IDENTITY_REQUIRED when it is not verified. */
  async clearIdentityOf(reader: Reader | Tx, borrowerId: string): Promise<ClearIdentity> {
    const row = await borrowers.find(reader, borrowerId);
    if (!row?.name || !row.identityNumber) throw borrowerErrors.identityRequired();
    const cipher = await this.left.identity.cipherOf(reader, borrowerId);
    return {
      name: cipher.open(placeOf("name", borrowerId), row.name),
      identityNumber: cipher.open(placeOf("identity_number", borrowerId), row.identityNumber),
    };
  }

  /** Everything known of one borrower. The caller has checked that the reader may know it. */
  async factsOf(reader: Reader | Tx, borrowerId: string): Promise<ApplicantFacts> {
    const row = await borrowers.find(reader, borrowerId);
    const phoneMasked = row?.phoneMasked ?? (await this.left.identity.contactOf(reader, borrowerId)).phoneMasked;
    const profile = await this.left.profiles.find(reader, borrowerId);
    const today = this.kernel.clock.today();
    const number = row?.identityNumber ? (await this.clearIdentityOf(reader, borrowerId)).identityNumber : null;
    const read = number ? readIdentityNumber(number, today) : null;
    return {
      ...factsIn(profile),
      borrowerId,
      phoneMasked,
      isIdentityVerified: row?.identityVerifiedAt != null,
      nameMasked: row?.nameMasked ?? null,
      identityNumberMasked: row?.identityNumberMasked ?? null,
      age: read ? ageOn(read.birthOn, today) : null,
      sex: read?.sex ?? null,
      birthOn: read?.birthOn ?? null,
      registeredProvince: read?.province ?? null,
      profileVersion: profile?.version ?? 0,
    };
  }

  /** What a borrower says they earn and repay in an ordinary month; nulls before they said so. Fen. */
  async monthOf(
    reader: Reader | Tx,
    borrowerId: string,
  ): Promise<Pick<ProfileFacts, "monthlyIncome" | "monthlyDebtPayment">> {
    const row = await borrowers.profile(reader, borrowerId);
    return { monthlyIncome: row?.monthlyIncome ?? null, monthlyDebtPayment: row?.monthlyDebtPayment ?? null };
  }

  /** The few facts products are matched by; nothing sealed but the birthday is opened. */
  async matchingFactsOf(reader: Reader | Tx, borrowerId: string): Promise<MatchingFacts> {
    const profile = await borrowers.profile(reader, borrowerId);
    const row = await borrowers.find(reader, borrowerId);
    const today = this.kernel.clock.today();
    return {
      employment: profile?.employment ?? null,
      monthlyIncome: profile?.monthlyIncome ?? null,
      monthlyDebtPayment: profile?.monthlyDebtPayment ?? null,
      employedSince: profile?.employedSince ?? null,
      province: profile?.province ?? null,
      age: row?.identityNumber ? await this.#ageOf(reader, borrowerId, row.identityNumber, today) : null,
      profileVersion: profile?.version ?? 0,
    };
  }

  /** What an application with these requirements still needs: facts never given, gone stale, documents not accepted. */
  async missingFor(
    reader: Reader | Tx,
    borrowerId: string,
    requiredFields: readonly string[],
    requiredDocuments: readonly DocumentKind[],
  ): Promise<MissingFact[]> {
    const row = await borrowers.find(reader, borrowerId);
    const profile = await this.left.profiles.find(reader, borrowerId);
    const files = await documents.ofBorrower(reader, borrowerId);
    const origins = (profile?.facts ?? []).map(({ field, source, recordedAt }) => [
      field,
      { source, recordedAt: recordedAt.toISOString() },
    ]);
    return missingFrom(
      {
        isIdentityVerified: row?.identityVerifiedAt != null,
        facts: profile ?? emptyProfile,
        provenance: Object.fromEntries(origins),
        acceptedKinds: files.filter(isUsable).map(({ kind }) => kind),
      },
      { fields: requiredFields, documents: requiredDocuments },
      this.kernel.clock.businessNow(),
      this.left.profiles.staleDays(),
    );
  }

  /** The account's phone has changed: its mask follows. */
  async followPhone(tx: Tx, borrowerId: string): Promise<void> {
    const { phoneMasked } = await this.left.identity.contactOf(tx, borrowerId);
    await borrowers.setPhoneMask(tx, borrowerId, phoneMasked);
  }

  async #ageOf(reader: Reader | Tx, borrowerId: string, sealed: string, today: string): Promise<number> {
    const cipher = await this.left.identity.cipherOf(reader, borrowerId);
    const { birthOn } = readIdentityNumber(cipher.open(placeOf("identity_number", borrowerId), sealed), today);
    return ageOn(birthOn, today);
  }

  async #blank(reader: Reader, { borrowerId }: BorrowerViewer): Promise<BorrowerRow> {
    const { phoneMasked } = await this.left.identity.contactOf(reader, borrowerId);
    return {
      id: borrowerId,
      phoneMasked,
      name: null,
      nameMasked: null,
      identityNumber: null,
      identityNumberMasked: null,
      identityNumberBlind: null,
      identityVerifiedAt: null,
      tryCount: 0,
      triesOn: null,
      createdAt: this.kernel.clock.now(),
    };
  }

  /** Counted before the provider is asked, and kept whatever becomes of the question. */
  #beginTry(viewer: BorrowerViewer): Promise<{ phone: string; tries: number }> {
    return this.kernel.db.write(viewer, async (tx) => {
      const row = await this.left.profiles.ensure(tx, viewer.borrowerId);
      if (row.identityVerifiedAt) throw borrowerErrors.identityLocked();
      const day = dayOf(this.kernel.clock.now());
      const tries = await borrowers.countTry(tx, viewer.borrowerId, day, MAX_TRIES_A_DAY);
      if (tries === undefined) throw borrowerErrors.tooManyTries();
      const { phone } = await this.left.identity.contactOf(tx, viewer.borrowerId);
      if (!phone) throw kernelErrors.notFound();
      return { phone, tries };
    });
  }

  async #noteMismatch(viewer: BorrowerViewer, mismatch: string | null): Promise<void> {
    await this.kernel.db.write(viewer, (tx) =>
      this.kernel.events.record(tx, viewer, borrowerEvents.identityCheckFailed, {
        subject: { type: "Borrower", id: viewer.borrowerId },
        borrowerId: viewer.borrowerId,
        facts: { mismatch },
      }),
    );
  }

  #store(viewer: BorrowerViewer, name: string, number: string): Promise<BorrowerRow> {
    const { borrowerId: id } = viewer;
    const { clock, db, events, vault } = this.kernel;
    return db.write(viewer, async (tx) => {
      const cipher = await this.left.identity.cipherOf(tx, id);
      const row = await borrowers.verify(tx, id, {
        name: cipher.seal(placeOf("name", id), name),
        nameMasked: maskName(name),
        identityNumber: cipher.seal(placeOf("identity_number", id), number),
        identityNumberMasked: maskIdentityNumber(number),
        identityNumberBlind: vault.blindIndex("identity-number", number),
        identityVerifiedAt: clock.now(),
      });
      if (!row) throw borrowerErrors.identityLocked();
      await events.record(tx, viewer, borrowerEvents.identityVerified, {
        subject: { type: "Borrower", id },
        borrowerId: id,
        facts: {},
      });
      return row;
    });
  }
}
