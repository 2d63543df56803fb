import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { ArrowLeftIcon } from "@daichao/ui";
import { EmptyState, ErrorState, LinkButton, Skeleton, StatusTag } from "@daichao/ui/light";
import { useState } from "react";
import { useLocation, useParams } from "react-router";
import { AuditFeed } from "../../features/audit/AuditFeed.tsx";
import { CostRange } from "../../features/catalog/CostRange.tsx";
import { ListingChecks } from "../../features/catalog/ListingChecks.tsx";
import { ListingSwitch, ListingSwitchButton } from "../../features/catalog/ListingSwitch.tsx";
import { VersionDiff } from "../../features/catalog/VersionDiff.tsx";
import { VersionList } from "../../features/catalog/VersionList.tsx";
import { VersionTerms } from "../../features/catalog/VersionTerms.tsx";
import { ApprovalDecision } from "../../features/settings/ApprovalDecision.tsx";
import type { ProductPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Block } from "../../ui/Block.tsx";
import { Note } from "../../ui/Note.tsx";
import { Page } from "../../ui/Page.tsx";
import styles from "./ProductPage.module.css";

const ProductPageDocument = graphql(`
  query ProductPage($id: ID!, $withAudit: Boolean!) {
    productListing(id: $id) {
      id
      state
      suspendedReason
      openApplicationCount
      institution {
        id
        name
        licenceKind
      }
      checks {
        code
        ...ListingChecks_check @unmask
      }
      pendingApproval {
        id
        summary
        ...ApprovalDecision_approval @unmask
      }
      current {
        id
        name
        ...VersionTerms_version @unmask
        ...CostRange_version @unmask
      }
      draft {
        id
        name
        ...VersionTerms_version @unmask
        ...CostRange_version @unmask
      }
      versions {
        id
        ...VersionList_version @unmask
      }
      ...ListingSwitch_listing @unmask
    }
    auditEntries(filter: { subjectType: "Product", subjectId: $id }, first: 20) @include(if: $withAudit) {
      edges {
        node {
          id
          ...AuditFeed_entry @unmask
        }
      }
    }
  }
`);

const ProductPageChangedDocument = graphql(`
  subscription ProductPageChanged {
    productListingChanged {
      id
      state
      version
    }
  }
`);

/** One product: the draft against what is listed, the checks, the cost, and the platform's decisions on it. */
export function ProductPage() {
  const t = useT();
  const { id = "" } = useParams();
  const withAudit = useCan()("audit:read");
  const { search } = useLocation();
  const { data, error, refetch } = useQuery(ProductPageDocument, { variables: { id, withAudit } });
  const refresh = useRefresh(refetch);
  useSubscription(ProductPageChangedDocument, {
    ignoreResults: true,
    onData: ({ data: heard }) => heard.data?.productListingChanged.id === id && refresh(),
  });
  const listing = data?.productListing;
  // The state it was opened in: once somebody else has switched it, there is something else to confirm.
  const [switchedFrom, setSwitchedFrom] = useState<string | null>(null);
  const isSwitching = listing != null && switchedFrom === listing.state;
  const name = (listing?.current ?? listing?.draft)?.name;
  usePageTitle(name ?? t("products.title"));
  const back = (
    <LinkButton href={`/products${search}`} variant="quiet" size="small" icon={ArrowLeftIcon}>
      {t("products.back")}
    </LinkButton>
  );
  if (listing === null)
    return (
      <Page title={t("products.title")} back={back}>
        <EmptyState title={t("missing.thing")} reason={t("missing.thingReason")} />
      </Page>
    );
  if (listing === undefined)
    return (
      <Page title={t("products.title")} back={back}>
        {error === undefined ? (
          <>
            <Skeleton height={120} />
            <Skeleton silent height={420} />
          </>
        ) : (
          <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  return (
    <Page
      back={back}
      title={
        <>
          {name} <StatusTag kind="product" status={listing.state} />
        </>
      }
      lead={[
        listing.institution.name,
        t(`licence.${listing.institution.licenceKind}`),
        t("listing.openCount", { count: listing.openApplicationCount }),
      ].join(" · ")}
      actions={
        listing.current !== null &&
        !isSwitching && <ListingSwitchButton listing={listing} onOpen={() => setSwitchedFrom(listing.state)} />
      }
    >
      {isSwitching && <ListingSwitch listing={listing} onClose={() => setSwitchedFrom(null)} />}
      {listing.suspendedReason !== null && listing.state === "SUSPENDED" && (
        <Note look="warning">{t("listing.suspended", { reason: listing.suspendedReason })}</Note>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Main listing={listing} onDecided={() => void refetch()} />
        </div>
        <div className={styles.side}>
          <Side listing={listing} />
          {data?.auditEntries != null && (
            <Block title={t("listing.history")}>
              <AuditFeed entries={data.auditEntries.edges.map(({ node }) => node)} label={t("listing.history")} />
            </Block>
          )}
        </div>
      </div>
    </Page>
  );
}

type Listing = NonNullable<ProductPageQuery["productListing"]>;

function Main({ listing, onDecided }: { listing: Listing; onDecided: () => void }) {
  const t = useT();
  const { pendingApproval, draft, current, versions } = listing;
  return (
    <>
      {pendingApproval !== null && (
        <Block title={pendingApproval.summary}>
          <ApprovalDecision approval={pendingApproval} onDecided={onDecided} />
        </Block>
      )}
      {draft !== null && (
        <Block title={t(current === null ? "listing.firstDraft" : "listing.diff")}>
          {current === null ? <VersionTerms version={draft} /> : <VersionDiff current={current} draft={draft} />}
        </Block>
      )}
      {current !== null && (
        <Block title={t("listing.terms")}>
          <VersionTerms version={current} />
        </Block>
      )}
      <Block title={t("listing.versions")}>
        <VersionList versions={versions} currentId={current?.id ?? null} draftId={draft?.id ?? null} />
      </Block>
    </>
  );
}

function Side({ listing }: { listing: Listing }) {
  const t = useT();
  const { current, draft, checks } = listing;
  return (
    <>
      {draft !== null && (
        <Block title={t("cost.draft")}>
          <CostRange version={draft} />
        </Block>
      )}
      {current !== null && (
        <Block title={t("cost.current")}>
          <CostRange version={current} />
        </Block>
      )}
      <Block title={t("listing.checks")} aside={t(draft === null ? "listing.checksCurrent" : "listing.checksDraft")}>
        <ListingChecks checks={checks} />
      </Block>
    </>
  );
}
