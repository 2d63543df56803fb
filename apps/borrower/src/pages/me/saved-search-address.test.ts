import { expect, test } from "vitest";
import { filterOf, readSearch, sortOf } from "../../features/catalog/product-search.ts";
import { savedSearchHref } from "./SavedPage.tsx";

const nothing = {
  __typename: "SavedSearchFilter" as const,
  text: null,
  amount: null,
  termCount: null,
  maxAnnualCost: null,
  maxMonthlyPayment: null,
  maxTotalCost: null,
  institutionIds: null,
  categories: null,
  methods: null,
  licenceKinds: null,
};

test("2-35: a saved search opens as the search it was", () => {
  const filter = {
    ...nothing,
    text: "装修",
    amount: "50000.00",
    termCount: 12,
    maxAnnualCost: "0.156000",
    maxMonthlyPayment: "4500.00",
    maxTotalCost: "3000.00",
    categories: ["RENOVATION" as const],
    licenceKinds: ["BANK" as const],
  };
  const href = savedSearchHref({ filter, sort: "TOTAL_COST" });
  const search = readSearch(new URL(href, "http://house").searchParams);
  expect(sortOf(search)).toBe("TOTAL_COST");
  const { __typename: _, institutionIds: _institutions, methods: _methods, ...asked } = filter;
  expect(filterOf(search)).toMatchObject(asked);
});

test("2-35: a search that narrows nothing opens the whole list", () => {
  expect(savedSearchHref({ filter: nothing, sort: "RELEVANCE" })).toBe("/products?");
});
