/** The ways in: register, password with a second factor for staff, code. Equal answers and equal work for unknown logins. */
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { SettingsService } from "../settings/index.js";
import * as accounts from "./account.repository.js";
import { isPhone, normaliseLogin } from "./account.rules.js";
import type { AccountService } from "./account.service.js";
import { appOfKind } from "./account.states.js";
import type { AccountRow } from "./account.tables.js";
import * as attempts from "./attempt-counter.repository.js";
import type { CodeChallengeService } from "./code-challenge.service.js";
import { identityErrors } from "./identity.errors.js";
import { acceptPassword } from "./password.rules.js";
import type { PasswordService } from "./password.service.js";
import type { SecondFactorAnswer, SecondFactorService } from "./second-factor.service.js";
import type { Client, SessionService, SignedIn } from "./session.service.js";

export interface SignInAnswer {
  readonly signedIn: SignedIn | null;
  readonly secondFactor: SecondFactorAnswer | null;
}

export interface SignInParts {
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly codes: CodeChallengeService;
  readonly passwords: PasswordService;
  readonly secondFactor: SecondFactorService;
  readonly settings: SettingsService;
}

interface CodeInput {
  readonly challengeId: string;
  readonly code: string;
}

const HOUR = 3_600;
const triesKey = (loginIndex: string): string => `sign-in:${loginIndex}`;

export class SignInService {
  constructor(
    private readonly kernel: Kernel,
    private readonly parts: SignInParts,
  ) {}

  /**
   * Makes a borrower's account from a code sent to the phone, and signs in.
   * @throws IDENTITY_TERMS_NOT_ACCEPTED, the password's refusals, IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED, IDENTITY_PHONE_TAKEN
   */
  async register(client: Client, input: CodeInput & { password: string; acceptsTerms: boolean }): Promise<SignedIn> {
    if (!input.acceptsTerms) throw identityErrors.termsNotAccepted();
    acceptPassword(input.password, "");
    const { challengeId, code } = input;
    const grant = await this.parts.codes.check({ challengeId, code, purpose: "REGISTER" });
    const password = acceptPassword(input.password, grant.phone);
    const passwordHash = await this.parts.passwords.hash("BORROWER", password);
    return this.kernel.db.write(system, async (tx) => {
      await this.parts.codes.spend(tx, grant);
      const account = await this.parts.accounts.createBorrower(tx, system, { phone: grant.phone, passwordHash });
      return this.parts.sessions.open(tx, account, client);
    });
  }

  /**
   * Password sign-in. Staff get a second step instead of a session. Unknown logins, wrong passwords and the wrong app
   * are one refusal, after the same work; five within the lock time close the door for that login, known or not.
   * @throws IDENTITY_WRONG_CREDENTIALS, IDENTITY_LOCKED, IDENTITY_ACCOUNT_FROZEN (staff, right password), THROTTLED
   */
  async signIn(client: Client, input: { login: string; password: string }): Promise<SignInAnswer> {
    const login = normaliseLogin(input.login);
    const loginIndex = this.kernel.vault.blindIndex("login", login);
    const triesLeft = await this.claimTry(loginIndex, client.ip);
    const account = await this.kernel.db.read(system, (reader) => accounts.byLogin(reader, loginIndex));
    const looksLike = isPhone(login) ? "BORROWER" : "PLATFORM";
    const isRight = await this.parts.passwords.isRight(account?.passwordHash ?? null, input.password, looksLike);
    if (!account || !isRight || !this.mayEnter(account, client)) throw identityErrors.wrongCredentials({ triesLeft });
    if (account.state === "FROZEN" && account.kind !== "BORROWER") throw identityErrors.accountFrozen();
    await this.refreshHash(account, input.password);
    return this.kernel.db.write(system, async (tx) => {
      if (account.kind !== "BORROWER")
        return { signedIn: null, secondFactor: await this.parts.secondFactor.begin(tx, account) };
      await attempts.forget(tx, triesKey(loginIndex));
      return { signedIn: await this.parts.sessions.open(tx, account, client), secondFactor: null };
    });
  }

  /** The second step of staff. @throws IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED, IDENTITY_ACCOUNT_FROZEN */
  async verifySecondFactor(client: Client, { challengeId, code }: CodeInput): Promise<SignedIn> {
    const { account } = await this.parts.secondFactor.pass(challengeId, code);
    return this.kernel.db.write(system, async (tx) => {
      await this.parts.secondFactor.spend(tx, challengeId);
      await attempts.forget(tx, triesKey(account.loginIndex));
      return this.parts.sessions.open(tx, account, client);
    });
  }

  /** Sign-in of a borrower with a code; also the way round a lock. @throws IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED */
  async signInWithCode(client: Client, { challengeId, code }: CodeInput): Promise<SignedIn> {
    const grant = await this.parts.codes.check({ challengeId, code, purpose: "SIGN_IN" });
    return this.kernel.db.write(system, async (tx) => {
      await this.parts.codes.spend(tx, grant);
      const account = grant.accountId ? await accounts.byId(tx, grant.accountId) : undefined;
      if (account?.kind !== "BORROWER") throw identityErrors.codeExhausted();
      await attempts.forget(tx, triesKey(account.loginIndex));
      return this.parts.sessions.open(tx, account, client);
    });
  }

  private mayEnter(account: AccountRow, { app }: Client): boolean {
    const isOpen = account.state === "ACTIVE" || account.state === "FROZEN";
    return isOpen && (app === null || app === appOfKind[account.kind]);
  }

  private async claimTry(loginIndex: string, ip: string | null): Promise<number> {
    const { settings } = this.parts;
    const perLogin = { limit: settings.number("signIn.maxTries"), seconds: settings.number("signIn.lockMinutes") * 60 };
    const perIp = { limit: settings.number("signIn.perIpPerHour"), seconds: HOUR };
    const claims = await this.kernel.db.write(system, async (tx) => ({
      login: await attempts.claim(tx, triesKey(loginIndex), perLogin),
      ip: ip ? await attempts.claim(tx, `sign-in:ip:${this.kernel.vault.blindIndex("ip", ip)}`, perIp) : null,
    }));
    const refused = [claims.login, claims.ip].find((claim) => claim && !claim.isGranted);
    if (refused) throw identityErrors.locked({ minutes: Math.ceil(refused.seconds / 60), seconds: refused.seconds });
    return claims.login.left;
  }

  private async refreshHash(account: AccountRow, password: string): Promise<void> {
    const { passwords } = this.parts;
    if (!account.passwordHash || !passwords.isOutdated(account.passwordHash, account.kind)) return;
    const passwordHash = await passwords.hash(account.kind, password);
    await this.kernel.db.write(system, (tx) => accounts.setPassword(tx, account.id, passwordHash));
  }
}
