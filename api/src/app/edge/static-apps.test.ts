import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveApps } from "./static-apps.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "app-"));
  writeFileSync(join(folder, "index.html"), '<!doctype html>\n<html lang="zh-CN"><body></body></html>');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function pageOf(isSandbox: boolean): Promise<string> {
  const server = fastify();
  await serveApps(server, [{ name: "borrower", base: "/", folder }], isSandbox);
  const pages = await Promise.all(
    ["/", "/products"].map((url) => server.inject({ url, headers: { accept: "text/html" } })),
  );
  await server.close();
  expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
  return pages[0]?.body ?? "";
}

it("pages of the sandbox say that they are, and pages of production do not", async () => {
  expect(await pageOf(true)).toContain('<html data-sandbox lang="zh-CN">');
  expect(await pageOf(false)).not.toContain("data-sandbox");
});
