import { useMutation } from "@apollo/client/react";
import type { MarkNotificationsReadInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const MarkNotificationsReadDocument = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      unreadCount
      notifications {
        id
        readAt
      }
    }
  }
`);

const UnreadCountDocument = graphql(`
  query UnreadCount {
    unreadNotificationCount
  }
`);

/** Marks notices as read; the bell and every list on screen follow from the answer. */
export function useMarkRead(): {
  readonly isMarking: boolean;
  readonly mark: (input: MarkNotificationsReadInput) => Promise<unknown>;
} {
  const [run, { loading }] = useMutation(MarkNotificationsReadDocument, {
    update: (cache, { data }) => {
      if (!data) return;
      const { unreadCount } = data.markNotificationsRead;
      cache.writeQuery({ query: UnreadCountDocument, data: { unreadNotificationCount: unreadCount } });
    },
  });
  return { isMarking: loading, mark: (input) => run({ variables: { input } }) };
}
