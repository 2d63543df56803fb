import { Anchor, classNames, Instant, VisuallyHidden } from "@daichao/ui/light";
import type { NotificationList_NotificationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./NotificationList.module.css";

graphql(`
  fragment NotificationList_notification on Notification {
    id
    kind
    title
    body
    path
    occurredAt
    readAt
  }
`);

export interface NotificationListProps {
  notifications: readonly NotificationList_NotificationFragment[];
  /** Somebody goes to what an unread notice is about. */
  onOpen: (id: string) => void;
}

/** Notices, newest first; each leads to the very thing it is about. */
export function NotificationList({ notifications, onOpen }: NotificationListProps) {
  const t = useT();
  return (
    <ul className={styles.list}>
      {notifications.map(({ id, kind, title, body, path, occurredAt, readAt }) => (
        <li key={id} className={styles.item}>
          <Anchor
            href={path}
            className={classNames(styles.notice, readAt === null && styles.unread)}
            onClick={() => readAt === null && onOpen(id)}
          >
            <span className={styles.dot} />
            <span className={styles.head}>
              <span className={styles.title}>
                {readAt === null && <VisuallyHidden>{t("messages.isUnread")} </VisuallyHidden>}
                {title}
              </span>
              <span className={styles.meta}>
                {t(`noticeKind.${kind}`)} · <Instant at={occurredAt} />
              </span>
            </span>
            <span className={styles.body}>{body}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
