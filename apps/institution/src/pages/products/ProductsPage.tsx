import { useQuery, useSubscription } from "@apollo/client/react";
import { Can, toFailure } from "@daichao/client";
import { PlusIcon } from "@daichao/ui";
import type { FilterField } from "@daichao/ui/antd";
import { DataTable, FilterBar, listOf, readFilters, writeFilters } from "@daichao/ui/antd";
import { EmptyState, LinkButton } from "@daichao/ui/light";
import { useNavigate, useSearchParams } from "react-router";
import { useListingColumns } from "../../features/catalog/listing-columns.tsx";
import type { ProductState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import styles from "./Products.module.css";

const ProductsPageDocument = graphql(`
  query ProductsPage($filter: ProductListingFilter, $after: String) {
    productListings(filter: $filter, first: 40, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...ListingColumns_listing @unmask
        }
      }
    }
  }
`);

const ProductListingChangedDocument = graphql(`
  subscription ProductListingChanged {
    productListingChanged {
      id
      ...ListingColumns_listing
    }
  }
`);

const states: readonly ProductState[] = ["DRAFT", "IN_REVIEW", "PUBLISHED", "SUSPENDED", "UNPUBLISHED", "ARCHIVED"];

function useFields(): readonly FilterField[] {
  const t = useT();
  return [
    { key: "q", label: t("products.search"), type: "search" },
    {
      key: "state",
      label: t("products.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`status.product.${value}`) })),
    },
  ];
}

/** The institution's products, published and in the making. */
export function ProductsPage() {
  const t = useT();
  usePageTitle(t("products.title"));
  const navigate = useNavigate();
  const fields = useFields();
  const columns = useListingColumns();
  const [params, setParams] = useSearchParams();
  const values = readFilters(fields, params);
  const wanted = states.filter((state) => listOf(values.state).includes(state));
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ProductsPageDocument, {
    variables: { filter: { states: wanted.length === 0 ? undefined : wanted, text: values.q } },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch, 1_000);
  useSubscription(ProductListingChangedDocument, { ignoreResults: true, onData: refresh, onError: refresh });
  const listings = (data ?? previousData)?.productListings;
  const isNarrowed = Object.keys(values).length > 0;
  return (
    <div className={styles.page}>
      <PageHead
        title={t("products.title")}
        actions={
          <Can permission="listing:write">
            <LinkButton href="/products/new" variant="primary" icon={PlusIcon}>
              {t("products.new")}
            </LinkButton>
          </Can>
        }
      />
      <div className={styles.paper}>
        <DataTable
          name="products"
          label={t("products.list")}
          columns={columns}
          rows={listings?.edges.map(({ node }) => node) ?? []}
          rowKey={({ id }) => id}
          loading={loading}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          density="compact"
          toolbar={
            <FilterBar
              fields={fields}
              values={values}
              onChange={(next) => setParams(writeFilters(fields, next, params), { replace: true })}
            />
          }
          onOpen={({ id }) => void navigate(`/products/${id}`)}
          stickyOffset={52}
          empty={
            <EmptyState
              title={t(isNarrowed ? "products.none" : "products.empty")}
              reason={isNarrowed ? undefined : t("products.emptyReason")}
            />
          }
          paging={{
            totalCount: listings?.totalCount,
            hasMore: listings?.pageInfo.hasNextPage,
            onMore: () => void fetchMore({ variables: { after: listings?.pageInfo.endCursor } }),
          }}
        />
      </div>
    </div>
  );
}
