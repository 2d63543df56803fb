/** Live updates over graphql-transport-ws on the same path: one cookie, one hash, a fresh context for every event. */
import { randomUUID } from "node:crypto";
import type { Server as HttpServer, IncomingMessage } from "node:http";
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  parse,
  validate,
} from "graphql";
import { CloseCode, type SubscribePayload } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { withRequest } from "../../kernel/context/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import { appNamed, cookieName, localeOf, openContext, type RequestShape } from "../context.js";
import { hashIn } from "./documents.js";
import { formatErrors, refusalBody } from "./failures.js";
import type { EdgeParts } from "./graphql.js";
import { countQuery, parseWithin } from "./limits.js";
import { isOwnOrigin } from "./origin.js";
import { guardText } from "./text-guard.js";

const MAX_SOCKETS_PER_VIEWER = 8;
const MAX_SUBSCRIPTIONS = 20;
const MAX_PAYLOAD = 64 * 1024;
const MAX_BUFFERED = 1024 * 1024;
const RECHECK_MS = 4_000;

interface SocketState {
  readonly viewer: Viewer;
  /** A partner's key; it is asked for again as long as the socket stands. */
  readonly bearer: string | undefined;
  readonly app: ReturnType<typeof appNamed>;
  readonly locale: "zh-CN" | "en-US";
}

interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  state?: SocketState;
  subscriptions?: number;
}

const cookiesOf = (request: IncomingMessage): Map<string, string> =>
  new Map(
    (request.headers.cookie ?? "")
      .split(/;\s*/)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
  );

export class LiveEdge {
  readonly #sockets = new Set<SocketExtra>();
  readonly #server: WebSocketServer;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly parts: EdgeParts,
    http: HttpServer,
  ) {
    this.#server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
    http.on("upgrade", (request, socket, head) => {
      const isForUs = (request.url ?? "").split("?")[0] === "/graphql";
      if (!isForUs || !isOwnOrigin(request.headers)) {
        socket.destroy();
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#server.emit("connection", opened, request));
    });
    this.#serve();
    // A frozen account or an ended session loses its sockets within five seconds.
    this.#timer = setInterval(() => void this.#recheck(), RECHECK_MS);
    this.#timer.unref();
  }

  #serve(): void {
    const { schema } = this.parts;
    useServer<Record<string, unknown>, SocketExtra>(
      {
        schema,
        connectionInitWaitTimeout: 3_000,
        onConnect: async (context) => {
          const { extra } = context;
          const { app, language } = (context.connectionParams ?? {}) as { app?: unknown; language?: unknown };
          const bearer = bearerIn(context.connectionParams);
          const viewer = await this.#viewerOf(extra, appNamed(app), bearer);
          if (!viewer) return false;
          const mine = [...this.#sockets].filter((other) => sameOwner(other.state?.viewer, viewer)).length;
          if (mine >= MAX_SOCKETS_PER_VIEWER) return false;
          extra.state = {
            viewer,
            bearer,
            app: appNamed(app),
            locale: localeOf(typeof language === "string" ? language : undefined),
          };
          this.#sockets.add(extra);
          this.parts.metrics.sockets.set(this.#sockets.size);
          return true;
        },
        onDisconnect: ({ extra }) => {
          this.#sockets.delete(extra);
          this.parts.metrics.sockets.set(this.#sockets.size);
        },
        onSubscribe: ({ extra }, _id, payload) => this.#prepare(extra, payload),
        onComplete: ({ extra }) => {
          extra.subscriptions = Math.max(0, (extra.subscriptions ?? 1) - 1);
        },
        subscribe: ((args: ExecutionArgs) => this.#subscribe(args)) as never,
        onError: (_context, _id, _payload, errors) => formatErrors(this.parts.kernel.log, errors),
      },
      this.#server,
    );
  }

  async #viewerOf(
    extra: SocketExtra,
    app: ReturnType<typeof appNamed>,
    bearer: string | undefined,
  ): Promise<Viewer | undefined> {
    const { door, kernel } = this.parts;
    const sessionToken = app ? cookiesOf(extra.request).get(cookieName(app, kernel.config.isSandbox)) : undefined;
    const viewer = await door.viewerOf({ app, sessionToken, bearer });
    return viewer.kind === "ANONYMOUS" ? undefined : viewer;
  }

  #prepare(extra: SocketExtra, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const { schema, documents, kernel } = this.parts;
    const locale = extra.state?.locale ?? "zh-CN";
    const refuse = (error: ReturnType<typeof kernelErrors.forbidden>) =>
      refusalBody(error, locale).errors.map(({ message, extensions }) => new GraphQLError(message, { extensions }));
    if ((extra.subscriptions ?? 0) >= MAX_SUBSCRIPTIONS) return refuse(kernelErrors.throttled({ seconds: 5 }));
    const hash = hashIn(payload);
    const trusted = hash === undefined ? undefined : documents.find(hash);
    const mayWrite = extra.state?.viewer.kind === "CHANNEL" || kernel.config.isSandbox;
    if (!trusted && (hash !== undefined || !mayWrite)) return refuse(kernelErrors.unknownDocument());
    let document = trusted?.document;
    try {
      guardText(payload.variables, trusted ? undefined : payload.query);
      document ??= this.#freeText(payload);
    } catch (error) {
      return error instanceof DomainError ? refuse(error) : [error as GraphQLError];
    }
    const faults = trusted ? [] : validate(schema, document);
    if (faults.length > 0) return faults;
    const isSubscription = document.definitions.some(
      (definition) => definition.kind === "OperationDefinition" && definition.operation === "subscription",
    );
    if (!isSubscription) return refuse(kernelErrors.invalidInput({ rule: "subscription" }));
    extra.subscriptions = (extra.subscriptions ?? 0) + 1;
    return {
      schema,
      document,
      variableValues: payload.variables,
      operationName: payload.operationName,
      contextValue: extra,
    };
  }

  /** @throws QUERY_TOO_COSTLY, or the syntax error. */
  #freeText({ query, operationName, variables }: SubscribePayload): DocumentNode {
    const document = parseWithin(query) ?? parse(query);
    const { refusal } = countQuery(document, operationName ?? undefined, variables ?? {});
    if (refusal) throw refusal;
    return document;
  }

  async #subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const extra = args.contextValue as SocketExtra;
    const opening = this.#open(extra);
    const source = await withRequest(opening.shape, () =>
      createSourceEventStream({ ...args, contextValue: opening.context }),
    ).finally(() => void opening.reads.end());
    if (!(Symbol.asyncIterator in source))
      return { ...source, errors: formatErrors(this.parts.kernel.log, source.errors ?? []) };
    const events = source[Symbol.asyncIterator]();
    const next = async (): Promise<IteratorResult<ExecutionResult>> => {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await this.#executeEvent(extra, args, event.value) };
    };
    const iterator: AsyncIterableIterator<ExecutionResult> = {
      next,
      return: async () => {
        await events.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  async #executeEvent(extra: SocketExtra, args: ExecutionArgs, event: unknown): Promise<ExecutionResult> {
    if (extra.socket.bufferedAmount > MAX_BUFFERED)
      extra.socket.close(CloseCode.TooManyInitialisationRequests, "too slow");
    const { context, reads, shape } = this.#open(extra);
    try {
      const result = await withRequest(shape, async () =>
        execute({ ...args, rootValue: event, contextValue: context }),
      );
      return result.errors ? { ...result, errors: formatErrors(this.parts.kernel.log, result.errors) } : result;
    } finally {
      void reads.end();
    }
  }

  #open(extra: SocketExtra) {
    const { state } = extra;
    if (!state) throw kernelErrors.unauthenticated();
    const shape: RequestShape = {
      requestId: randomUUID(),
      ip: extra.request.socket.remoteAddress ?? null,
      userAgent: extra.request.headers["user-agent"] ?? null,
      locale: state.locale,
      cookies: { setSession: () => undefined },
    };
    return { ...openContext(this.parts.kernel, state.viewer, state.app, shape), shape };
  }

  async #recheck(): Promise<void> {
    for (const extra of this.#sockets) {
      const { state } = extra;
      if (!state) continue;
      // A database that is away for a moment ends nobody's socket.
      const viewer = await this.#viewerOf(extra, state.app, state.bearer).catch(() => state.viewer);
      if (!viewer) extra.socket.close(CloseCode.Forbidden, "session ended");
      // What was subscribed to was checked against the former rights: the client comes back with the new ones.
      else if (!sameRights(viewer, state.viewer)) extra.socket.close(1012, "rights changed");
    }
  }

  /** Closes every socket over five seconds, so that clients do not come back at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const sockets = [...this.#sockets];
    await Promise.all(
      sockets.map(async (extra, index) => {
        await new Promise((resolve) =>
          setTimeout(resolve, Math.min(5_000, sockets.length * 5) * (index / Math.max(1, sockets.length))),
        );
        extra.socket.close(1012, "restarting");
      }),
    );
    this.#server.close();
  }
}

function bearerIn(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null || !("authorization" in params)) return undefined;
  return typeof params.authorization === "string" ? params.authorization.replace(/^Bearer /, "") : undefined;
}

const sameRights = (a: Viewer, b: Viewer): boolean =>
  a.permissions.size === b.permissions.size && [...a.permissions].every((permission) => b.permissions.has(permission));

function sameOwner(a: Viewer | undefined, b: Viewer): boolean {
  if (!a || a.kind !== b.kind) return false;
  if (a.kind === "CHANNEL" && b.kind === "CHANNEL") return a.keyId === b.keyId;
  return "accountId" in a && "accountId" in b && a.accountId === b.accountId;
}
