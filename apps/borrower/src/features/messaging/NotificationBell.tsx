import { useQuery, useSubscription } from "@apollo/client/react";
import { BellIcon, Icon } from "@daichao/ui";
import { Anchor, useToast } from "@daichao/ui/light";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./NotificationBell.module.css";

const NotificationBellDocument = graphql(`
  query NotificationBell {
    unreadNotificationCount
  }
`);

const NotificationAddedDocument = graphql(`
  subscription NotificationAdded {
    notificationAdded {
      unreadCount
      notification {
        id
        title
        path
      }
    }
  }
`);

const MOST_SHOWN = 99;

/** The way to one's messages, with the number of unread ones; a new one is said aloud once. */
export function NotificationBell() {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { data } = useQuery(NotificationBellDocument);
  useSubscription(NotificationAddedDocument, {
    onData: ({ client, data: { data: heard } }) => {
      if (!heard) return;
      const { notification, unreadCount } = heard.notificationAdded;
      client.writeQuery({ query: NotificationBellDocument, data: { unreadNotificationCount: unreadCount } });
      // Lists on screen are asked for again; what is not on screen is not.
      void client.refetchQueries({ updateCache: (cache) => void cache.evict({ fieldName: "notifications" }) });
      toast({
        message: notification.title,
        about: notification.path.split("#")[0],
        action: { label: t("bell.open"), onPress: () => void navigate(notification.path) },
      });
    },
  });
  const count = data?.unreadNotificationCount ?? 0;
  return (
    <Anchor href="/messages" className={styles.bell} aria-label={t("bell.label", { count })}>
      <Icon shape={BellIcon} />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      )}
    </Anchor>
  );
}
