/** Changing what one signs in with: password and phone. Each change ends the other sessions. */
import { checkMobile } from "@daichao/finance";
import { maskPhone } from "../../kernel/crypto/index.js";
import { type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import * as accounts from "./account.repository.js";
import { nameOfPhone } from "./account.rules.js";
import type { AccountRow } from "./account.tables.js";
import * as attempts from "./attempt-counter.repository.js";
import { identityErrors } from "./identity.errors.js";
import { identityEvents } from "./identity.events.js";
import { acceptPassword, REMEMBERED } from "./password.rules.js";
import type { Client, SessionView, SignedIn } from "./session.service.js";
import type { SignInParts } from "./sign-in.service.js";

export interface PhoneChange {
  readonly challengeId: string;
  readonly code: string;
  readonly newPhone: string;
  readonly newChallengeId: string;
  readonly newCode: string;
}

export class CredentialService {
  constructor(
    private readonly kernel: Kernel,
    private readonly parts: SignInParts,
  ) {}

  /**
   * Sets a new password by a code to the phone; every session ends and a new one begins.
   * @throws the password's refusals, IDENTITY_PASSWORD_REUSED, IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED
   */
  async resetPassword(
    client: Client,
    input: { challengeId: string; code: string; newPassword: string },
  ): Promise<SignedIn> {
    acceptPassword(input.newPassword, "", "newPassword");
    const { challengeId, code } = input;
    const grant = await this.parts.codes.check({ challengeId, code, purpose: "RESET_PASSWORD" });
    const account = await this.requireAccount(grant.accountId);
    const passwordHash = await this.newHash(account, grant.phone, input.newPassword);
    return this.kernel.db.write(system, async (tx) => {
      await this.parts.codes.spend(tx, grant);
      await attempts.forget(tx, `sign-in:${account.loginIndex}`);
      await this.storePassword(tx, system, account, passwordHash, null);
      return this.parts.sessions.open(tx, account, client);
    });
  }

  /**
   * Sets a new password by the present one; the viewer's other sessions end.
   * @throws IDENTITY_PASSWORD_WRONG, IDENTITY_LOCKED, the password's refusals, IDENTITY_PASSWORD_REUSED
   */
  async changePassword(
    viewer: Viewer,
    input: { currentPassword: string; newPassword: string },
  ): Promise<SessionView[]> {
    if (!("accountId" in viewer)) throw kernelErrors.unauthenticated();
    const account = await this.requireAccount(viewer.accountId);
    const key = `password:${account.id}`;
    const triesLeft = await this.claimTry(key);
    if (!(await this.parts.passwords.isRight(account.passwordHash, input.currentPassword, account.kind)))
      throw identityErrors.passwordWrong({ triesLeft });
    // A right password is no guess, even when the new one is refused.
    await this.kernel.db.write(system, (tx) => attempts.forget(tx, key));
    const login = await this.parts.accounts.loginOf(account);
    const passwordHash = await this.newHash(account, login, input.newPassword);
    return this.kernel.db.write(system, async (tx) => {
      await this.storePassword(tx, viewer, account, passwordHash, viewer.sessionId);
      return this.parts.sessions.list(tx, viewer);
    });
  }

  /**
   * Moves a borrower's account to another number, by a code to each; the other sessions end.
   * @throws IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED, IDENTITY_PHONE_INVALID, IDENTITY_PHONE_UNCHANGED, IDENTITY_PHONE_TAKEN
   */
  async changePhone(viewer: Viewer, input: PhoneChange): Promise<Viewer> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const { accountId } = viewer;
    const checked = checkMobile(input.newPhone);
    if (!checked.valid) throw identityErrors.phoneInvalid({}, "newPhone");
    const account = await this.requireAccount(accountId);
    const phone = await this.parts.accounts.loginOf(account);
    if (checked.number === phone) throw identityErrors.phoneUnchanged();
    const purpose = "CHANGE_PHONE" as const;
    const { codes } = this.parts;
    const old = await codes.check({ challengeId: input.challengeId, code: input.code, purpose, accountId });
    const fresh = await codes.check({
      challengeId: input.newChallengeId,
      code: input.newCode,
      purpose,
      accountId,
      field: "newCode",
    });
    if (old.phone !== phone) throw identityErrors.codeExhausted({}, "code");
    if (fresh.phone !== checked.number) throw identityErrors.codeExhausted({}, "newCode");
    return this.kernel.db
      .write(system, async (tx) => {
        await codes.spend(tx, old);
        await codes.spend(tx, fresh);
        await accounts.setLogin(
          tx,
          accountId,
          await this.parts.accounts.sealLogin(tx, accountId, fresh.phone, nameOfPhone(fresh.phone)),
        );
        await this.kernel.events.record(tx, viewer, identityEvents.phoneChanged, {
          subject: { type: "Account", id: accountId },
          borrowerId: accountId,
          facts: { accountId },
          diff: { phone: [maskPhone(phone), maskPhone(fresh.phone)] },
        });
        await this.parts.sessions.endAll(tx, viewer, accountId, viewer.sessionId, "PHONE_CHANGED");
        return { ...viewer, displayName: nameOfPhone(fresh.phone) };
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === "accounts_login" ? identityErrors.phoneTaken() : error;
      });
  }

  private async requireAccount(id: string | null): Promise<AccountRow> {
    const account = id ? await this.kernel.db.read(system, (reader) => accounts.byId(reader, id)) : undefined;
    if (!account || account.state === "CLOSED") throw identityErrors.codeExhausted();
    return account;
  }

  private async newHash(account: AccountRow, login: string, newPassword: string): Promise<string> {
    const password = acceptPassword(newPassword, login, "newPassword");
    const former = await this.kernel.db.read(system, (reader) =>
      accounts.lastPasswords(reader, account.id, REMEMBERED),
    );
    for (const hash of former)
      if (await this.parts.passwords.isRight(hash, password, account.kind))
        throw identityErrors.passwordReused({ count: REMEMBERED });
    return this.parts.passwords.hash(account.kind, password);
  }

  private async storePassword(tx: Tx, viewer: Viewer, account: AccountRow, passwordHash: string, keep: string | null) {
    await accounts.setPassword(tx, account.id, passwordHash);
    await accounts.rememberPassword(tx, account.id, passwordHash);
    await this.kernel.events.record(tx, viewer, identityEvents.passwordChanged, {
      subject: { type: "Account", id: account.id },
      borrowerId: account.kind === "BORROWER" ? account.id : null,
      institutionId: account.institutionId,
      facts: { accountId: account.id },
    });
    await this.parts.sessions.endAll(tx, viewer, account.id, keep, "PASSWORD_CHANGED");
  }

  private async claimTry(key: string): Promise<number> {
    const { settings } = this.parts;
    const budget = { limit: settings.number("signIn.maxTries"), seconds: settings.number("signIn.lockMinutes") * 60 };
    const claim = await this.kernel.db.write(system, (tx) => attempts.claim(tx, key, budget));
    if (!claim.isGranted)
      throw identityErrors.locked({ minutes: Math.ceil(claim.seconds / 60), seconds: claim.seconds });
    return claim.left;
  }
}
