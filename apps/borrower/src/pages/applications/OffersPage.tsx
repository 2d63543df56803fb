import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { EmptyState, ErrorState, LinkButton } from "@daichao/ui/light";
import { areOfOtherLoans, OfferBoard, openOffers } from "../../features/underwriting/OfferBoard.tsx";
import { graphql } from "../../gql/index.ts";
import { browserNow } from "../../lib/lending/clock.ts";
import { useServerOffset } from "../../lib/lending/use-server-clock.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications-page.module.css";

const OffersPageDocument = graphql(`
  query OffersPage {
    applications(filter: { states: [COUNTER_OFFERED, APPROVED] }, first: 20) {
      edges {
        node {
          id
          ...OfferBoard_application @unmask
        }
      }
    }
    businessClock {
      now
    }
  }
`);

const OffersChangedDocument = graphql(`
  subscription OffersChanged {
    applicationStatusChanged {
      id
      ...OfferBoard_application @unmask
    }
  }
`);

/** Every lender's open offer on one board, by the same figures; a new one appears by itself. */
export function OffersPage() {
  const t = useT();
  usePageTitle(t("offers.title"));
  const { data, error, refetch } = useQuery(OffersPageDocument);
  useSubscription(OffersChangedDocument, { ignoreResults: true, onData: () => void refetch() });
  const offset = useServerOffset(data?.businessClock.now);
  if (data === undefined) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  const columns = openOffers(data.applications?.edges.map(({ node }) => node) ?? []);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("offers.title")}</h1>
        <LinkButton href="/applications" variant="quiet">
          {t("applications.title")}
        </LinkButton>
      </header>
      {columns.length === 0 ? (
        <EmptyState
          title={t("offers.none")}
          reason={t("offers.noneReason")}
          action={<LinkButton href="/applications">{t("applications.title")}</LinkButton>}
        />
      ) : (
        <Section
          title={t("offers.board", { count: columns.length })}
          hint={t(areOfOtherLoans(columns) ? "offers.differ" : "offers.hint")}
        >
          <OfferBoard columns={columns} now={browserNow() + offset} />
        </Section>
      )}
    </div>
  );
}
