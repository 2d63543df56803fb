/** Plain HTTP that modules own the meaning of: uploads and downloads, the bank's callbacks, the sandbox's outbox, the explorer. */
import { existsSync } from "node:fs";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { drawSpecimen } from "../../gateways/document-reading/specimen.js";
import { outboxRoutes } from "../../gateways/outbox/index.js";
import { AppName } from "../../kernel/context/index.js";
import { refusalOf } from "../../kernel/database/index.js";
import { DomainError, ErrorKind, kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { cookieName, localeOf, type ViewerDoor } from "../context.js";
import type { Modules } from "../modules.js";
import { refusalBody } from "./failures.js";

type Register = (server: FastifyInstance) => void | Promise<void>;

const CHUNK_LIMIT = 1024 * 1024 + 1;
const CALLBACK_LIMIT = 64 * 1024;

const STATUS: Readonly<Record<string, number>> = {
  [ErrorKind.INVALID]: 400,
  [ErrorKind.UNAUTHENTICATED]: 401,
  [ErrorKind.FORBIDDEN]: 403,
  [ErrorKind.NOT_FOUND]: 404,
  [ErrorKind.CONFLICT]: 409,
  [ErrorKind.UNAVAILABLE]: 503,
};

/** A typed refusal over plain HTTP, in the shape of a GraphQL error. */
async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!(refusal instanceof DomainError)) throw error;
    const body = refusalBody(refusal, localeOf(request.headers["accept-language"]));
    return reply.code(STATUS[refusal.definition.kind] ?? 400).send(body);
  }
}

function rawBodies(server: FastifyInstance, limit: number): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: limit }, (_request, body, done) => done(null, body));
}

function bankCallbacks({ ledger }: Modules): Register {
  return async (parent) => {
    await parent.register(async (server) => {
      rawBodies(server, CALLBACK_LIMIT);
      server.post("/callbacks/bank", async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const { status } = await ledger.bankCallbacks.receiveCallback(body, request.headers);
        return reply.code(status).send({ status });
      });
    });
  };
}

/** One signed url takes one chunk, or shows one file to the session it was made for. */
function fileRoutes(kernel: Kernel, { borrowers }: Modules, door: ViewerDoor): Register {
  return async (parent) => {
    await parent.register(async (server) => {
      rawBodies(server, CHUNK_LIMIT);
      server.put<{ Params: { token: string } }>("/files/upload/:token", (request, reply) =>
        answered(request, reply, async () => {
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          await borrowers.uploads.receiveChunk(request.params.token, body);
          return reply.code(204).send();
        }),
      );
      server.get<{ Params: { token: string } }>("/files/download/:token", (request, reply) =>
        answered(request, reply, async () => {
          const sessions = await sessionsOf(kernel, door, request);
          const { bytes, headers } = await firstThatReads(sessions, (sessionId) =>
            borrowers.fileLinks.read(request.params.token, sessionId),
          );
          return reply.headers(headers).header("cache-control", "no-store").send(bytes);
        }),
      );
    });
  };
}

/** A plain link says not which app opened it, so every session of this browser is tried. */
async function sessionsOf(kernel: Kernel, door: ViewerDoor, request: FastifyRequest): Promise<string[]> {
  const found: string[] = [];
  for (const app of Object.values(AppName)) {
    const sessionToken = request.cookies[cookieName(app, kernel.config.isSandbox)];
    const viewer = sessionToken ? await door.viewerOf({ app, sessionToken, bearer: undefined }) : undefined;
    if (viewer && "sessionId" in viewer) found.push(viewer.sessionId);
  }
  return found;
}

async function firstThatReads<T>(sessions: readonly string[], read: (sessionId: string) => Promise<T>): Promise<T> {
  let refusal: unknown = kernelErrors.unauthenticated();
  for (const sessionId of sessions) {
    try {
      return await read(sessionId);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

/** Sandbox only: what was "sent", code and all. */
function outbox(kernel: Kernel): Register {
  return (server) => {
    for (const { path, contentType, body } of outboxRoutes(kernel))
      server.get<{ Querystring: Record<string, string | undefined> }>(path, async (request, reply) => {
        reply
          .header("content-security-policy", "default-src 'self'; frame-ancestors 'none'")
          .header("cache-control", "no-store");
        return reply.type(contentType).send(await body(request.query));
      });
  };
}

/** Sandbox only: a picture of an identity card that its reader can read, with any name and number on it. */
function specimens(): Register {
  return (server) => {
    server.get<{ Querystring: Record<string, string | undefined> }>("/dev/specimen.png", async (request, reply) => {
      const { side, name = "林晓雨", number = "110105199103070022" } = request.query;
      const person = { name: name.slice(0, 30), identityNumber: number.slice(0, 18) };
      const picture = await drawSpecimen(side === "BACK" ? "BACK" : "FRONT", person);
      return reply.type("image/png").header("cache-control", "no-store").send(picture);
    });
  };
}

function explorer(folder: string): Register {
  return async (server) => {
    if (!existsSync(folder)) return;
    await server.register(staticFiles, {
      root: folder,
      prefix: "/graphiql/",
      decorateReply: false,
      index: "index.html",
    });
    server.get("/graphiql", (_request, reply) => reply.redirect("/graphiql/", 308));
  };
}

export function moduleRoutes(kernel: Kernel, modules: Modules, door: ViewerDoor, explorerFolder: string): Register[] {
  const routes = [fileRoutes(kernel, modules, door), bankCallbacks(modules)];
  if (kernel.config.isSandbox) routes.push(outbox(kernel), specimens(), explorer(explorerFolder));
  return routes;
}
