import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Button, classNames, EmptyState, ErrorState, LinkButton, Segmented } from "@daichao/ui/light";
import { useSearchParams } from "react-router";
import { ApplicationCard } from "../../features/applications/ApplicationCard.tsx";
import { ResumeDraft } from "../../features/applications/ResumeDraft.tsx";
import { SequenceCard } from "../../features/applications/SequenceCard.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import styles from "./applications-page.module.css";

const ApplicationsPageDocument = graphql(`
  query ApplicationsPage($isOpen: Boolean, $after: String) {
    applications(filter: { isOpen: $isOpen }, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...ApplicationCard_application @unmask
        }
      }
    }
    applicationSequences {
      id
      endedAt
      ...SequenceCard_sequence @unmask
    }
    applicationDrafts {
      id
      isSubmitted
      ...ResumeDraft_draft @unmask
    }
  }
`);

const ApplicationsChangedDocument = graphql(`
  subscription ApplicationsChanged {
    applicationStatusChanged {
      id
      ...ApplicationCard_application @unmask
    }
  }
`);

const SequencesChangedDocument = graphql(`
  subscription SequencesChanged {
    applicationSequenceChanged {
      id
      endedAt
      ...SequenceCard_sequence @unmask
    }
  }
`);

const views = ["open", "ended", "all"] as const;
type View = (typeof views)[number];
const openOf: Readonly<Record<View, boolean | undefined>> = { open: true, ended: false, all: undefined };

/** Every application beside the others: how far each has come and what to do next; it moves by itself. */
export function ApplicationsPage() {
  const t = useT();
  usePageTitle(t("applications.title"));
  const [params, setParams] = useSearchParams();
  const view = views.find((name) => name === params.get("show")) ?? "all";
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ApplicationsPageDocument, {
    variables: { isOpen: openOf[view] },
    notifyOnNetworkStatusChange: true,
  });
  useSubscription(ApplicationsChangedDocument);
  // A walk from lender to lender that moved may have begun another application, or have begun elsewhere itself.
  useSubscription(SequencesChangedDocument, { onData: () => void refetch() });
  const shown = data ?? previousData;
  if (shown?.applications === undefined) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  const { edges, pageInfo } = shown.applications;
  const waiting = edges.filter(({ node }) => node.permittedActions.includes("ACCEPT_OFFER")).length;
  const drafts = shown.applicationDrafts.filter((draft) => !draft.isSubmitted);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("applications.title")}</h1>
        <Segmented
          legend={t("applications.show")}
          hideLegend
          look="joined"
          value={view}
          choices={views.map((value) => ({ value, label: t(`applications.view.${value}`) }))}
          onValueChange={(value) => setParams(value === "all" ? {} : { show: value }, { replace: true })}
        />
      </header>
      {waiting > 0 && (
        <LinkButton href="/applications/offers" variant="primary" className={styles.offers}>
          {t("offers.link", { count: waiting })}
        </LinkButton>
      )}
      {view !== "ended" && drafts.map((draft) => <ResumeDraft key={draft.id} draft={draft} />)}
      {shown.applicationSequences
        .filter(({ endedAt }) => (endedAt === null) === (view !== "ended"))
        .map((sequence) => (
          <SequenceCard key={sequence.id} sequence={sequence} />
        ))}
      {edges.length === 0 ? (
        <EmptyState
          title={t("applications.none")}
          reason={t("applications.noneReason")}
          action={<LinkButton href="/products">{t("missing.action")}</LinkButton>}
        />
      ) : (
        <ul className={classNames(styles.list, data === undefined && styles.stale)} aria-busy={data === undefined}>
          {edges.map(({ node }) => (
            <ApplicationCard key={node.id} application={node} />
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Button loading={loading} onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {t("action.more")}
        </Button>
      )}
    </div>
  );
}
