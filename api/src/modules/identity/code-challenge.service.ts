/**
 * One-time codes by SMS. Whoever asks gets the same answer whether or not the number is known; what the number's owner
 * reads differs. Passing a code takes two steps, so that a wrong try is counted whatever happens to the caller's work:
 * `check` counts in a transaction of its own, `spend` uses the grant up inside the caller's.
 */
import { checkMobile } from "@daichao/finance";
import { currentRequest, type RequestFacts } from "../../kernel/context/index.js";
import { equalSecrets, maskPhone } from "../../kernel/crypto/index.js";
import type { Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId, newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { SettingsService } from "../settings/index.js";
import * as accounts from "./account.repository.js";
import type { AccountRow } from "./account.tables.js";
import * as attempts from "./attempt-counter.repository.js";
import { codeFrom, isCodeShaped } from "./code.rules.js";
import * as challenges from "./code-challenge.repository.js";
import { type ChallengePurpose, CodeNotice, type CodePurpose } from "./code-challenge.states.js";
import type { CodeChallengeRow } from "./code-challenge.tables.js";
import { codeWords } from "./code-words.rules.js";
import { identityErrors } from "./identity.errors.js";
import { identityEvents } from "./identity.events.js";
import type { PersonKeyService } from "./person-key.service.js";

export interface CodeAnswer {
  readonly challengeId: string;
  readonly expiresAt: Date;
  readonly resendAfterSeconds: number;
  readonly phoneMasked: string;
}

/** What somebody types, and what it must have been asked for. */
export interface CodeTry {
  readonly challengeId: string;
  readonly code: string;
  readonly purpose: ChallengePurpose;
  /** Must be the account the code was asked for. */
  readonly accountId?: string;
  /** Must be the thing the code was asked for. */
  readonly subjectId?: string;
  /** Where the refusal points to; `code` when missing. */
  readonly field?: string;
}

/** Proof that the code was right, good for one `spend`. */
export interface CodeGrant {
  readonly challengeId: string;
  readonly purpose: ChallengePurpose;
  readonly accountId: string | null;
  readonly subjectId: string | null;
  readonly phone: string;
  readonly isGranted: true;
}

interface Ask {
  readonly purpose: ChallengePurpose;
  readonly phone: string;
  readonly account: Pick<AccountRow, "id"> | null;
  readonly subjectId: string | null;
  readonly notice: CodeNotice;
  readonly ip: string | null;
}

const DAY = 86_400;
const HOUR = 3_600;
export const RESEND_SECONDS = 60;

export class CodeChallengeService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly keys: PersonKeyService,
  ) {}

  /**
   * Asks for a code to a number somebody typed. The answer is the same for known and unknown numbers.
   * @throws IDENTITY_PHONE_INVALID, IDENTITY_CODE_TOO_SOON, IDENTITY_CODE_BUDGET_SPENT; UNAUTHENTICATED for CHANGE_PHONE without a borrower
   */
  async request(viewer: Viewer, ip: string | null, wish: { phone: string; purpose: CodePurpose }): Promise<CodeAnswer> {
    const checked = checkMobile(wish.phone);
    if (!checked.valid) throw identityErrors.phoneInvalid();
    if (wish.purpose === "CHANGE_PHONE" && viewer.kind !== "BORROWER") throw kernelErrors.unauthenticated();
    const phone = checked.number;
    return this.kernel.db.write(system, async (tx) => {
      const owner = await accounts.byLogin(tx, this.kernel.vault.blindIndex("login", phone));
      const notice = noticeFor(wish.purpose, owner, viewer);
      const account =
        wish.purpose === "CHANGE_PHONE" && viewer.kind === "BORROWER" ? { id: viewer.accountId } : (owner ?? null);
      return this.ask(tx, viewer, { purpose: wish.purpose, phone, account, subjectId: null, notice, ip });
    });
  }

  /** Asks for a code to a borrower's own number, bound to one purpose and one thing. */
  async requestOwn(
    viewer: Viewer,
    wish: { purpose: "SIGN_CONTRACT"; accountId: string; subjectId: string },
  ): Promise<CodeAnswer> {
    return this.kernel.db.write(system, async (tx) => {
      const account = await accounts.byId(tx, wish.accountId);
      if (!account) throw kernelErrors.notFound();
      const phone = (await this.keys.cipherOf(tx, account.id)).open(
        `accounts.login.${account.id}`,
        account.loginSealed,
      );
      const { purpose, subjectId } = wish;
      return this.ask(tx, viewer, { purpose, phone, account, subjectId, notice: CodeNotice.CODE, ip: null });
    });
  }

  /**
   * Uses one of the five tries of a challenge, in a transaction of its own: never call it while holding one. A right
   * code may be checked again until it is spent, as long as tries are left.
   * @throws IDENTITY_CODE_WRONG with the tries left, IDENTITY_CODE_EXHAUSTED when none are, or it is spent or too old
   */
  async check(attempt: CodeTry): Promise<CodeGrant> {
    const field = attempt.field ?? "code";
    if (!isId(attempt.challengeId)) throw identityErrors.codeExhausted({}, field);
    const row = await this.kernel.db.write(system, (tx) => challenges.useTry(tx, attempt.challengeId));
    if (!row) throw identityErrors.codeExhausted({}, field);
    if (!this.matches(row, attempt))
      throw identityErrors.codeWrong({ triesLeft: challenges.MAX_TRIES - row.attempts }, field);
    const { id: challengeId, purpose, accountId, subjectId } = row;
    return { challengeId, purpose, accountId, subjectId, phone: this.phoneOf(row), isGranted: true };
  }

  /** Uses a grant up; of any number of callers one succeeds. @throws IDENTITY_CODE_EXHAUSTED */
  async spend(tx: Tx, grant: CodeGrant): Promise<void> {
    if (!(await challenges.spend(tx, grant.challengeId))) throw identityErrors.codeExhausted();
  }

  /** The message behind a challenge, or null when it is spent or gone by now. */
  async messageFor(
    challengeId: string,
    locale: RequestFacts["locale"] = "zh-CN",
  ): Promise<{ to: string; text: string } | null> {
    const row = await this.kernel.db.read(system, (reader) => challenges.find(reader, challengeId));
    if (!row || row.spentAt || row.notice === "NONE" || row.expiresAt < this.kernel.clock.now()) return null;
    const { notice, purpose } = row;
    const filling = { code: this.codeOf(row.id), minutes: this.settings.number("code.validMinutes"), locale };
    return { to: this.phoneOf(row), text: codeWords({ notice, purpose }, filling) };
  }

  private async ask(tx: Tx, viewer: Viewer, wish: Ask): Promise<CodeAnswer> {
    const { vault, events } = this.kernel;
    const phoneIndex = vault.blindIndex("login", wish.phone);
    await this.claimBudget(tx, phoneIndex, wish);
    const id = newId();
    const wrappedKey = vault.newPersonKey(id);
    const phoneSealed = vault.person(id, wrappedKey).seal(`code_challenges.phone.${id}`, wish.phone);
    const { purpose, subjectId, notice } = wish;
    const accountId = wish.account?.id ?? null;
    const row = await challenges.insert(
      tx,
      { id, purpose, phoneIndex, wrappedKey, phoneSealed, accountId, subjectId, notice },
      this.settings.number("code.validMinutes") * 60,
    );
    if (!row) throw kernelErrors.unavailable();
    await events.record(tx, viewer, identityEvents.codeRequested, {
      subject: { type: "CodeChallenge", id },
      facts: { challengeId: id, locale: currentRequest()?.locale },
    });
    const { expiresAt } = row;
    return { challengeId: id, expiresAt, resendAfterSeconds: RESEND_SECONDS, phoneMasked: maskPhone(wish.phone) };
  }

  // A refusal rolls the other claims back with it, so nobody pays for a message that was not sent.
  private async claimBudget(tx: Tx, phoneIndex: string, { purpose, ip }: Ask): Promise<void> {
    const { settings, kernel } = this;
    const pause = await attempts.claim(tx, `code:pause:${purpose}:${phoneIndex}`, {
      limit: 1,
      seconds: RESEND_SECONDS,
    });
    if (!pause.isGranted) throw identityErrors.codeTooSoon({ seconds: pause.seconds });
    const perPhone = { limit: settings.number("code.perPhonePerDay"), seconds: DAY };
    const perIp = { limit: settings.number("code.perIpPerHour"), seconds: HOUR };
    const claims = [await attempts.claim(tx, `code:phone:${phoneIndex}`, perPhone)];
    if (ip) claims.push(await attempts.claim(tx, `code:ip:${kernel.vault.blindIndex("ip", ip)}`, perIp));
    const refused = claims.find((claim) => !claim.isGranted);
    if (refused) throw identityErrors.codeBudgetSpent({ seconds: refused.seconds });
  }

  private matches(row: CodeChallengeRow, attempt: CodeTry): boolean {
    const isRight = isCodeShaped(attempt.code) && equalSecrets(attempt.code, this.codeOf(row.id));
    const isMeant =
      row.purpose === attempt.purpose &&
      (attempt.accountId === undefined || row.accountId === attempt.accountId) &&
      (attempt.subjectId === undefined || row.subjectId === attempt.subjectId);
    return isRight && isMeant && row.notice === CodeNotice.CODE;
  }

  private codeOf(challengeId: string): string {
    return codeFrom(this.kernel.vault.derive("code", challengeId));
  }

  private phoneOf(row: CodeChallengeRow): string {
    return this.kernel.vault.person(row.id, row.wrappedKey).open(`code_challenges.phone.${row.id}`, row.phoneSealed);
  }
}

function noticeFor(purpose: CodePurpose, owner: AccountRow | undefined, viewer: Viewer): CodeNotice {
  const isBorrower = owner?.kind === "BORROWER" && owner.state !== "CLOSED";
  switch (purpose) {
    case "REGISTER":
      return owner ? CodeNotice.ALREADY_REGISTERED : CodeNotice.CODE;
    case "SIGN_IN":
    case "RESET_PASSWORD":
      return isBorrower ? CodeNotice.CODE : CodeNotice.NOT_REGISTERED;
    case "CHANGE_PHONE":
      return !owner || ("accountId" in viewer && owner.id === viewer.accountId)
        ? CodeNotice.CODE
        : CodeNotice.PHONE_IN_USE;
  }
}
