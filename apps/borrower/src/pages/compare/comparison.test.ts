import { expect, test } from "vitest";
import { compareHref } from "../../features/catalog/picks.ts";
import { readComparison } from "./comparison.ts";

const picks = ["a", "b"].map((slug) => ({ id: slug, slug, name: slug, version: 1 }));
const read = (href: string) => readComparison(new URL(href, "http://house").searchParams);

test("2-02: products are compared for the very loan they were chosen for, however large, and by its method", () => {
  const { need, method, keys } = read(compareHref(picks, 800_000, 12, "EQUAL_PRINCIPAL"));
  expect({ need, method, keys }).toEqual({
    need: { amount: 800_000, term: 12 },
    method: "EQUAL_PRINCIPAL",
    keys: ["a", "b"],
  });
  expect(read(compareHref(picks, null, null)).method).toBeNull();
});
