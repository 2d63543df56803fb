/** Sessions: opened at sign-in, asked for at each request, listed and ended by their owner. */
import type { AppName, Context } from "../../kernel/context/index.js";
import { newToken, sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { accountOf, anonymous, system, type Viewer } from "../../kernel/viewer/index.js";
import type { SettingsService } from "../settings/index.js";
import { nameInLocale } from "./account.rules.js";
import { type AccountKind, appOfKind } from "./account.states.js";
import type { AccountRow } from "./account.tables.js";
import { deviceOf, maskIp } from "./device.rules.js";
import { identityErrors } from "./identity.errors.js";
import { identityEvents } from "./identity.events.js";
import * as sessions from "./session.repository.js";
import { describeViewer, type ViewerFacts, viewerFrom } from "./session.rules.js";
import type { SessionRow } from "./session.tables.js";

/** Who knocks: which app, from where, and who they were until now. */
export interface Client {
  readonly app: AppName | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly viewer: Viewer;
}

export interface SignedIn {
  readonly viewer: Viewer;
  readonly app: AppName;
  /** For the cookie; kept nowhere in clear. */
  readonly token: string;
  readonly maxAgeSeconds: number;
  readonly facts: ViewerFacts;
}

export interface SessionView extends SessionRow {
  readonly isCurrent: boolean;
}

const TOUCH_SECONDS = 30;
const TOKEN = /^[\w-]{43}$/;

export class SessionService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
  ) {}

  /** Who a token belongs to, by the database's clock; null once it is ended, idle too long, too old, or of another app. */
  async authenticate(app: AppName, token: string): Promise<{ viewer: Viewer; sessionId: string } | null> {
    if (!TOKEN.test(token)) return null;
    const row = await this.kernel.db.read(system, (reader) => sessions.findByToken(reader, app, sha256(token)));
    const viewer = row && this.liveViewer(row);
    if (!row || !viewer) return null;
    if (Number(row.idleSeconds) > TOUCH_SECONDS) await this.touch(row.sessionId);
    return { viewer, sessionId: row.sessionId };
  }

  /** A viewer as the apps are told about it. */
  describe(viewer: Viewer): ViewerFacts {
    return describeViewer(viewer);
  }

  /** What a viewer is called in the reader's language. */
  nameOf({ displayName }: ViewerFacts, locale: Context["locale"]): string {
    return nameInLocale(displayName, locale);
  }

  async isLive(sessionId: string): Promise<boolean> {
    const row = await this.kernel.db.read(system, (reader) => sessions.findById(reader, sessionId));
    return row !== undefined && this.liveViewer(row) !== null;
  }

  /** Opens a session with a new token and ends the one the client came with. */
  async open(tx: Tx, account: AccountRow, client: Client): Promise<SignedIn> {
    const app = appOfKind[account.kind];
    const token = newToken();
    const { maxSeconds } = this.limitsOf(account.kind);
    const { id: accountId, institutionId } = account;
    const device = deviceOf(client.userAgent);
    const row = { accountId, institutionId, app, tokenHash: sha256(token), device, ipMasked: maskIp(client.ip) };
    const session = await sessions.insert(tx, row, maxSeconds);
    const facts = session && (await sessions.findById(tx, session.id));
    const viewer = facts && viewerFrom(facts);
    if (!session || !viewer) throw identityErrors.accountFrozen();
    const former = client.viewer;
    if ("sessionId" in former && former.accountId === accountId)
      await this.announceEnd(tx, former, accountId, await sessions.endOne(tx, accountId, former.sessionId, "ROTATED"));
    await this.kernel.events.record(tx, viewer, identityEvents.sessionStarted, {
      subject: { type: "Session", id: session.id },
      ...this.audienceOf(account),
      facts: { accountId, sessionId: session.id, app },
    });
    return { viewer, app, token, maxAgeSeconds: maxSeconds, facts: describeViewer(viewer) };
  }

  /** Ends every session of an account but the one to keep, and announces it so that open pages close. */
  async endAll(tx: Tx, viewer: Viewer, accountId: string, keep: string | null, reason: string): Promise<void> {
    await this.announceEnd(tx, viewer, accountId, await sessions.endAll(tx, accountId, keep, reason), reason);
  }

  /** The viewer's own open sessions, latest first. */
  async list(reader: Reader | Tx, viewer: Viewer): Promise<SessionView[]> {
    const accountId = accountOf(viewer);
    if (!accountId || !("sessionId" in viewer)) return [];
    const { idleSeconds } = this.limitsOf(viewer.kind);
    const rows = await sessions.openOf(reader, accountId, idleSeconds);
    return rows.map((row) => ({ ...row, isCurrent: row.id === viewer.sessionId }));
  }

  /** Ends one of the viewer's own sessions. @throws NOT_FOUND for anybody else's. */
  async revoke(viewer: Viewer, sessionId: string): Promise<SessionView[]> {
    const accountId = accountOf(viewer);
    if (!accountId || !isId(sessionId)) throw kernelErrors.notFound();
    return this.kernel.db.write(viewer, async (tx) => {
      const ended = await sessions.endOne(tx, accountId, sessionId, "REVOKED");
      if (ended.length === 0) throw kernelErrors.notFound();
      await this.announceEnd(tx, viewer, accountId, ended, "REVOKED");
      return this.list(tx, viewer);
    });
  }

  /** Ends the viewer's own session; harmless when there is none. */
  async signOut(viewer: Viewer): Promise<Viewer> {
    if ("sessionId" in viewer) {
      const { accountId, sessionId } = viewer;
      await this.kernel.db.write(viewer, async (tx) => {
        const ended = await sessions.endOne(tx, accountId, sessionId, "SIGNED_OUT");
        await this.announceEnd(tx, viewer, accountId, ended, "SIGNED_OUT");
      });
    }
    return anonymous;
  }

  private liveViewer(row: sessions.SignedInRow): Viewer | null {
    return Number(row.idleSeconds) > this.limitsOf(row.kind).idleSeconds ? null : viewerFrom(row);
  }

  private limitsOf(kind: AccountKind): { idleSeconds: number; maxSeconds: number } {
    const { settings } = this;
    return kind === "BORROWER"
      ? {
          idleSeconds: settings.number("session.borrowerIdleDays") * 86_400,
          maxSeconds: settings.number("session.borrowerMaxDays") * 86_400,
        }
      : {
          idleSeconds: settings.number("session.staffIdleMinutes") * 60,
          maxSeconds: settings.number("session.staffMaxHours") * 3_600,
        };
  }

  // Whoever may read may read: a session that cannot be noted as seen is still a session.
  private async touch(sessionId: string): Promise<void> {
    await this.kernel.db
      .write(system, (tx) => sessions.touch(tx, sessionId))
      .catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "session not noted as seen"));
  }

  private audienceOf(account: Pick<AccountRow, "id" | "kind" | "institutionId">) {
    return { borrowerId: account.kind === "BORROWER" ? account.id : null, institutionId: account.institutionId };
  }

  private async announceEnd(
    tx: Tx,
    viewer: Viewer,
    accountId: string,
    sessionIds: readonly string[],
    reason = "ROTATED",
  ): Promise<void> {
    if (sessionIds.length === 0) return;
    await this.kernel.events.record(tx, viewer, identityEvents.sessionEnded, {
      subject: { type: "Account", id: accountId },
      facts: { accountId, sessionIds, reason },
    });
  }
}
