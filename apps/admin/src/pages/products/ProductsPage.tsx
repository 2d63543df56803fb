import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterChoice, FilterField } from "@daichao/ui/antd";
import { FilterBar, listOf, Segmented } from "@daichao/ui/antd";
import { useNavigate, useSearchParams } from "react-router";
import { ListingTable } from "../../features/catalog/ListingTable.tsx";
import { ApprovalTable } from "../../features/settings/ApprovalTable.tsx";
import type { ProductState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Page } from "../../ui/Page.tsx";

const ProductsPageDocument = graphql(`
  query ProductsPage($filter: ProductListingFilter, $after: String, $all: Boolean!) {
    reviews: approvals(filter: { kind: "product.publish", state: PENDING }, first: 50) {
      edges {
        node {
          id
          ...ApprovalTable_approval @unmask
        }
      }
    }
    productListings(filter: $filter, first: 20, after: $after) @include(if: $all) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ListingTable_listing @unmask
        }
      }
    }
    institutions(first: 50) @include(if: $all) {
      edges {
        node {
          id
          shortName
        }
      }
    }
  }
`);

const ProductsPageChangedDocument = graphql(`
  subscription ProductsPageChanged {
    productListingChanged {
      id
      state
      version
    }
  }
`);

const states: readonly ProductState[] = ["DRAFT", "IN_REVIEW", "PUBLISHED", "SUSPENDED", "UNPUBLISHED", "ARCHIVED"];

/** What waits for review, and every product of every institution. */
export function ProductsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  usePageTitle(t("products.title"));
  const view = search.get("view") === "all" ? "all" : "review";
  const fieldsOf = (institutions: readonly FilterChoice[]): readonly FilterField[] => [
    { key: "text", label: t("products.search"), type: "search" },
    {
      key: "state",
      label: t("listing.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`status.product.${value}`) })),
    },
    { key: "institution", label: t("listing.institution"), type: "one", choices: institutions },
  ];
  const list = useListAddress(fieldsOf([]));
  const wanted = listOf(list.values.state);
  const filter = {
    text: list.values.text || null,
    institutionId: list.values.institution || null,
    states: wanted.length === 0 ? null : states.filter((state) => wanted.includes(state)),
  };
  const { data, previousData, error, loading, refetch } = useQuery(ProductsPageDocument, {
    variables: { filter, after: list.after, all: view === "all" },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch);
  useSubscription(ProductsPageChangedDocument, { onData: refresh, ignoreResults: true });
  const shown = data ?? previousData;
  const reviews = shown?.reviews.edges.map(({ node }) => node);
  const lenders = shown?.institutions?.edges.map(({ node }) => ({ value: node.id, label: node.shortName })) ?? [];
  const state = {
    loading,
    failure: error === undefined ? null : toFailure(error),
    onRetry: () => void refetch(),
  };
  return (
    <Page
      title={t("products.title")}
      lead={t("products.lead")}
      actions={
        <Segmented
          legend={t("products.view")}
          hideLegend
          look="joined"
          value={view}
          choices={[
            { value: "review", label: t("products.review", { count: reviews?.length ?? 0 }) },
            { value: "all", label: t("products.all") },
          ]}
          onValueChange={(next) => setSearch(next === "all" ? { view: "all" } : {})}
        />
      }
    >
      {view === "review" ? (
        <ApprovalTable
          name="reviews"
          label={t("products.queue")}
          rows={reviews ?? []}
          {...state}
          onOpen={({ subjectId }) => void navigate(`/products/${subjectId}`)}
          emptyTitle={t("products.queueEmpty")}
          emptyReason={t("products.queueEmptyReason")}
        />
      ) : (
        <ListingTable
          rows={shown?.productListings?.edges.map(({ node }) => node) ?? []}
          {...state}
          paging={list.pagingOf(shown?.productListings)}
          toolbar={<FilterBar fields={fieldsOf(lenders)} values={list.values} onChange={list.setValues} />}
          onOpen={({ id }) => void navigate(list.hrefOf(`/products/${id}`))}
        />
      )}
    </Page>
  );
}
