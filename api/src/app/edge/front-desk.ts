/**
 * Stands before the router: a guest's question whose finished answer is kept gets it here, without cookies, hooks or a
 * parsed body. Whatever else comes is handed on as it came, what was read of it put back.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";

const MAX_QUESTION = 4_096;

/** The finished answer to a body's text in the language that the header asks for. */
type KeptAnswers = (text: string, acceptLanguage: string | undefined) => Buffer | undefined;

/** The length of a body that may have a kept answer: no cookie, no key, one small piece of JSON. */
function questionLength({ method, url, headers }: IncomingMessage): number | undefined {
  if (method !== "POST" || url !== "/graphql") return undefined;
  if (headers.cookie !== undefined || headers.authorization !== undefined) return undefined;
  if (!headers["content-type"]?.startsWith("application/json")) return undefined;
  const length = Number(headers["content-length"]);
  return length > 0 && length <= MAX_QUESTION ? length : undefined;
}

function send(response: ServerResponse, kept: Buffer): void {
  response
    .writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": kept.length,
      "cache-control": "no-store",
      "x-request-id": randomUUID(),
    })
    .end(kept);
}

/** Puts itself before the one listener that the server has. */
export function openFrontDesk(http: Server, keptFor: KeptAnswers): void {
  const [route] = http.listeners("request") as RequestListener[];
  if (!route) throw new Error("the front desk has no router behind it");
  http.off("request", route);
  http.on("request", (request, response) => {
    const length = questionLength(request);
    if (length === undefined) {
      route(request, response);
      return;
    }
    request.once("readable", () => {
      const read: unknown = request.read();
      const isWhole = Buffer.isBuffer(read) && read.length === length;
      const kept = isWhole ? keptFor(read.toString(), request.headers["accept-language"]) : undefined;
      if (kept) {
        send(response, kept);
        return;
      }
      if (Buffer.isBuffer(read)) request.unshift(read);
      route(request, response);
    });
  });
}
