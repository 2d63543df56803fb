import { expect, it } from "vitest";
import { wayOf } from "./worker-rules.ts";

const origin = "https://daichao.example";
const way = (path: string, over: Partial<Parameters<typeof wayOf>[0]> = {}) =>
  wayOf({ method: "GET", mode: "cors", url: new URL(path, origin).href, ...over }, origin);

it("B-32: the worker stands aside for the other apps, the api, files and the operators' pages", () => {
  const places = ["/institution", "/admin", "/graphql", "/graphiql", "/docs", "/dev/outbox", "/files/abc"];
  for (const path of [...places, "/healthz", "/readyz", "/metrics", "/callbacks/bank", "/admin/?a=1"]) {
    expect([path, way(path), way(path, { mode: "navigate" })]).toEqual([path, "past", "past"]);
  }
});

it("B-32: whatever is sent goes past the worker, and so does another origin", () => {
  expect(way("/products", { method: "POST" })).toBe("past");
  expect(way("https://elsewhere.example/products")).toBe("past");
});

it("B-32: a page is a page, a file is a file, and a name that only begins like another app's is ours", () => {
  expect(way("/products/qingyu", { mode: "navigate" })).toBe("page");
  expect(way("/assets/app-1.js")).toBe("file");
  expect(way("/documents", { mode: "navigate" })).toBe("page");
});
