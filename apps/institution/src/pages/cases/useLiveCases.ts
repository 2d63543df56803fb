import { useApolloClient, useSubscription } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { CasePageDocument } from "./CasePane.tsx";

const ApplicationStatusChangedDocument = graphql(`
  subscription ApplicationStatusChanged {
    applicationStatusChanged {
      id
      ...CaseRow_application
    }
  }
`);

/**
 * What changed updates its row at once; a moment later the list takes in newcomers and lets go who left. The news that an
 * application has moved beyond this institution's sight names none: the open case is asked for again, as it may be the one.
 */
export function useLiveCases(openId: string | null, refreshQueue: () => unknown): void {
  const client = useApolloClient();
  const queue = useRefresh(refreshQueue);
  const reload = useRefresh(() => client.refetchQueries({ include: [CasePageDocument] }), 200);
  useSubscription(ApplicationStatusChangedDocument, {
    errorPolicy: "all",
    ignoreResults: true,
    onData: ({ data }) => {
      queue();
      if (data.data?.applicationStatusChanged.id === openId) reload();
    },
    onError: () => {
      queue();
      reload();
    },
  });
}
