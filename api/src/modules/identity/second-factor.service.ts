/** The second step of staff sign-in: a code from an authenticator, five tries a challenge, no code twice. */
import { Secret, TOTP } from "otpauth";
import type { Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import * as accounts from "./account.repository.js";
import type { AccountRow } from "./account.tables.js";
import { isCodeShaped } from "./code.rules.js";
import * as challenges from "./code-challenge.repository.js";
import { identityErrors } from "./identity.errors.js";
import type { PersonKeyService } from "./person-key.service.js";

export interface SecondFactorAnswer {
  readonly challengeId: string;
  readonly expiresAt: Date;
}

const PERIOD_SECONDS = 30;
const VALID_SECONDS = 300;
const ISSUER = "Daichao";

const totpOf = (secret: string, label = ISSUER) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

export class SecondFactorService {
  constructor(
    private readonly kernel: Kernel,
    private readonly keys: PersonKeyService,
  ) {}

  /** Begins the second step after a right password. */
  async begin(tx: Tx, account: AccountRow): Promise<SecondFactorAnswer> {
    const { id: accountId, loginIndex: phoneIndex } = account;
    // No message is sent, so there is no number to seal.
    const silent = { purpose: "SECOND_FACTOR", notice: "NONE", phoneSealed: "", wrappedKey: "" } as const;
    const challenge = await challenges.insert(tx, { ...silent, phoneIndex, accountId }, VALID_SECONDS);
    if (!challenge) throw identityErrors.codeExhausted();
    return { challengeId: challenge.id, expiresAt: challenge.expiresAt };
  }

  /**
   * Counts a try in a transaction of its own and answers whose challenge was passed.
   * @throws IDENTITY_CODE_WRONG, IDENTITY_CODE_EXHAUSTED
   */
  async pass(challengeId: string, code: string): Promise<{ account: AccountRow; challengeId: string }> {
    if (!isId(challengeId)) throw identityErrors.codeExhausted();
    const tried = await this.kernel.db.write(system, async (tx) => {
      const challenge = await challenges.useTry(tx, challengeId);
      if (!challenge?.accountId || challenge.purpose !== "SECOND_FACTOR") return undefined;
      const account = await accounts.byId(tx, challenge.accountId);
      return {
        account,
        attempts: challenge.attempts,
        isRight: account !== undefined && (await this.accepts(tx, account, code)),
      };
    });
    if (!tried) throw identityErrors.codeExhausted();
    if (!tried.isRight || !tried.account)
      throw identityErrors.codeWrong({ triesLeft: challenges.MAX_TRIES - tried.attempts });
    return { account: tried.account, challengeId };
  }

  async spend(tx: Tx, challengeId: string): Promise<void> {
    if (!(await challenges.spend(tx, challengeId))) throw identityErrors.codeExhausted();
  }

  /** The code of this moment, for accounts whose secrets are shown to everybody anyway. */
  async codeOf(reader: Parameters<PersonKeyService["cipherOf"]>[0], account: AccountRow): Promise<string | null> {
    const secret = await this.secretOf(reader, account);
    return secret ? totpOf(secret).generate({ timestamp: this.kernel.clock.now().getTime() }) : null;
  }

  private async accepts(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    const secret = await this.secretOf(tx, account);
    if (!secret || !isCodeShaped(code)) return false;
    const timestamp = this.kernel.clock.now().getTime();
    const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
    if (delta === null) return false;
    // Everybody can see a demo account's code, so using it once proves no more than using it twice.
    if (account.demoKey) return true;
    return accounts.useTotpStep(tx, account.id, Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta);
  }

  private async secretOf(
    reader: Parameters<PersonKeyService["cipherOf"]>[0],
    account: AccountRow,
  ): Promise<string | null> {
    if (!account.totpSealed) return null;
    return (await this.keys.cipherOf(reader, account.id)).open(`accounts.totp.${account.id}`, account.totpSealed);
  }
}
