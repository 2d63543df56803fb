import { expect, test } from "vitest";
import { readSearch, writeSearch } from "../../features/catalog/product-search.ts";
import { changed, stillWaiting, type Waiting } from "./useSearch.ts";

const searchOf = (address: string) => readSearch(new URLSearchParams(address));
const waitingFor = (address: string): Waiting => ({ address, search: searchOf(address) });

test("B-06 an address that comes on screen late leaves waiting what was asked for after it", () => {
  const [amount, term] = [waitingFor("amount=120000"), waitingFor("amount=120000&term=24")];
  expect(stillWaiting([amount, term], amount.address)).toEqual([term]);
  expect(stillWaiting([amount, term], term.address)).toEqual([]);
  expect(stillWaiting([amount, term], "q=elsewhere")).toEqual([]);
});

test("B-06 an order chosen on a page that does not show the term yet keeps the term", () => {
  const seen = searchOf("q=a");
  const asked = searchOf("q=a&amount=120000&term=24");
  const next = changed(asked, seen, { ...seen, sort: "TOTAL_COST" });
  expect(Object.fromEntries(new URLSearchParams(writeSearch(next)))).toMatchObject({
    q: "a",
    amount: "120000",
    term: "24",
    sort: "TOTAL_COST",
  });
});
