import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Noted, noteActivity, takeActivity, useChangedActivity, useProductActivity } from "./activity.ts";

afterEach(() => {
  cleanup();
  takeActivity(() => {});
  takeActivity(null);
});

test("A-31: what is noted before anybody may record stays in the page, at most fifty of it", () => {
  takeActivity(null);
  for (let count = 0; count < 60; count += 1) noteActivity({ kind: "SEARCHED" });
  const taken: Noted[] = [];
  takeActivity((noted) => taken.push(noted));
  expect(taken).toHaveLength(50);
  noteActivity({ kind: "CALCULATOR_USED" });
  expect(taken.at(-1)).toEqual({ kind: "CALCULATOR_USED" });
});

function Product({ id }: { id: string }) {
  useProductActivity(id);
  return null;
}

test("A-31: a product is noted as viewed once, however often its page is drawn", () => {
  const taken: Noted[] = [];
  takeActivity((noted) => taken.push(noted));
  const page = render(<Product id="p1" />);
  page.rerender(<Product id="p1" />);
  page.rerender(<Product id="p2" />);
  expect(taken.filter(({ kind }) => kind === "PRODUCT_VIEWED").map(({ productId }) => productId)).toEqual(["p1", "p2"]);
});

function Asked({ amount }: { amount: string | null }) {
  useChangedActivity(amount === null ? null : { kind: "SEARCHED", amount });
  return null;
}

test("A-31: an ask is noted when somebody changes it, not as the page came", () => {
  const taken: Noted[] = [];
  takeActivity((noted) => taken.push(noted));
  const page = render(<Asked amount="50000.00" />);
  page.rerender(<Asked amount="50000.00" />);
  expect(taken).toEqual([]);
  page.rerender(<Asked amount="60000.00" />);
  expect(taken).toEqual([{ kind: "SEARCHED", amount: "60000.00" }]);
});
