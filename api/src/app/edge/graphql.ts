/**
 * The one endpoint over HTTP. The credential decides what it accepts: a session or nothing means trusted documents by
 * hash (free text only in sandbox mode), a partner's key means free queries within limits.
 */
import { ApolloServer, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type {} from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Context, CookieJar } from "../../kernel/context/index.js";
import { withRequest } from "../../kernel/context/index.js";
import { refusalOf } from "../../kernel/database/index.js";
import { DomainError, ErrorKind, kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { ownerKeyOf, type Viewer } from "../../kernel/viewer/index.js";
import { appNamed, cookieName, localeOf, openContext, type RequestShape, type ViewerDoor } from "../context.js";
import { Admission } from "./admission.js";
import { AnswerCache } from "./answer-cache.js";
import { OPERATION_MS, withinTime } from "./deadline.js";
import { hashIn, type TrustedDocument, type TrustedDocuments } from "./documents.js";
import { formatFailure, refusalBody } from "./failures.js";
import { CostBudget, countQuery, parseWithin } from "./limits.js";
import type { Metrics } from "./metrics.js";
import { isOwnOrigin } from "./origin.js";
import type { QueryPlan } from "./query-plan.js";
import { QueryPlans } from "./query-plans.js";
import { type Body, bodyOf } from "./request-body.js";
import { guardText } from "./text-guard.js";

const MAX_OPERATIONS = 64;
const MAX_WAITING = 256;
const ANSWER_BYTES = 64 * 1024 * 1024;
const PARTNER_COST_PER_MINUTE = 10_000;

const ACCEPTS_KEPT = 100;

/** The headers that decide how Apollo reads a request and writes its answer. */
const NEGOTIATED = ["accept", "content-type"] as const;

const REFUSED_AS: Readonly<Record<string, number>> = {
  [ErrorKind.UNAUTHENTICATED]: 401,
  [ErrorKind.FORBIDDEN]: 403,
};

export interface EdgeParts {
  readonly kernel: Kernel;
  readonly schema: GraphQLSchema;
  readonly door: ViewerDoor;
  readonly documents: TrustedDocuments;
  readonly metrics: Metrics;
  /** Stamp of the published catalogue on this business day: guests' answers are kept until it changes. */
  catalogStamp(): string;
}

/** One operation on its way to its answer. */
interface Work {
  readonly viewer: Viewer;
  readonly app: ReturnType<typeof appNamed>;
  readonly body: Body;
  readonly trusted: TrustedDocument | undefined;
  readonly shape: Omit<RequestShape, "cookies">;
}

/** How far an operation has come: both ways of answering it share one time and one count. */
interface Progress {
  readonly endsAt: number;
  statements: number;
}

function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  return authorization?.startsWith("Bearer ") ? authorization.slice(7) : undefined;
}

export function cookieJar(reply: FastifyReply, isSandbox: boolean): CookieJar {
  return {
    setSession(app, token, maxAgeSeconds) {
      reply.setCookie(cookieName(app, isSandbox), token ?? "", {
        path: "/",
        httpOnly: true,
        sameSite: "lax",
        secure: !isSandbox,
        maxAge: token === null ? 0 : maxAgeSeconds,
      });
    },
  };
}

export class GraphqlEdge {
  readonly #apollo: ApolloServer<Context>;
  readonly #answers = new AnswerCache(ANSWER_BYTES);
  readonly #admission = new Admission(MAX_OPERATIONS, MAX_WAITING);
  readonly #budget: CostBudget;
  readonly #plans: QueryPlans;
  /** How Apollo labels an answer to each `accept` it has met. */
  readonly #labels = new Map<string, string>();

  constructor(private readonly parts: EdgeParts) {
    const { kernel, schema } = parts;
    this.#plans = new QueryPlans(schema);
    this.#budget = new CostBudget(PARTNER_COST_PER_MINUTE, () => kernel.clock.now().getTime());
    this.#apollo = new ApolloServer<Context>({
      schema,
      csrfPrevention: false,
      introspection: true,
      stopOnTerminationSignals: false,
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      formatError: (formatted, error) => formatFailure(kernel.log, error, formatted),
      plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()],
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  get running(): number {
    return this.#admission.running;
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const requestId = request.id;
    const locale = localeOf(request.headers["accept-language"]);
    const facts = { requestId, ip: request.ip, userAgent: request.headers["user-agent"] ?? null, locale };
    reply.header("x-request-id", requestId).header("cache-control", "no-store");
    return withRequest(facts, async () => {
      try {
        return await this.#answer(request, reply, facts);
      } catch (error) {
        const refusal = refusalOf(error);
        if (!(refusal instanceof DomainError)) throw error;
        return this.#refuse(reply, refusal, locale);
      }
    });
  }

  /** The finished answer to a guest's catalogue question, by the text of its body: nothing else decides it. */
  keptFor(text: string, acceptLanguage: string | undefined): Buffer | undefined {
    return this.#answers.get(this.parts.catalogStamp(), keyOfAnswer(localeOf(acceptLanguage), text));
  }

  #refuse(reply: FastifyReply, refusal: DomainError, locale: string): FastifyReply {
    const { retryable } = refusal.definition;
    if (refusal.code === "THROTTLED") reply.header("retry-after", String(refusal.params.seconds ?? 1));
    const status = refusal.code === "THROTTLED" ? 429 : retryable ? 503 : (REFUSED_AS[refusal.definition.kind] ?? 400);
    return reply
      .code(status)
      .type("application/json; charset=utf-8")
      .send(JSON.stringify(refusalBody(refusal, locale)));
  }

  async #answer(
    request: FastifyRequest,
    reply: FastifyReply,
    shape: Omit<RequestShape, "cookies">,
  ): Promise<FastifyReply> {
    const { kernel, documents } = this.parts;
    const body = bodyOf(request);
    const bearer = bearerOf(request);
    const app = bearer ? null : appNamed(request.headers["x-app"]);
    const hash = hashIn(body);
    const trusted = hash === undefined ? undefined : documents.find(hash);
    const sessionToken = app ? request.cookies[cookieName(app, kernel.config.isSandbox)] : undefined;
    if (!bearer) this.#checkOrigin(request);
    if (hash !== undefined && !trusted) throw kernelErrors.unknownDocument();

    const isForAll = trusted?.isCatalogueOnly === true && !bearer && !sessionToken;
    const cacheKey = isForAll ? keyOfAnswer(shape.locale, JSON.stringify(body)) : undefined;
    const version = this.parts.catalogStamp();
    const kept = cacheKey === undefined ? undefined : this.#answers.get(version, cacheKey);
    if (kept !== undefined) return reply.type("application/json; charset=utf-8").send(kept);

    const viewer = await this.parts.door.viewerOf({ app, sessionToken, bearer });
    if (bearer && viewer.kind === "ANONYMOUS") throw kernelErrors.unauthenticated();
    if (!trusted && viewer.kind !== "CHANNEL" && !kernel.config.isSandbox) throw kernelErrors.unknownDocument();
    if (!trusted && !body.query) throw kernelErrors.invalidInput({ rule: "required" }, "query");
    guardText(body.variables, trusted ? undefined : body.query);
    const cost = viewer.kind === "CHANNEL" ? this.#charge(viewer, trusted, body, reply) : undefined;

    const text = await this.#admission.run(() => this.#execute(request, reply, { viewer, app, body, trusted, shape }));
    const bytes = Buffer.from(cost ? withCost(text, cost) : text);
    if (cacheKey !== undefined && reply.statusCode === 200 && !text.startsWith('{"errors"'))
      this.#answers.put(version, cacheKey, bytes);
    return reply.send(bytes);
  }

  /** A request that carries a cookie must come from our own page: custom header, and an Origin that is ours. */
  #checkOrigin(request: FastifyRequest): void {
    if (!request.headers.cookie) return;
    const isOurs = isOwnOrigin(request.headers);
    if (!isOurs || request.headers["x-daichao-csrf"] === undefined) {
      if (this.parts.kernel.config.isSandbox && isOurs && request.headers["x-app"] === undefined) return;
      throw kernelErrors.forbidden({ permission: "origin" });
    }
  }

  #charge(viewer: Viewer, trusted: TrustedDocument | undefined, body: Body, reply: FastifyReply) {
    const variables = body.variables ?? {};
    const document = trusted?.document ?? parseWithin(String(body.query ?? ""));
    if (!document) return undefined; // Apollo names the syntax error.
    const { requested, refusal } = countQuery(document, body.operationName, variables);
    if (refusal) throw refusal;
    const spent = this.#budget.spend(ownerKeyOf(viewer), requested);
    reply
      .header("ratelimit-limit", String(this.#budget.perMinuteBudget))
      .header("ratelimit-remaining", String(spent.available));
    if (!spent.isAllowed) throw kernelErrors.throttled({ seconds: spent.retrySeconds });
    return {
      requested,
      actual: requested,
      maximumAvailable: this.#budget.perMinuteBudget,
      currentlyAvailable: spent.available,
      restoreRate: this.#budget.perMinuteBudget / 60,
    };
  }

  /** By its plan where the query has one and all goes well; whatever is out of the ordinary is Apollo's, from the start. */
  async #execute(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<string> {
    const progress: Progress = { endsAt: performance.now() + OPERATION_MS, statements: 0 };
    const timer = this.parts.metrics.startOperation(work.body.operationName ?? "unnamed");
    try {
      const label = this.#labels.get(request.headers.accept ?? "");
      const isReady = label !== undefined && request.method === "POST";
      const plan = isReady ? this.#plans.find(textOf(work), work.body.operationName) : undefined;
      const planned = plan && (await this.#byPlan(plan, reply, work, progress));
      if (planned === undefined) return await this.#byApollo(request, reply, work, progress);
      reply.code(200).header("content-type", label);
      return planned;
    } finally {
      timer(progress.statements);
    }
  }

  #open(reply: FastifyReply, { viewer, app, shape }: Work) {
    const { kernel } = this.parts;
    return openContext(kernel, viewer, app, { ...shape, cookies: cookieJar(reply, kernel.config.isSandbox) });
  }

  /** Undefined where the plain answer is not the right one. @throws UNAVAILABLE once the time is over. */
  async #byPlan(plan: QueryPlan, reply: FastifyReply, work: Work, progress: Progress): Promise<string | undefined> {
    const { planned } = this.parts.metrics;
    const { context, reads } = this.#open(reply, work);
    try {
      const text = plan.run(context, work.body.variables ?? {});
      const answer =
        typeof text === "string"
          ? text
          : await withinTime(progress.endsAt - performance.now(), text, () => void reads.end());
      planned.answered.inc();
      return answer;
    } catch {
      // Why is told by Apollo, in its words, or not at all where it does not happen again.
      planned.handedOn.inc();
      if (performance.now() >= progress.endsAt) throw kernelErrors.unavailable();
      return undefined;
    } finally {
      progress.statements += reads.statementCount();
      void reads.end();
    }
  }

  async #byApollo(request: FastifyRequest, reply: FastifyReply, work: Work, progress: Progress): Promise<string> {
    const opened = this.#open(reply, work);
    const headers = new HeaderMap();
    for (const name of NEGOTIATED) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    const { extensions: _named, ...rest } = work.body;
    try {
      const executing = this.#apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers,
          search: request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "",
          body: work.trusted ? { ...rest, query: work.trusted.text } : work.body,
        },
        context: async () => opened.context,
      });
      const left = progress.endsAt - performance.now();
      const result = await withinTime(left, executing, () => void opened.reads.end());
      for (const [name, value] of result.headers) if (name !== "cache-control") reply.header(name, value);
      // A client that knows only application/json reads a non-200 as a broken transport.
      const isPlain = !(request.headers.accept ?? "").includes("application/graphql-response+json");
      reply.code(result.status === 400 && isPlain ? 200 : (result.status ?? 200));
      const text = result.body.kind === "complete" ? result.body.string : "";
      if (text.startsWith('{"data"')) this.#learn(request, work, result.headers.get("content-type"));
      return text;
    } finally {
      progress.statements += opened.reads.statementCount();
      void opened.reads.end();
    }
  }

  #learn(request: FastifyRequest, work: Work, label: string | undefined): void {
    this.#plans.answered(textOf(work), work.trusted);
    if (label === undefined) return;
    if (this.#labels.size >= ACCEPTS_KEPT) this.#labels.clear();
    this.#labels.set(request.headers.accept ?? "", label);
  }
}

const textOf = ({ trusted, body }: Work): string => trusted?.text ?? body.query ?? "";

const keyOfAnswer = (locale: string, text: string): string => `${locale}|${text}`;

function withCost(text: string, cost: Record<string, number>): string {
  const body = text.trimEnd();
  if (!body.endsWith("}")) return text;
  return `${body.slice(0, -1)},"extensions":${JSON.stringify({ cost })}}`;
}
