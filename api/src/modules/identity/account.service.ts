/** Accounts of all three kinds in one place: made, listed, frozen, and unfrozen only by a second person. */
import type { ApprovalHandler, ApprovalRow } from "../../kernel/approvals/index.js";
import { currentRequest } from "../../kernel/context/index.js";
import { maskPhone } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId, newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { defineLoader, type Loader } from "../../kernel/loader/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import * as accounts from "./account.repository.js";
import { maskLogin, nameInLocale, nameOfPhone, normaliseLogin } from "./account.rules.js";
import type { AccountKind, AccountState } from "./account.states.js";
import type { AccountRow } from "./account.tables.js";
import { identityErrors } from "./identity.errors.js";
import { identityEvents } from "./identity.events.js";
import type { PersonKeyService } from "./person-key.service.js";
import * as roles from "./role.repository.js";
import { newTotpSecret, totpUri } from "./second-factor.service.js";
import type { SessionService } from "./session.service.js";

export interface NewBorrower {
  readonly phone: string;
  readonly passwordHash: string;
  readonly displayName?: string;
  readonly demoKey?: string;
}

export interface NewStaff {
  readonly kind: "INSTITUTION" | "PLATFORM";
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: readonly string[];
  readonly institutionId?: string;
  /** Fen; what this person may decide alone. */
  readonly decisionLimit?: bigint;
  readonly demoKey?: string;
}

export interface Contact {
  readonly phone: string;
  readonly phoneMasked: string;
  readonly displayName: string;
}

export interface AccountFilterValues {
  readonly kind?: AccountKind | null;
  readonly state?: AccountState | null;
  readonly text?: string | null;
}

const place = (id: string): string => `accounts.login.${id}`;

export class AccountService {
  /** The masked login, or null for an erased person. */
  readonly maskedLogin: Loader<string, string | null> = defineLoader("maskedLogin", async (reader, ids) => {
    const rows = await accounts.byIds(reader, ids);
    const ciphers = await this.keys.ciphersOf(reader, ids);
    const masks = new Map(rows.map((row) => [row.id, ciphers.get(row.id)?.open(place(row.id), row.loginSealed)]));
    return ids.map((id) => {
      const login = masks.get(id);
      return login === undefined ? null : maskLogin(login);
    });
  });

  constructor(
    private readonly kernel: Kernel,
    private readonly keys: PersonKeyService,
    private readonly sessions: SessionService,
  ) {}

  /** @throws IDENTITY_PHONE_TAKEN */
  async createBorrower(tx: Tx, viewer: Viewer, wish: NewBorrower): Promise<AccountRow> {
    const { phone, passwordHash } = wish;
    const displayName = wish.displayName ?? nameOfPhone(phone);
    const account = await this.insert(tx, phone, {
      kind: "BORROWER",
      displayName,
      passwordHash,
      demoKey: wish.demoKey ?? null,
    });
    if (!account) throw identityErrors.phoneTaken();
    await this.welcome(tx, viewer, account, ["BORROWER"]);
    return account;
  }

  /** Answers the second factor's secret and address, which are shown once. @throws IDENTITY_LOGIN_TAKEN */
  async createStaff(
    tx: Tx,
    viewer: Viewer,
    wish: NewStaff,
  ): Promise<{ account: AccountRow; totpSecret: string; totpUri: string }> {
    const { kind, displayName, passwordHash, institutionId = null, decisionLimit = 0n, demoKey = null } = wish;
    const totpSecret = newTotpSecret();
    const row = { kind, displayName, passwordHash, institutionId, decisionLimit, demoKey };
    const account = await this.insert(tx, wish.login, row, totpSecret);
    if (!account) throw identityErrors.loginTaken();
    await this.welcome(tx, viewer, account, wish.roles);
    return { account, totpSecret, totpUri: totpUri(totpSecret, wish.login) };
  }

  /** What somebody is called in the reader's language. */
  nameOf(displayName: string, locale: "zh-CN" | "en-US"): string {
    return nameInLocale(displayName, locale);
  }

  /** Sealed and indexed columns of a login. */
  async sealLogin(tx: Tx, id: string, login: string, displayName: string) {
    const text = normaliseLogin(login);
    const loginSealed = (await this.keys.cipherOf(tx, id)).seal(place(id), text);
    return { loginIndex: this.kernel.vault.blindIndex("login", text), loginSealed, displayName };
  }

  loginOf(account: AccountRow): Promise<string> {
    return this.kernel.db.read(system, (reader) => this.openLogin(reader, account));
  }

  async openLogin(reader: Reader | Tx, account: AccountRow): Promise<string> {
    return (await this.keys.cipherOf(reader, account.id)).open(place(account.id), account.loginSealed);
  }

  /** @throws NOT_FOUND outside the reader's walls */
  async contactOf(reader: Reader | Tx, accountId: string): Promise<Contact> {
    const account = await accounts.byId(reader, accountId);
    if (!account) throw kernelErrors.notFound();
    const phone = await this.openLogin(reader, account);
    return { phone, phoneMasked: maskPhone(phone), displayName: account.displayName };
  }

  async find(reader: Reader, viewer: Viewer, id: string): Promise<AccountRow | null> {
    if (viewer.kind !== "PLATFORM" || !isId(id)) return null;
    return (await accounts.byId(reader, id)) ?? null;
  }

  /** Newest first. `text` is a whole phone or login, or a part of a name. @throws INVALID_INPUT on a text with NUL */
  async page(
    reader: Reader,
    viewer: Viewer,
    filter: AccountFilterValues,
    request: PageRequest,
  ): Promise<Page<AccountRow>> {
    if (viewer.kind !== "PLATFORM") throw kernelErrors.notFound();
    const text = filter.text?.trim();
    if (text?.includes("\0")) throw kernelErrors.invalidInput({ rule: "characters" }, "filter.text");
    const loginIndex = this.kernel.vault.blindIndex("login", normaliseLogin(text ?? ""));
    return accounts.page(reader, { ...filter, text: text ? { loginIndex, name: text } : null }, request);
  }

  /**
   * Freezes an account and ends its sessions at once. A frozen borrower may sign in again to read and repay.
   * @throws NOT_FOUND, IDENTITY_REASON_REQUIRED, IDENTITY_CANNOT_FREEZE_SELF, IDENTITY_ALREADY_FROZEN
   */
  async freeze(viewer: Viewer, accountId: string, reason: string): Promise<AccountRow> {
    const why = requireReason(reason);
    if (viewer.kind !== "PLATFORM" || !isId(accountId)) throw kernelErrors.notFound();
    if (viewer.accountId === accountId) throw identityErrors.cannotFreezeSelf();
    return this.kernel.db.write(viewer, async (tx) => {
      if (!(await accounts.byId(tx, accountId))) throw kernelErrors.notFound();
      const frozen = await accounts.move(tx, accountId, "ACTIVE", "FROZEN", why);
      if (!frozen) throw identityErrors.alreadyFrozen();
      await this.announce(tx, viewer, frozen, identityEvents.accountFrozen, why, ["ACTIVE", "FROZEN"]);
      await this.sessions.endAll(tx, viewer, accountId, null, "FROZEN");
      return frozen;
    });
  }

  /** Asks a second person of the platform to unfreeze. @throws NOT_FOUND, IDENTITY_NOT_FROZEN, APPROVAL_ALREADY_PENDING */
  async unfreeze(
    viewer: Viewer,
    accountId: string,
    reason: string,
  ): Promise<{ account: AccountRow; approval: ApprovalRow }> {
    const why = requireReason(reason);
    if (viewer.kind !== "PLATFORM" || !isId(accountId)) throw kernelErrors.notFound();
    return this.kernel.db.write(viewer, async (tx) => {
      const account = await accounts.byId(tx, accountId);
      if (!account) throw kernelErrors.notFound();
      if (account.state !== "FROZEN") throw identityErrors.notFrozen();
      const approval = await this.kernel.approvals.request(tx, viewer, {
        kind: "account.unfreeze",
        subject: { type: "Account", id: accountId },
        institutionId: null,
        checkedBy: "PLATFORM",
        summary: {
          zh: `解冻账户 ${account.displayName}：${why}`,
          en: `Unfreeze the account ${nameInLocale(account.displayName, "en-US")}: ${why}`,
        },
        diff: { state: ["FROZEN", "ACTIVE"], freezeReason: [account.freezeReason, null] },
        payload: { accountId, reason: why },
      });
      return { account, approval };
    });
  }

  unfreezeHandler(): ApprovalHandler {
    return {
      kind: "account.unfreeze",
      permission: "account:freeze",
      effect: async (tx, checker, approval, verdict) => {
        if (verdict !== "APPROVED") return;
        const account = await accounts.move(tx, approval.subjectId, "FROZEN", "ACTIVE", null);
        if (!account) throw identityErrors.notFrozen();
        const why = String(approval.payload.reason);
        await this.announce(tx, checker, account, identityEvents.accountUnfrozen, why, ["FROZEN", "ACTIVE"]);
        // A session opened while frozen has the rights of a frozen account in open pages: begin anew.
        await this.sessions.endAll(tx, checker, account.id, null, "UNFROZEN");
      },
    };
  }

  private async insert(
    tx: Tx,
    login: string,
    row: Pick<AccountRow, "kind" | "displayName" | "passwordHash" | "demoKey"> & Partial<AccountRow>,
    totpSecret?: string,
  ): Promise<AccountRow | undefined> {
    const id = newId();
    const sealed = await this.sealLogin(tx, id, login, row.displayName);
    const cipher = await this.keys.cipherOf(tx, id);
    const totpSealed = totpSecret ? cipher.seal(`accounts.totp.${id}`, totpSecret) : null;
    return accounts.insert(tx, { ...row, ...sealed, id, totpSealed });
  }

  private async welcome(tx: Tx, viewer: Viewer, account: AccountRow, codes: readonly string[]): Promise<void> {
    const { id: accountId, kind, institutionId, passwordHash } = account;
    if ((await roles.assign(tx, accountId, kind, codes)) !== codes.length)
      throw new Error(`a ${kind} account cannot have all of the roles ${codes.join(", ")}`);
    if (passwordHash) await accounts.rememberPassword(tx, accountId, passwordHash);
    await this.kernel.events.record(tx, viewer, identityEvents.accountCreated, {
      subject: { type: "Account", id: accountId },
      borrowerId: kind === "BORROWER" ? accountId : null,
      institutionId,
      facts: { accountId, kind, locale: currentRequest()?.locale },
    });
  }

  private async announce(
    tx: Tx,
    viewer: Viewer,
    account: AccountRow,
    event: typeof identityEvents.accountFrozen,
    reason: string,
    state: readonly [AccountState, AccountState],
  ): Promise<void> {
    await this.kernel.events.record(tx, viewer, event, {
      subject: { type: "Account", id: account.id },
      borrowerId: account.kind === "BORROWER" ? account.id : null,
      institutionId: account.institutionId,
      facts: { accountId: account.id, reason },
      diff: { state },
    });
  }
}

function requireReason(reason: string): string {
  const why = reason.trim();
  if (!why) throw identityErrors.reasonRequired();
  return why;
}
