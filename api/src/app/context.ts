/** From a request's credential to what its resolvers are handed. */
import { AppName, type Context, type CookieJar } from "../kernel/context/index.js";
import type { OperationReads } from "../kernel/database/index.js";
import type { Kernel } from "../kernel/index.js";
import { createLoaders } from "../kernel/loader/index.js";
import { anonymous, type Viewer } from "../kernel/viewer/index.js";

/** How the domain knows people and keys; given by identity and channels. */
export interface Gatekeeper {
  session(app: AppName, token: string): Promise<{ viewer: Viewer; sessionId: string } | null>;
  partner(token: string): Promise<Viewer | null>;
}

export interface RequestCredential {
  readonly app: AppName | null;
  readonly sessionToken: string | undefined;
  readonly bearer: string | undefined;
}

export interface RequestShape {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly locale: "zh-CN" | "en-US";
  readonly cookies: CookieJar;
}

export interface OpenContext {
  readonly context: Context;
  readonly reads: OperationReads;
}

export const appNamed = (name: unknown): AppName | null =>
  Object.values(AppName).find((known) => known === name) ?? null;

/** Chinese unless the caller prefers English. */
export const localeOf = (acceptLanguage: string | undefined): "zh-CN" | "en-US" =>
  /^\s*en\b/i.test(acceptLanguage ?? "") ? "en-US" : "zh-CN";

/** Sandbox mode on loopback has no TLS, so the cookie's strict name would be refused by the browser there. */
export const cookieName = (app: AppName, isSandbox: boolean): string => `${isSandbox ? "" : "__Host-"}daichao-${app}`;

/** A session is asked for at most every two seconds; its end is also announced (see forget). */
const REMEMBER_MS = 2_000;
const MAX_REMEMBERED = 10_000;

export class ViewerDoor {
  readonly #remembered = new Map<string, { viewer: Viewer; sessionId: string; until: number }>();

  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly nowMs: () => number,
  ) {}

  /** Who is asking. A bearer key wins and then no cookie is read. */
  async viewerOf({ app, sessionToken, bearer }: RequestCredential): Promise<Viewer> {
    if (bearer) return (await this.gatekeeper.partner(bearer)) ?? anonymous;
    if (!app || !sessionToken) return anonymous;
    const key = `${app}:${sessionToken}`;
    const known = this.#remembered.get(key);
    if (known && known.until > this.nowMs()) return known.viewer;
    const found = await this.gatekeeper.session(app, sessionToken);
    if (!found) {
      this.#remembered.delete(key);
      return anonymous;
    }
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, { ...found, until: this.nowMs() + REMEMBER_MS });
    return found.viewer;
  }

  /** Somebody's rights or sessions changed: everybody is asked for anew. */
  forget(): void {
    this.#remembered.clear();
  }
}

/** Opens a context; nothing reaches the database before its first read. End `reads` when the answer is out. */
export function openContext(kernel: Kernel, viewer: Viewer, app: AppName | null, request: RequestShape): OpenContext {
  const reads = kernel.db.operation(viewer);
  const loaders = createLoaders(reads.reader, viewer);
  const context: Context = {
    viewer,
    app,
    reader: reads.reader,
    locale: request.locale,
    requestId: request.requestId,
    ip: request.ip,
    userAgent: request.userAgent,
    cookies: request.cookies,
    load: loaders.load,
    loadMany: loaders.loadMany,
  };
  return { context, reads };
}
