import { join } from "node:path";
import { build, type Plugin } from "vite";
import { expect, test } from "vitest";
import { lean } from "./lean.ts";

const root = join(import.meta.dirname, "../../../apps/borrower");
const entry = join(root, "app.js");
const app: Plugin = {
  name: "app",
  enforce: "pre",
  resolveId: (id) => (id === entry ? id : null),
  load: (id) =>
    id === entry
      ? 'export { ApolloClient, InMemoryCache } from "@apollo/client"; export { BrowserRouter } from "react-router";'
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
