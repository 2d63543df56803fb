import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { FavouriteList } from "../../features/activity/FavouriteList.tsx";
import { SavedSearchList } from "../../features/activity/SavedSearchList.tsx";
import { readSearch, writeSearch } from "../../features/catalog/product-search.ts";
import type { SavedPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { wholeYuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";

const SavedPageDocument = graphql(`
  query SavedPage {
    favourites {
      product {
        id
      }
      ...FavouriteList_favourite @unmask
    }
    savedSearches {
      id
      sort
      filter {
        text
        amount
        termCount
        maxAnnualCost
        maxMonthlyPayment
        maxTotalCost
        institutionIds
        categories
        methods
        licenceKinds
      }
      ...SavedSearchList_search @unmask
    }
  }
`);

type SavedSearch = SavedPageQuery["savedSearches"][number];

/** "0.156000" as hundredths of a per cent: 1560. */
const hundredthsOf = (rate: string): number => Number(rate.replace(".", "")) / 100;

/** Where a saved search shows its products: the address the list of products reads. */
export function savedSearchHref({ filter, sort }: Pick<SavedSearch, "filter" | "sort">): string {
  const nothing = readSearch(new URLSearchParams());
  const { text, amount, termCount, maxAnnualCost, maxMonthlyPayment, maxTotalCost } = filter;
  const { institutionIds, categories, methods, licenceKinds } = filter;
  const params = writeSearch({
    ...nothing,
    text: text ?? "",
    amount: amount === null ? null : wholeYuan(amount),
    term: termCount,
    maxAnnualCost: maxAnnualCost === null ? null : hundredthsOf(maxAnnualCost),
    maxMonthlyPayment: maxMonthlyPayment === null ? null : wholeYuan(maxMonthlyPayment),
    maxTotalCost: maxTotalCost === null ? null : wholeYuan(maxTotalCost),
    institutions: institutionIds ?? [],
    categories: categories ?? [],
    methods: methods ?? [],
    licences: licenceKinds ?? [],
    sort: sort === "RELEVANCE" ? null : sort,
  });
  return `/products?${params}`;
}

/** What the borrower keeps an eye on: favourites, and searches they come back to. */
export function SavedPage() {
  const t = useT();
  usePageTitle(t("me.saved"));
  const {
    data: newest,
    previousData,
    error,
    refetch,
  } = useQuery(SavedPageDocument, { fetchPolicy: "cache-and-network" });
  useFresh(refetch);
  const data = newest ?? previousData;
  const panel = {
    failure: error === undefined || data !== undefined ? null : toFailure(error),
    onRetry: () => void refetch(),
    height: 200,
  };
  const hrefOf = (id: string): string => {
    const search = data?.savedSearches.find((one) => one.id === id);
    return search === undefined ? "/products" : savedSearchHref(search);
  };
  return (
    <>
      <Section title={t("favourite.title")} hint={t("favourite.hint")}>
        <Panel {...panel} data={data?.favourites}>
          {(favourites) => <FavouriteList favourites={favourites} />}
        </Panel>
      </Section>
      <Section title={t("search.title")} hint={t("search.hint")}>
        <Panel {...panel} data={data?.savedSearches}>
          {(searches) => <SavedSearchList searches={searches} hrefOf={hrefOf} />}
        </Panel>
      </Section>
    </>
  );
}
