import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import {
  Anchor,
  Button,
  EmptyState,
  ErrorState,
  LinkButton,
  Segmented,
  Select,
  Skeleton,
  useToast,
} from "@daichao/ui/light";
import { useSearchParams } from "react-router";
import { NotificationList } from "../../features/messaging/NotificationList.tsx";
import { useMarkRead } from "../../features/messaging/useMarkRead.ts";
import type { NoticeKind } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./MessagesPage.module.css";

const MessagesPageDocument = graphql(`
  query MessagesPage($filter: NotificationFilter, $after: String) {
    unreadNotificationCount
    notifications(filter: $filter, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...NotificationList_notification @unmask
        }
      }
    }
  }
`);

const kinds: readonly NoticeKind[] = ["APPLICATION", "OFFER", "CONTRACT", "REPAYMENT", "PRODUCT_ALERT", "PRIVACY"];

interface Shown {
  readonly isUnread: boolean;
  readonly kind: NoticeKind | null;
}

function useShown(): [Shown, (next: Shown) => void] {
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((one) => one === params.get("kind")) ?? null;
  const write = (next: Shown): void =>
    setParams({ ...(next.isUnread && { show: "unread" }), ...(next.kind && { kind: next.kind }) }, { replace: true });
  return [{ isUnread: params.get("show") === "unread", kind }, write];
}

/** Every notice to the borrower: all or unread, of one kind or every kind, each leading to what it is about. */
export function MessagesPage() {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  usePageTitle(t("messages.title"));
  const [shown, show] = useShown();
  const { isUnread, kind } = shown;
  const { data, error, loading, refetch, fetchMore } = useQuery(MessagesPageDocument, {
    variables: { filter: { isUnread: isUnread || undefined, kinds: kind === null ? undefined : [kind] } },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const { mark, isMarking } = useMarkRead();
  const count = data?.unreadNotificationCount ?? 0;
  const list = data?.notifications;
  const markAll = async (): Promise<void> => {
    try {
      await mark({ kinds: kind === null ? undefined : [kind] });
      toast({ message: t("messages.marked"), family: "success" });
      if (isUnread) await refetch();
    } catch (failed) {
      toast({ message: sentence(toFailure(failed)), family: "error" });
    }
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("messages.title")}</h1>
        <Anchor href="/me/notifications">{t("messages.settings")}</Anchor>
      </header>
      <p className={styles.quiet}>{t("messages.lead")}</p>
      <div className={styles.tools}>
        <Segmented
          legend={t("messages.show")}
          hideLegend
          look="joined"
          value={isUnread ? "unread" : "all"}
          choices={[
            { value: "all", label: t("messages.all") },
            { value: "unread", label: t("messages.unread") },
          ]}
          onValueChange={(value) => show({ ...shown, isUnread: value === "unread" })}
        />
        <Select
          label={t("messages.kind")}
          className={styles.kind}
          value={kind ?? "ALL"}
          choices={[
            { value: "ALL", label: t("messages.kindAll") },
            ...kinds.map((value) => ({ value, label: t(`noticeKind.${value}`) })),
          ]}
          onValueChange={(value) => show({ ...shown, kind: kinds.find((one) => one === value) ?? null })}
        />
      </div>
      <div className={styles.head}>
        <p role="status" className={styles.quiet}>
          {data !== undefined && t("messages.unreadCount", { count })}
        </p>
        <Button size="small" loading={isMarking} disabled={count === 0} onClick={() => void markAll()}>
          {t("messages.markAll")}
        </Button>
      </div>
      {list === undefined && error === undefined && <Skeleton height={320} />}
      {list === undefined && error !== undefined && (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      )}
      {list?.edges.length === 0 && <Nothing isNarrowed={isUnread || kind !== null} />}
      {list !== undefined && list.edges.length > 0 && (
        <div className={styles.sheet}>
          <NotificationList
            notifications={list.edges.map(({ node }) => node)}
            onOpen={(id) => void mark({ ids: [id] }).catch(() => undefined)}
          />
        </div>
      )}
      {list?.pageInfo.hasNextPage && (
        <Button
          block
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
        >
          {t("messages.more")}
        </Button>
      )}
    </div>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useT();
  if (!isNarrowed) return <EmptyState title={t("messages.none")} reason={t("messages.noneReason")} />;
  return (
    <EmptyState
      title={t("messages.noneFound")}
      reason={t("messages.noneFoundReason")}
      action={<LinkButton href="/messages">{t("messages.showAll")}</LinkButton>}
    />
  );
}
