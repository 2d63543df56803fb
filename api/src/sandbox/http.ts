/** A small JSON server on loopback. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Answer only after this many milliseconds. */
  readonly delayMs?: number;
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

const MAX_BODY = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) throw new SyntaxError("body too large");
    parts.push(part as Buffer);
  }
  return size === 0 ? null : JSON.parse(Buffer.concat(parts).toString());
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

async function answerTo(request: IncomingMessage, respond: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  try {
    const body = await bodyOf(request);
    return await respond({
      method: request.method ?? "GET",
      path: new URL(request.url ?? "/", "http://x").pathname,
      body,
    });
  } catch (error) {
    return error instanceof SyntaxError
      ? { status: 400, body: { error: "malformed" } }
      : { status: 500, body: { error: "internal" } };
  }
}

/** Serves until closed; `port` 0 takes a free one. Never listens beyond loopback. */
export async function listen(port: number, respond: (ask: Ask) => Promise<Answer>): Promise<Listening> {
  const server: Server = createServer(async (request, response) => {
    const answer = await answerTo(request, respond);
    if (answer.delayMs) await pause(answer.delayMs);
    if (response.destroyed) return;
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
