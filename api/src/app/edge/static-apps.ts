/** The three apps on one port: hashed assets for ever, pages never, each page under its own script hashes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

export interface AppHome {
  readonly name: string;
  /** Url prefix with a trailing slash: "/", "/institution/". */
  readonly base: string;
  readonly folder: string;
}

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
};

function policyOf(scriptHashes: readonly string[]): string {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(" ");
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    // antd writes its style sheets at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "object-src 'self' blob:",
    "frame-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

interface Page {
  readonly html: string;
  readonly policy: string;
}

/** Pages of the sandbox say so: they lead to the explorer and tell which inputs pass; production has neither. */
const markSandbox = (html: string): string => html.replace(/<html\b/, "<html data-sandbox");

function readPage({ folder }: AppHome, isSandbox: boolean): Page | undefined {
  const file = join(folder, "index.html");
  if (!existsSync(file)) return undefined;
  const hashFile = join(folder, "csp-hashes.json");
  const hashes = existsSync(hashFile)
    ? ((JSON.parse(readFileSync(hashFile, "utf8")) as Record<string, string[]>)["index.html"] ?? [])
    : [];
  const html = readFileSync(file, "utf8");
  return { html: isSandbox ? markSandbox(html) : html, policy: policyOf(hashes) };
}

function sendPage(reply: FastifyReply, page: Page | undefined, isSandbox: boolean): FastifyReply {
  if (!page) return reply.code(503).type("text/plain").send("This app is not built yet: npm run build");
  if (!isSandbox) reply.header("strict-transport-security", "max-age=31536000; includeSubDomains");
  return reply
    .headers({ ...HEADERS, "content-security-policy": page.policy, "cache-control": "no-cache" })
    .type("text/html; charset=utf-8")
    .send(page.html);
}

/** Routes deep links to the app whose base they start with. */
export async function serveApps(server: FastifyInstance, homes: readonly AppHome[], isSandbox: boolean): Promise<void> {
  const pages = new Map(homes.map((home) => [home.name, readPage(home, isSandbox)]));
  for (const [index, home] of homes.entries()) {
    if (!existsSync(home.folder)) continue;
    await server.register(staticFiles, {
      root: join(home.folder),
      prefix: home.base,
      decorateReply: index === 0,
      index: false,
      preCompressed: true,
      wildcard: true,
      cacheControl: false,
      setHeaders(response, path) {
        response.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        );
        response.header("x-content-type-options", "nosniff");
      },
    });
  }
  const byLength = [...homes].sort((a, b) => b.base.length - a.base.length);
  for (const home of homes) {
    server.get(home.base, (_request, reply) => sendPage(reply, pages.get(home.name), isSandbox));
    if (home.base !== "/") server.get(home.base.slice(0, -1), (_request, reply) => reply.redirect(home.base, 308));
  }
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isPage =
      request.method === "GET" && (request.headers.accept ?? "").includes("text/html") && !/\.\w{1,5}$/.test(path);
    const home = byLength.find(({ base }) => path.startsWith(base));
    if (!isPage || !home) return reply.code(404).type("application/json").send({ code: "NOT_FOUND" });
    return sendPage(reply, pages.get(home.name), isSandbox);
  });
}
