import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { ErrorState, Skeleton } from "@daichao/ui/light";
import { BusinessPanel } from "../../features/analytics/BusinessPanel.tsx";
import { ShortQueue } from "../../features/applications/ShortQueue.tsx";
import type { StateCount } from "../../features/applications/StateCounts.tsx";
import { StateCounts } from "../../features/applications/StateCounts.tsx";
import type { TodayPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { dayPlus, useBusinessClock } from "../../lib/business-clock.tsx";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import styles from "./TodayPage.module.css";

const TodayPageDocument = graphql(`
  query TodayPage($from: Day!, $to: Day!) {
    mine: applications(
      filter: { assignedToMe: true, states: [UNDER_REVIEW, NEED_MORE_INFO] }
      sort: DUE_FIRST
      first: 8
    ) {
      totalCount
      edges {
        node {
          id
          ...CaseRow_application @unmask
        }
      }
    }
    review: applications(filter: { states: [UNDER_REVIEW] }, sort: DUE_FIRST, first: 8) {
      totalCount
      edges {
        node {
          id
          ...CaseRow_application @unmask
        }
      }
    }
    info: applications(filter: { states: [NEED_MORE_INFO] }, first: 1) {
      totalCount
    }
    screening: applications(filter: { states: [SUBMITTED, SCREENING] }, first: 1) {
      totalCount
    }
    counter: applications(filter: { states: [COUNTER_OFFERED, APPROVED] }, first: 1) {
      totalCount
    }
    contract: applications(filter: { states: [CONTRACT_PENDING] }, first: 1) {
      totalCount
    }
    failed: applications(filter: { states: [DISBURSE_FAILED] }, first: 1) {
      totalCount
    }
    approvals(filter: { state: PENDING, kind: "application.decision" }, first: 50) {
      edges {
        node {
          id
          canDecide
        }
      }
    }
    businessFigures(from: $from, to: $to) {
      ...BusinessPanel_figures @unmask
    }
  }
`);

const TodayApplicationChangedDocument = graphql(`
  subscription TodayApplicationChanged {
    applicationStatusChanged {
      id
      ...CaseRow_application
    }
  }
`);

function useCounts(data: TodayPageQuery): readonly StateCount[] {
  const t = useT();
  const checks = data.approvals?.edges.filter(({ node }) => node.canDecide).length ?? null;
  const of = (list: { readonly totalCount: number | null } | null) => list?.totalCount ?? null;
  const at = (state: string, view: string) => `/cases?${new URLSearchParams({ view, state })}`;
  return [
    { key: "mine", label: t("today.count.mine"), count: of(data.mine), href: "/cases?mine=1" },
    { key: "review", label: t("today.count.review"), count: of(data.review), href: "/cases?state=UNDER_REVIEW" },
    { key: "info", label: t("today.count.info"), count: of(data.info), href: "/cases?state=NEED_MORE_INFO" },
    { key: "screening", label: t("today.count.screening"), count: of(data.screening), href: "/cases?state=SCREENING" },
    { key: "counter", label: t("today.count.counter"), count: of(data.counter), href: "/cases?view=open" },
    {
      key: "contract",
      label: t("today.count.contract"),
      count: of(data.contract),
      href: at("CONTRACT_PENDING", "open"),
    },
    { key: "failed", label: t("today.count.failed"), count: of(data.failed), href: "/loans", isUrgent: true },
    { key: "approvals", label: t("today.count.approvals"), count: checks, href: "/approvals", isUrgent: true },
  ];
}

function Waiting() {
  return (
    <>
      <Skeleton height={110} />
      <div className={styles.queues}>
        <Skeleton height={340} silent />
        <Skeleton height={340} silent />
      </div>
      <Skeleton height={300} silent />
    </>
  );
}

function Content({ data }: { data: TodayPageQuery }) {
  const t = useT();
  return (
    <>
      <StateCounts counts={useCounts(data)} />
      <div className={styles.queues}>
        <ShortQueue
          title={t("today.queue")}
          note={t("today.queueHint")}
          applications={data.mine?.edges.map(({ node }) => node) ?? []}
          params="?mine=1"
          empty={{ title: t("today.queueEmpty"), reason: t("today.queueEmptyReason") }}
        />
        <ShortQueue
          title={t("today.unclaimed")}
          applications={data.review?.edges.map(({ node }) => node) ?? []}
          params="?state=UNDER_REVIEW"
          empty={{ title: t("today.unclaimedEmpty"), reason: t("today.unclaimedEmptyReason") }}
        />
      </div>
      {data.businessFigures !== null && <BusinessPanel figures={data.businessFigures} />}
    </>
  );
}

/** What the day asks for: my cases by deadline, the counts, the last thirty days. */
export function TodayPage() {
  const t = useT();
  usePageTitle(t("today.title"));
  const { today } = useBusinessClock();
  const { data, error, refetch } = useQuery(TodayPageDocument, {
    variables: { from: today === null ? "" : dayPlus(today, -29), to: today ?? "" },
    skip: today === null,
  });
  const refresh = useRefresh(refetch, 1_000);
  useSubscription(TodayApplicationChangedDocument, { ignoreResults: true, onData: refresh, onError: refresh });
  return (
    <div className={styles.page}>
      <PageHead title={t("today.title")} />
      {data === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === undefined && <Waiting />}
      {data !== undefined && <Content data={data} />}
    </div>
  );
}
