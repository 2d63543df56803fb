import { createServer, request as forward, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@daichao/config/playwright";
import { isReady, showsWhole } from "./kit/faces.ts";

const anyId = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** The worker is in charge and the list for days without a network is kept. */
async function isPrepared(page: Page): Promise<void> {
  await page.goto("/");
  await isReady(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") {
      await new Promise<void>((done) =>
        active?.addEventListener("statechange", () => active.state === "activated" && done()),
      );
    }
  });
  await expect.poll(() => page.evaluate(() => caches.keys())).toContain("daichao-products");
}

/** Every word this browser keeps between two visits, wherever it keeps it. */
function everythingKept(page: Page): Promise<{ words: string; addresses: string[]; databases: number }> {
  return page.evaluate(async () => {
    const addresses: string[] = [];
    const bodies: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        addresses.push(new URL(request.url).pathname);
        bodies.push((await (await cache.match(request))?.text()) ?? "");
      }
    }
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
    return {
      words: [...bodies, ...stored].join("\n"),
      addresses,
      databases: (await indexedDB.databases()).length,
    };
  });
}

test("B-32: without a network the app opens, shows the list kept last and says so; with it everything is back", async ({
  page,
  context,
  axeClean,
}) => {
  await isPrepared(page);
  await context.setOffline(true);
  await page.goto("/products");
  await expect(page.getByRole("heading", { name: "没有网络，这是上次保存的产品列表" })).toBeVisible();
  expect(await page.getByRole("article").count()).toBeGreaterThan(10);
  await showsWhole(page, 390);
  await axeClean(page);
  await page.goto("/loans");
  await page.getByRole("link", { name: "看保存的产品列表" }).click();
  await expect(page.getByRole("heading", { name: "没有网络，这是上次保存的产品列表" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("status").filter({ hasText: /款产品/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "没有网络，这是上次保存的产品列表" })).toHaveCount(0);
});

test("B-32: the app can be installed in both languages, and its worker stands aside for everything that is not its own", async ({
  page,
}) => {
  await isPrepared(page);
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A window without history, as tests have, may not install; nothing of the app stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const nameOf = () =>
    page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
      const { lang, icons } = await (await fetch(link?.href ?? "")).json();
      const found = await Promise.all(icons.map(({ src }: { src: string }) => fetch(src)));
      return { lang, icons: found.filter(({ ok }) => ok).length };
    });
  expect(await nameOf()).toEqual({ lang: "zh-CN", icons: 4 });
  await page.evaluate(() => localStorage.setItem("dc-locale", "en-US"));
  await page.reload();
  await expect.poll(nameOf).toEqual({ lang: "en-US", icons: 4 });

  for (const place of [
    "/healthz",
    "/institution/",
    "/admin/auth",
    "/graphiql",
    "/dev/outbox",
    "/files/x",
    "/metrics",
  ]) {
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === place);
    await page.evaluate((address) => fetch(address).catch(() => undefined), place);
    expect([place, (await answer).fromServiceWorker()]).toEqual([place, false]);
  }
  const style = page.waitForResponse((response) => /\/assets\/.*\.css$/.test(response.url()));
  await page.reload();
  expect((await style).fromServiceWorker()).toBe(true);
});

test("B-32: nothing about a person stays in the browser, neither while signed in nor after signing out", async ({
  page,
}) => {
  await isPrepared(page);
  const strangers = new Set((await everythingKept(page)).words.match(anyId));
  expect(strangers.size).toBeGreaterThan(10);
  await page.goto("/auth");
  await page.getByRole("button", { name: "借款人" }).click();
  await expect(page).toHaveURL(/\/$/);
  const own = new Set<string>();
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql")) return;
    const text = await response.text().catch(() => "");
    for (const id of text.match(anyId) ?? []) if (!strangers.has(id)) own.add(id);
  });
  for (const place of ["/me/profile", "/me/documents", "/me/privacy", "/applications", "/loans"]) {
    await page.goto(place);
    await isReady(page);
  }
  const who = page.getByRole("banner").getByRole("button", { name: /用户$/ });
  const name = (await who.getAttribute("aria-label")) ?? "";
  expect(name.length).toBeGreaterThan(1);
  expect(own.size).toBeGreaterThan(5);
  const during = await everythingKept(page);
  expect(during.databases).toBe(0);
  expect(during.words).not.toContain(name);
  expect(during.addresses.filter((address) => /graphql|files|\/me|loans|applications/.test(address))).toEqual([]);
  expect([...own].filter((id) => during.words.includes(id))).toEqual([]);

  await who.click();
  await page.getByRole("button", { name: "退出" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "登录" })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  const after = await everythingKept(page);
  expect(after.addresses.filter((address) => address.startsWith("/kept/"))).toEqual([]);
  expect(after.databases).toBe(0);
  expect(after.words).not.toContain(name);
});

/** The product behind another door, where the worker can be given a newer version. */
async function doorTo(product: string, append: () => string): Promise<{ url: string; close: () => void }> {
  const target = new URL(product);
  const server = createServer((asked, answer) => {
    // Whole and plain, so that something can be added at the end.
    const said = without(asked.headers, "if-none-match", "if-modified-since");
    const headers = { ...said, host: target.host, "accept-encoding": "identity" };
    const onward = forward({ ...urlOf(target), path: asked.url, method: asked.method, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, without(found.headers, "content-length"));
      found.pipe(answer, { end: false });
      found.on("end", () => answer.end(asked.url === "/worker.js" ? append() : ""));
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const without = (headers: IncomingHttpHeaders, ...names: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

const urlOf = ({ hostname, port }: URL) => ({ hostname, port });

test("B-32: a newer version is offered and taken when the reader says so, never before", async ({ page, baseURL }) => {
  let version = "";
  const door = await doorTo(baseURL ?? "", () => version);
  try {
    await page.goto(`${door.url}/verify`);
    await isReady(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    version = "\n// a newer one";
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    const offer = page.getByRole("listitem").filter({ hasText: "贷超有新版本" });
    await expect(offer).toBeVisible();
    const states = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return [registration?.waiting?.state, registration?.active?.state];
      });
    expect(await states()).toEqual(["installed", "activated"]);
    const again = page.waitForEvent("load");
    await offer.getByRole("button", { name: "更新" }).click();
    await again;
    await expect.poll(states).toEqual([undefined, "activated"]);
  } finally {
    door.close();
  }
});
