/** Partners and their keys: shown once, kept as a hash, refused everywhere within five seconds of their end. */
import { declaredPermissions } from "../../kernel/access/index.js";
import { dayOf, instantOf } from "../../kernel/clock/index.js";
import { newToken, sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { type ChannelViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import { channelErrors } from "./channel.errors.js";
import { channelEvents } from "./channel.events.js";
import * as channels from "./channel.repository.js";
import type { ChannelRow } from "./channel.tables.js";
import { acceptScopes, isPartnerToken, mustExpireLater, prefixOf } from "./partner-key.rules.js";
import type { PartnerKeyRow } from "./partner-key.tables.js";

export interface KeyWish {
  readonly channelId: string;
  readonly scopes: readonly string[];
  /** Last day in Asia/Shanghai; without it the key does not expire. */
  readonly expiresOn?: string | null;
}

export interface IssuedKey {
  readonly key: PartnerKeyRow;
  readonly token: string;
}

interface Remembered {
  readonly viewer: ChannelViewer;
  readonly until: number;
  readonly touchAgainAt: number;
}

const REMEMBER_MS = 3_000;
const TOUCH_MS = 60_000;
const MAX_REMEMBERED = 5_000;

export class ChannelService {
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly kernel: Kernel) {}

  /** Who a partner's token is, remembered for at most three seconds; null once it is revoked, expired or unknown. */
  async authenticate(token: string): Promise<ChannelViewer | null> {
    if (!isPartnerToken(token)) return null;
    const tokenHash = sha256(token);
    const nowMs = this.kernel.clock.now().getTime();
    const known = this.remembered.get(tokenHash);
    if (known && known.until > nowMs) return known.viewer;
    const row = await this.kernel.db.read(system, (reader) => channels.findLiveKey(reader, tokenHash));
    if (!row) {
      this.remembered.delete(tokenHash);
      return null;
    }
    const { channelId, id: keyId } = row;
    const viewer: ChannelViewer = { kind: "CHANNEL", channelId, keyId, permissions: new Set(row.scopes) };
    const isTouchDue = known === undefined || known.touchAgainAt <= nowMs;
    if (isTouchDue) await this.touch(keyId);
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    const touchAgainAt = isTouchDue ? nowMs + TOUCH_MS : known.touchAgainAt;
    this.remembered.set(tokenHash, { viewer, until: nowMs + REMEMBER_MS, touchAgainAt });
    return viewer;
  }

  list(reader: Reader): Promise<ChannelRow[]> {
    return channels.all(reader);
  }

  /** @throws CONFLICT when the name is taken */
  async createChannel(tx: Tx, viewer: Viewer, name: string): Promise<ChannelRow> {
    const row = await channels.insert(tx, { name });
    if (!row) throw kernelErrors.conflict({}, "name");
    await this.kernel.events.record(tx, viewer, channelEvents.created, {
      subject: { type: "Channel", id: row.id },
      channelId: row.id,
      facts: { channelId: row.id },
    });
    return row;
  }

  /**
   * Makes a key. The token is in this answer and nowhere else.
   * @throws NOT_FOUND, CHANNEL_SCOPES_EMPTY, CHANNEL_SCOPE_UNKNOWN, CHANNEL_EXPIRY_PAST
   */
  async issueKey(viewer: Viewer, wish: KeyWish): Promise<IssuedKey> {
    if (viewer.kind !== "PLATFORM" && viewer.kind !== "SYSTEM") throw kernelErrors.notFound();
    const { channelId, expiresOn = null } = wish;
    const { clock, config, db, events } = this.kernel;
    const scopes = acceptScopes(wish.scopes, declaredPermissions);
    mustExpireLater(expiresOn, dayOf(clock.now()));
    const token = `dck_${config.isSandbox ? "test" : "live"}_${newToken()}`;
    const expiresAt = expiresOn === null ? null : instantOf(expiresOn, 24);
    return db.write(viewer, async (tx) => {
      if (!isId(channelId) || !(await channels.find(tx, channelId))) throw kernelErrors.notFound();
      const row = { channelId, prefix: prefixOf(token), tokenHash: sha256(token), scopes, expiresAt };
      const key = await channels.insertKey(tx, row);
      if (!key) throw kernelErrors.unavailable();
      await events.record(tx, viewer, channelEvents.keyIssued, {
        subject: { type: "PartnerKey", id: key.id },
        channelId,
        facts: { channelId, keyId: key.id },
        diff: { scopes: [null, scopes], expiresOn: [null, expiresOn] },
      });
      return { key, token };
    });
  }

  /** Ends a key: refused here at once and everywhere within five seconds. @throws NOT_FOUND, CHANNEL_ALREADY_REVOKED */
  async revokeKey(viewer: Viewer, keyId: string): Promise<PartnerKeyRow> {
    if (viewer.kind !== "PLATFORM" || !isId(keyId)) throw kernelErrors.notFound();
    const revoked = await this.kernel.db.write(viewer, async (tx) => {
      if (!(await channels.findKey(tx, keyId))) throw kernelErrors.notFound();
      const key = await channels.revokeKey(tx, keyId);
      if (!key) throw channelErrors.alreadyRevoked();
      const { channelId } = key;
      await this.kernel.events.record(tx, viewer, channelEvents.keyRevoked, {
        subject: { type: "PartnerKey", id: keyId },
        channelId,
        facts: { channelId, keyId },
      });
      return key;
    });
    this.remembered.delete(revoked.tokenHash);
    return revoked;
  }

  // A partner who may read may read, noted or not.
  private async touch(keyId: string): Promise<void> {
    await this.kernel.db
      .write(system, (tx) => channels.touchKey(tx, keyId))
      .catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "key not noted as used"));
  }
}
