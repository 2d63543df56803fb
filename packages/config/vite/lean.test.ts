import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";
import { expect, test, vi } from "vitest";
import { lean } from "./lean.ts";

const root = join(import.meta.dirname, "../../../apps/borrower");
const entry = join(root, "app.js");
const app: Plugin = {
  name: "app",
  enforce: "pre",
  resolveId: (id) => (id === entry ? id : null),
  load: (id) =>
    id === entry
      ? 'export { ApolloClient, InMemoryCache } from "@apollo/client"; export { BrowserRouter } from "react-router"; export { setupI18n } from "@lingui/core";'
      : null,
};

async function bundled(plugins: Plugin[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root,
    plugins: [...plugins, app],
    build: { write: false, minify: false, lib: { entry, formats: ["es"] } },
  });
  const bundles = [built].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []));
  return bundles.map((part) => ("code" in part ? part.code : "")).join("");
}

const idle = ["printDocASTReducer", "PrefetchPageLinks", "ScrollRestoration"];

test("neither the printer of documents nor a component nobody renders is shipped", async () => {
  const [all, some] = await Promise.all([bundled([]), bundled([lean()])]);
  expect(idle.filter((name) => all.includes(name))).toEqual(idle);
  expect(idle.filter((name) => some.includes(name))).toEqual([]);
  expect(some).toContain("BrowserRouter");
  expect(some).toContain("InMemoryCache");
}, 60_000);

interface Bundled {
  setupI18n(options: object): { _(key: string, values: object): string };
}

/** What a bundled Lingui makes of a count, and how many number formats of the browser it asked for. */
async function counted(code: string, count: number): Promise<{ text: string; formats: number }> {
  const file = join(await mkdtemp(join(tmpdir(), "lean-")), "bundle.mjs");
  await writeFile(file, code);
  const { setupI18n } = (await import(pathToFileURL(file).href)) as Bundled;
  const i18n = setupI18n({
    locale: "en-US",
    messages: { "en-US": { found: [["count", "plural", { other: ["#"] }]] } },
  });
  const formats = vi.spyOn(Intl, "NumberFormat");
  const text = i18n._("found", { count });
  const asked = formats.mock.calls.length;
  formats.mockRestore();
  return { text, formats: asked };
}

test("a whole number in a sentence is written as the browser would write it, without asking it", async () => {
  const [all, some] = await Promise.all([bundled([]), bundled([lean()])]);
  for (const count of [0, 7, 999, 1000, 12_345, 1_234_567, -1000, 1.5, Number.NaN]) {
    const known = await counted(all, count);
    const own = await counted(some, count);
    expect(own.text).toBe(known.text);
    expect([known.formats, own.formats]).toEqual([1, Number.isSafeInteger(count) ? 0 : 1]);
  }
}, 60_000);
