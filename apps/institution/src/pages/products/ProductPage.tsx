import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { LeftIcon } from "@daichao/ui";
import { Button, EmptyState, ErrorState, LinkButton, Skeleton, StatusTag } from "@daichao/ui/light";
import { useState } from "react";
import { useParams } from "react-router";
import { CheckList } from "../../features/catalog/CheckList.tsx";
import { ListingDiff } from "../../features/catalog/ListingDiff.tsx";
import { ProductEditor } from "../../features/catalog/ProductEditor.tsx";
import { UnpublishDialog } from "../../features/catalog/UnpublishDialog.tsx";
import { VersionList } from "../../features/catalog/VersionList.tsx";
import type { ProductPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useUrlParams } from "../../lib/url-params.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import styles from "./Products.module.css";

const ProductPageDocument = graphql(`
  query ProductPage($id: ID!) {
    productListing(id: $id) {
      id
      slug
      state
      version
      openApplicationCount
      suspendedReason
      draft {
        id
        name
      }
      current {
        id
        name
      }
      versions {
        ...VersionList_version @unmask
      }
      ...ProductEditor_listing @unmask
    }
    returned: approvals(filter: { kind: "product.publish", state: RETURNED }, first: 50) {
      edges {
        node {
          id
          subjectId
          reason
          decidedAt
        }
      }
    }
    rejected: approvals(filter: { kind: "product.publish", state: REJECTED }, first: 50) {
      edges {
        node {
          id
          subjectId
          reason
          decidedAt
        }
      }
    }
  }
`);

const OneListingChangedDocument = graphql(`
  subscription OneListingChanged {
    productListingChanged {
      id
      state
      version
    }
  }
`);

type Listing = NonNullable<ProductPageQuery["productListing"]>;

const tabs = ["terms", "diff", "checks", "versions"] as const;

/** Why the platform sent the last submission back, as long as its draft stands and is not before it again. */
function Returned({ data, listing }: { data: ProductPageQuery; listing: Listing }) {
  const t = useT();
  if (listing.draft === null || listing.pendingApproval !== null) return null;
  const ofThis = (kind: "returned" | "rejected") =>
    (data[kind]?.edges ?? [])
      .filter(({ node }) => node.subjectId === listing.id)
      .map(({ node }) => ({ ...node, kind }));
  const [last] = [...ofThis("returned"), ...ofThis("rejected")].sort((a, b) =>
    (b.decidedAt ?? "").localeCompare(a.decidedAt ?? ""),
  );
  const publishedAt = listing.versions.find(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? "";
  if (last === undefined || (last.decidedAt ?? "") < publishedAt) return null;
  return (
    <Notice family="warning" title={t(`product.${last.kind}`)}>
      {last.reason}
    </Notice>
  );
}

function Content({ data, listing }: { data: ProductPageQuery; listing: Listing }) {
  const t = useT();
  const may = useCan();
  const [params, change] = useUrlParams();
  const [isLeaving, setLeaving] = useState(false);
  const active = tabs.find((tab) => tab === params.get("tab")) ?? "terms";
  const isListed = listing.state === "PUBLISHED" || listing.state === "SUSPENDED";
  return (
    <>
      <PageHead
        title={listing.draft?.name ?? listing.current?.name ?? listing.slug}
        lead={
          <>
            <StatusTag kind="product" status={listing.state} />
            <span>
              {t("products.open")} {listing.openApplicationCount}
            </span>
          </>
        }
        actions={
          <>
            <LinkButton size="small" icon={LeftIcon} href="/products">
              {t("products.list")}
            </LinkButton>
            {isListed && may("listing:submit") && (
              <Button size="small" variant="danger" onClick={() => setLeaving(true)}>
                {t("product.unpublish")}
              </Button>
            )}
          </>
        }
      />
      {listing.suspendedReason !== null && (
        <Notice family="error" title={t("product.suspended")}>
          {listing.suspendedReason}
        </Notice>
      )}
      <Returned data={data} listing={listing} />
      <Tabs
        label={t("product.tabs")}
        active={active}
        onChange={(tab) => change({ tab: tab === "terms" ? null : tab })}
        items={tabs.map((key) => ({ key, label: t(`product.tab.${key}`) }))}
      >
        {/* What is being typed survives a look at another view. */}
        <div hidden={active !== "terms"}>
          <ProductEditor key={listing.id} listing={listing} />
        </div>
        {active === "diff" && (
          <div className={styles.paper}>
            <ListingDiff current={listing.current} draft={listing.draft} />
          </div>
        )}
        {active === "checks" && (
          <div className={styles.paper}>
            <CheckList checks={listing.checks} />
          </div>
        )}
        {active === "versions" && (
          <div className={styles.paper}>
            <VersionList versions={listing.versions} />
          </div>
        )}
      </Tabs>
      <UnpublishDialog
        productId={listing.id}
        openApplicationCount={listing.openApplicationCount}
        open={isLeaving}
        onClose={() => setLeaving(false)}
      />
    </>
  );
}

/** One product: its terms and what they cost, what a draft would change, its checks and its versions. */
export function ProductPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(ProductPageDocument, { variables: { id } });
  const refresh = useRefresh(refetch);
  useSubscription(OneListingChangedDocument, {
    ignoreResults: true,
    onData: ({ data: event }) => {
      if (event.data?.productListingChanged.id === id) refresh();
    },
    onError: refresh,
  });
  const listing = data?.productListing;
  usePageTitle(listing?.draft?.name ?? listing?.current?.name ?? t("products.title"));
  return (
    <div className={styles.page}>
      {data === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === undefined && (
        <>
          <Skeleton width={240} height={28} />
          <Skeleton height={420} silent />
        </>
      )}
      {listing === null && (
        <EmptyState
          title={<PageTitle>{t("product.missing")}</PageTitle>}
          action={<LinkButton href="/products">{t("products.list")}</LinkButton>}
        />
      )}
      {data !== undefined && listing != null && <Content data={data} listing={listing} />}
    </div>
  );
}
