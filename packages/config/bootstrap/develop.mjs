// One port for everything while developing: api in watch mode, three Vite servers, and a small proxy in front of them.
import { existsSync } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { freePort } from "../postgres/index.mjs";
import { codegen } from "./build.mjs";
import { ended, onEnding, start, stop } from "./child.mjs";
import { openDatabase } from "./database.mjs";
import { say, step } from "./report.mjs";
import { apps, dataDir, root } from "./root.mjs";
import { endWithParent, findNode } from "./runtime.mjs";
import { watchDocuments } from "./watch-documents.mjs";

const apiPaths = /^\/(graphql|graphiql|docs|dev|files|healthz|readyz|metrics|callbacks)(\/|\?|$)/;
const port = Number(process.env.PORT ?? 4000);
const children = [];
let database;
let ending = false;

onEnding(async () => {
  ending = true;
  await Promise.all(children.map((child) => stop(child, 5000)));
  await database?.stop();
  process.exit(0);
});

database = await step("database", openDatabase);
for (const app of apps)
  await step(`documents of ${app}`, () => codegen(join(root, "apps", app))).catch((error) => say(error.message));
const ports = Object.fromEntries(await Promise.all(["api", ...apps].map(async (name) => [name, await freePort()])));
startApi();
for (const app of apps) startApp(app);
watchDocuments();
front().listen(port, "127.0.0.1", () => say(`\n  http://127.0.0.1:${port}/  /institution/  /admin/  /graphiql\n`));

function startApi() {
  const tsx = join(root, "api/node_modules/tsx/dist/cli.mjs");
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL ?? database.url,
    DATA_DIR: dataDir(),
    DAICHAO_MODE: process.env.DAICHAO_MODE ?? "sandbox",
    PORT: String(ports.api),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  keep([tsx, "watch", "--clear-screen=false", "src/main.ts"], join(root, "api"), env);
}

function startApp(app) {
  const folder = join(root, "apps", app);
  if (!existsSync(join(folder, "index.html"))) return say(`  ${app} has no index.html yet`);
  const env = { ...process.env, VITE_PORT: String(ports[app]), DEV_PORT: String(port) };
  keep([join(folder, "node_modules/vite/bin/vite.js"), "--logLevel", "warn"], folder, env);
}

function keep(words, cwd, env) {
  const child = start([...endWithParent("TERM"), findNode(), ...words], { cwd, env });
  children.push(child);
  void ended(child).then(({ code }) => code && !ending && say(`  ${words[0]} ended with ${code}`));
}

function targetOf(url) {
  if (apiPaths.test(url)) return ports.api;
  if (/^\/institution(\/|\?|$)/.test(url)) return ports.institution;
  return /^\/admin(\/|\?|$)/.test(url) ? ports.admin : ports.borrower;
}

function front() {
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port: targetOf(url), method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end("Still starting: reload in a moment.\n"));
    incoming.pipe(onward);
  });
  return server.on("upgrade", tunnel);
}

function tunnel(incoming, socket, head) {
  const onward = connect(targetOf(incoming.url), "127.0.0.1", () => {
    const lines = incoming.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
    onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines}\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  const end = () => {
    onward.destroy();
    socket.destroy();
  };
  onward.on("error", end);
  socket.on("error", end);
}
