/** One browser or one partner's program: speaks GraphQL over HTTP and WebSocket, keeps cookies, knows nothing else. */
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

export type AppName = "borrower" | "institution" | "admin";

export interface Refusal {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly kind: string;
    readonly field: string | null;
    readonly params: Record<string, unknown>;
    readonly retryable: boolean;
    readonly requestId: string | null;
  };
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: T | null;
  readonly refusals: readonly Refusal[];
  readonly extensions: Record<string, Record<string, number>>;
}

/** A refusal as something to throw, so that a verb refused reads `rejects.toMatchObject({ code, field })`. */
export class Refused extends Error {
  readonly code: string;
  readonly field: string | null;
  readonly params: Record<string, unknown>;
  readonly retryable: boolean;

  constructor(readonly refusal: Refusal) {
    super(`${refusal.extensions?.code}: ${refusal.message}`);
    const { code, field, params, retryable } = refusal.extensions;
    Object.assign(this, { name: "Refused" });
    this.code = code;
    this.field = field;
    this.params = params;
    this.retryable = retryable;
  }
}

export interface CallerOptions {
  readonly app?: AppName;
  readonly bearer?: string;
  readonly language?: string;
}

export interface Sending {
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly method?: string;
  readonly search?: string;
}

/** What a subscription has told so far, and a way to wait for the next. */
export interface Hearing<T> {
  readonly heard: readonly T[];
  /** The first heard value, now or later, that fits. */
  next(fits?: (value: T) => boolean, withinMs?: number): Promise<T>;
  readonly refusals: readonly unknown[];
  /** Cuts the wire without a word, as a tunnel does. */
  cut(): void;
  end(): void;
}

export class Caller {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    readonly options: CallerOptions = {},
  ) {}

  /** The same person in a second tab: same cookies. */
  secondTab(changed: CallerOptions = {}): Caller {
    const tab = new Caller(this.url, { ...this.options, ...changed });
    for (const [name, value] of this.cookies) tab.cookies.set(name, value);
    return tab;
  }

  /** Goes to another process behind the same address. */
  at(url: string): Caller {
    const other = new Caller(url, this.options);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  headers(): Record<string, string> {
    const { app, bearer, language = "zh-CN" } = this.options;
    return {
      "accept-language": language,
      ...(app ? { "x-app": app, "x-daichao-csrf": "1" } : {}),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
    };
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Any request to this house with this caller's cookies and headers. */
  async send(path: string, { headers = {}, body, method = "POST", search = "" }: Sending = {}): Promise<Response> {
    const response = await fetch(`${this.url}${path}${search}`, {
      method,
      headers: { ...this.headers(), ...headers },
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (pair.slice(at + 1) === "") this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async ask<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    sending: Sending = {},
  ): Promise<Answer<T>> {
    const response = await this.send("/graphql", {
      ...(sending.method === "GET" ? {} : { body: JSON.stringify({ query, variables }) }),
      ...sending,
      headers: { "content-type": "application/json", ...sending.headers },
    });
    const text = await response.text();
    const { status, headers } = response;
    const body = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
    const { data = null, errors = [], extensions = {} } = body as { data?: T; errors?: Refusal[]; extensions?: never };
    return { status, headers, text, data, refusals: errors, extensions };
  }

  /** The data, or the first refusal thrown. */
  async run<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, refusals, status, text } = await this.ask<T>(query, variables);
    const [refusal] = refusals;
    if (refusal) throw new Refused(refusal);
    if (data === null) throw new Error(`no data, status ${status}: ${text.slice(0, 200)}`);
    return data;
  }

  /** Listens; settles when the server has taken the subscription's connection. */
  async hears<T>(query: string, variables: Record<string, unknown> = {}): Promise<Hearing<T>> {
    const { app, bearer, language } = this.options;
    const headers = { ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}), origin: this.url };
    const sockets: WebSocket[] = [];
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
        sockets.push(this);
      }
    }
    const opened = Promise.withResolvers<void>();
    const heard: T[] = [];
    const refusals: unknown[] = [];
    let wake = Promise.withResolvers<void>();
    let isEnded = false;
    const onClosed = (event: unknown) => {
      if (!isEnded) refusals.push(event);
      opened.resolve();
    };
    const client = createClient({
      url: `${this.url.replace("http", "ws")}/graphql`,
      webSocketImpl: Socket,
      connectionParams: { app, language, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      shouldRetry: () => !isEnded,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 200)),
      lazy: true,
      on: { connected: () => opened.resolve(), closed: onClosed },
    });
    const ring = () => {
      wake.resolve();
      wake = Promise.withResolvers<void>();
    };
    const end = client.subscribe<Record<string, T>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) refusals.push(...errors);
          for (const value of Object.values(data ?? {})) heard.push(value);
          ring();
        },
        error: (error) => {
          refusals.push(...(Array.isArray(error) ? error : [error]));
          opened.resolve();
          ring();
        },
        complete: ring,
      },
    );
    await opened.promise;
    // The acknowledgement comes before the subscription is taken.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return {
      heard,
      refusals,
      end: () => {
        isEnded = true;
        end();
      },
      cut: () => sockets.at(-1)?.terminate(),
      async next(fits = () => true, withinMs = 5_000) {
        const deadline = performance.now() + withinMs;
        for (;;) {
          const found = heard.find(fits);
          if (found !== undefined) return found;
          const left = deadline - performance.now();
          if (left <= 0) throw new Error(`nothing fitting heard in ${withinMs} ms; heard ${JSON.stringify(heard)}`);
          await Promise.race([wake.promise, new Promise((resolve) => setTimeout(resolve, left))]);
        }
      },
    };
  }
}

/** Asks again until the answer fits. */
export async function until<T>(look: () => Promise<T>, fits: (value: T) => boolean, withinMs = 8_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await look();
    if (fits(value)) return value;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
