/** What the rest of the house may ask about people: who a token is, who may be told a secret, who works where. */
import type { AppName } from "../../kernel/context/index.js";
import type { PersonCipher } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { accountNames } from "./account.loaders.js";
import * as accounts from "./account.repository.js";
import type { AccountService, Contact, NewBorrower, NewStaff } from "./account.service.js";
import type { AccountKind } from "./account.states.js";
import type { AccountRow } from "./account.tables.js";
import * as attempts from "./attempt-counter.repository.js";
import * as challenges from "./code-challenge.repository.js";
import type { CodeAnswer, CodeChallengeService, CodeGrant, CodeTry } from "./code-challenge.service.js";
import type { PasswordService } from "./password.service.js";
import type { PersonKeyService } from "./person-key.service.js";
import type { RoleGap } from "./role.rules.js";
import type { RoleService } from "./role.service.js";
import * as sessionRows from "./session.repository.js";
import type { SessionService } from "./session.service.js";

export interface IdentityParts {
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly codes: CodeChallengeService;
  readonly keys: PersonKeyService;
  readonly passwords: PasswordService;
  readonly roles: RoleService;
}

export class IdentityService {
  /** Display names, null beyond the reader's walls. */
  readonly accountNames = accountNames;

  constructor(
    private readonly kernel: Kernel,
    private readonly parts: IdentityParts,
  ) {}

  /** Who a session token of that app is, or null. Ended, frozen, idle and over-age sessions are nobody. */
  authenticate(app: AppName, token: string): Promise<{ viewer: Viewer; sessionId: string } | null> {
    return this.parts.sessions.authenticate(app, token);
  }

  /** For sockets: whether the session they were opened with still stands. */
  isSessionLive(sessionId: string): Promise<boolean> {
    return this.parts.sessions.isLive(sessionId);
  }

  /** The cipher of a person's fields; a write transaction makes a missing key. @throws NOT_FOUND for an erased person */
  cipherOf(reader: Reader | Tx, personId: string): Promise<PersonCipher> {
    return this.parts.keys.cipherOf(reader, personId);
  }

  ciphersOf(reader: Reader | Tx, personIds: readonly string[]): Promise<Map<string, PersonCipher>> {
    return this.parts.keys.ciphersOf(reader, personIds);
  }

  /** A borrower's phone and name. Other borrowers' rows are behind the reader's walls: check scope, then read as the system. */
  contactOf(reader: Reader | Tx, accountId: string): Promise<Contact> {
    return this.parts.accounts.contactOf(reader, accountId);
  }

  /** Sends a code to a borrower's own phone, good for that purpose and that subject only. Opens its own transaction. */
  requestCode(
    viewer: Viewer,
    wish: { purpose: "SIGN_CONTRACT"; accountId: string; subjectId: string },
  ): Promise<CodeAnswer> {
    return this.parts.codes.requestOwn(viewer, wish);
  }

  /**
   * First step of taking a code: counts the try in a transaction of its own, so call it before yours begins.
   * @throws IDENTITY_CODE_WRONG with the tries left, IDENTITY_CODE_EXHAUSTED
   */
  checkCode(attempt: CodeTry): Promise<CodeGrant> {
    return this.parts.codes.check(attempt);
  }

  /** Second step, inside your transaction: uses the grant up, so that one code has one effect. @throws IDENTITY_CODE_EXHAUSTED */
  spendCode(tx: Tx, grant: CodeGrant): Promise<void> {
    return this.parts.codes.spend(tx, grant);
  }

  accountsOfInstitution(reader: Reader | Tx, institutionId: string): Promise<AccountRow[]> {
    return accounts.ofInstitution(reader, institutionId);
  }

  /** Distinct people seen in the last 120 seconds. */
  peopleOnline(reader: Reader | Tx): Promise<number> {
    return sessionRows.peopleOnline(reader);
  }

  /** Whether an account may look and pay, and nothing else. The caller has checked who may know it. */
  async isFrozen(reader: Reader | Tx, accountId: string): Promise<boolean> {
    return (await accounts.byId(reader, accountId))?.state === "FROZEN";
  }

  freeze(viewer: Viewer, accountId: string, reason: string) {
    return this.parts.accounts.freeze(viewer, accountId, reason);
  }

  unfreeze(viewer: Viewer, accountId: string, reason: string) {
    return this.parts.accounts.unfreeze(viewer, accountId, reason);
  }

  hashPassword(kind: AccountKind, password: string): Promise<string> {
    return this.parts.passwords.hash(kind, password);
  }

  createBorrowerAccount(tx: Tx, viewer: Viewer, wish: NewBorrower): Promise<AccountRow> {
    return this.parts.accounts.createBorrower(tx, viewer, wish);
  }

  createStaff(tx: Tx, viewer: Viewer, wish: NewStaff) {
    return this.parts.accounts.createStaff(tx, viewer, wish);
  }

  /** The first roles with what they permit. Run it at each start, after every module has declared its permissions. */
  seedRoles(tx: Tx): Promise<void> {
    return this.parts.roles.seed(tx);
  }

  /** Grants of the first roles that nobody declares; empty in a whole house. */
  roleGaps(): RoleGap[] {
    return this.parts.roles.gaps();
  }

  async forgetOld(): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      await attempts.deleteOld(tx);
      await challenges.deleteOld(tx);
      await sessionRows.deleteOld(tx);
    });
  }
}
