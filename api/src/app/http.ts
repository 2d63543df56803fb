/** The one port: GraphQL, files, callbacks, health, the outbox of sandbox mode, and the three apps. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import cookies from "@fastify/cookie";
import fastify, { type FastifyInstance } from "fastify";
import { kernelErrors } from "../kernel/errors/index.js";
import { type Log, stackOf } from "../kernel/log/index.js";
import { localeOf } from "./context.js";
import { refusalBody } from "./edge/failures.js";
import { openFrontDesk } from "./edge/front-desk.js";
import { type EdgeParts, GraphqlEdge } from "./edge/graphql.js";
import { type AppHome, serveApps } from "./edge/static-apps.js";
import { LiveEdge } from "./edge/websocket.js";

const MAX_BODY = 256 * 1024;
const DRAIN_MS = 10_000;

export interface HttpParts extends EdgeParts {
  readonly homes: readonly AppHome[];
  /** Routes that a module owns but that speak plain HTTP: files, callbacks, the outbox. */
  readonly routes: readonly ((server: FastifyInstance) => void | Promise<void>)[];
}

export interface HttpServer {
  readonly server: FastifyInstance;
  listen(): Promise<string>;
  /** readyz turns 503, running operations finish within ten seconds, sockets close over five. */
  stop(): Promise<void>;
}

function createFastify(log: Log): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: MAX_BODY,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
    trustProxy: "loopback",
    // A signed link carries its hash: the router's own limit of 100 characters would call it missing.
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
  });
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      log.error(
        { requestId: request.id, route: request.routeOptions.url ?? "", stack: stackOf(error) },
        "request failed",
      );
    const refusal =
      status === 413
        ? kernelErrors.bodyTooLarge({ kilobytes: MAX_BODY / 1024 })
        : status >= 500
          ? kernelErrors.internal()
          : kernelErrors.badRequest();
    const body = refusalBody(refusal, localeOf(request.headers["accept-language"]));
    for (const { extensions } of body.errors) if (extensions) extensions.requestId = request.id;
    return reply.code(status).header("x-request-id", request.id).send(body);
  });
  // An empty JSON body, or one that does not parse, is the caller's mistake, not ours.
  server.removeContentTypeParser("text/plain");
  return server;
}

export async function createHttp(parts: HttpParts): Promise<HttpServer> {
  const { kernel, metrics, homes, routes } = parts;
  const server = createFastify(kernel.log);
  let isStopping = false;
  await server.register(cookies);
  const edge = new GraphqlEdge(parts);
  await edge.start();
  server.route({ method: ["GET", "POST"], url: "/graphql", handler: (request, reply) => edge.handle(request, reply) });
  server.get("/healthz", (_request, reply) => reply.send({ status: "ok" }));
  server.get("/readyz", async (_request, reply) => {
    const isReady =
      !isStopping &&
      (await Promise.race([
        kernel.db.isReachable(),
        new Promise<boolean>((resolve) => setTimeout(resolve, 1_500, false)),
      ]));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ready" : "unavailable" });
  });
  server.get("/metrics", async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  for (const register of routes) await register(server);
  await serveApps(server, homes, kernel.config.isSandbox);
  openFrontDesk(server.server, (text, acceptLanguage) => edge.keptFor(text, acceptLanguage));
  const live = new LiveEdge(parts, server.server);
  return {
    server,
    listen: () => server.listen({ host: kernel.config.host, port: kernel.config.port }),
    async stop() {
      isStopping = true;
      const deadline = Date.now() + DRAIN_MS;
      const closing = server.close();
      while (edge.running > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
      await live.stop();
      server.server.closeAllConnections();
      await closing;
      await edge.stop();
    },
  };
}

/** Where the built apps stand, seen from the api's folder. */
export function appHomes(root: string): AppHome[] {
  const homes = [
    { name: "institution", base: "/institution/", folder: join(root, "apps", "institution", "dist") },
    { name: "admin", base: "/admin/", folder: join(root, "apps", "admin", "dist") },
    { name: "borrower", base: "/", folder: join(root, "apps", "borrower", "dist") },
  ];
  return homes.filter(({ folder }) => existsSync(join(folder, "index.html")));
}
