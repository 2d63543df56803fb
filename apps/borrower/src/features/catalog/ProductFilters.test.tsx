import { TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { ProductFilters } from "./ProductFilters.tsx";
import type { ProductSearch } from "./product-search.ts";
import { readSearch } from "./product-search.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

/** A list that knows at once how many products pass: four, of which two cost at most 15 %. */
function List({ onSearch }: { onSearch: (search: ProductSearch) => void }) {
  const [search, setSearch] = useState(readSearch(new URLSearchParams()));
  return (
    <ProductFilters
      search={search}
      facets={null}
      count={search.maxAnnualCost === 1_500 ? 2 : 4}
      onSearch={(next) => {
        onSearch(next);
        setSearch(next);
      }}
    />
  );
}

function open() {
  const searches: (number | null)[] = [];
  render(
    <TestTexts own={{ "zh-CN": zhCN, "en-US": enUS }} locale="en-US">
      <List onSearch={({ maxAnnualCost }) => searches.push(maxAnnualCost)} />
    </TestTexts>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Filters" }));
  const box = within(screen.getByRole("dialog")).getByRole("textbox", {
    name: enUS["filter.maxAnnualCost"],
  }) as HTMLInputElement;
  return { searches, type: (value: string) => fireEvent.change(box, { target: { value } }), box };
}
const foot = () => screen.getByRole("dialog").querySelector("footer")?.textContent ?? "";

test("B-06: the button of the filters says nothing while a limit is being typed, then what it leaves", () => {
  const { searches, type, box } = open();
  expect(foot()).toContain("Show 4 products");
  type("1");
  act(() => vi.advanceTimersByTime(200));
  type("15");
  expect(foot()).not.toContain("Show");
  act(() => vi.advanceTimersByTime(400));
  expect(foot()).toContain("Show 2 products");
  expect(searches).toEqual([1_500]);
  type("15.0");
  act(() => vi.advanceTimersByTime(400));
  expect(box.value).toBe("15.0");
});
