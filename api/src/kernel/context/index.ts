/** What a resolver is handed: the viewer, the operation's reads, and one batching loader per kind of row. */
import type { Reader } from "../database/index.js";
import type { Loader } from "../loader/index.js";
import type { Viewer } from "../viewer/index.js";

export { currentRequest, type RequestFacts, withRequest } from "./request.js";

/** Which of the three apps (or a key) speaks; it picks the session cookie. */
export const AppName = { BORROWER: "borrower", INSTITUTION: "institution", ADMIN: "admin" } as const;
export type AppName = (typeof AppName)[keyof typeof AppName];

/** Lets sign-in and sign-out set the app's session cookie; null token clears it. */
export interface CookieJar {
  setSession(app: AppName, token: string | null, maxAgeSeconds: number): void;
}

export interface Context {
  readonly viewer: Viewer;
  readonly app: AppName | null;
  readonly reader: Reader;
  readonly locale: "zh-CN" | "en-US";
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly cookies: CookieJar;
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value>;
  loadMany<Key, Value>(loader: Loader<Key, Value>, keys: readonly Key[]): Promise<Value[]>;
}
