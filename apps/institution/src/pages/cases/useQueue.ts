import { useApolloClient, useQuery } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useCallback, useRef } from "react";
import type { QueueSearch } from "../../features/applications/queue-search.ts";
import { queueFilter } from "../../features/applications/queue-search.ts";
import type { CaseRow_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { CasePageDocument } from "./CasePane.tsx";

const CasesPageDocument = graphql(`
  query CasesPage($filter: ApplicationFilter, $sort: ApplicationSort!, $first: Int!, $after: String) {
    applications(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...CaseRow_application @unmask
        }
      }
    }
  }
`);

const pageSize = 50;
/** The longest page the api gives. */
const longestPage = 100;

export interface Queue {
  readonly applications: readonly CaseRow_ApplicationFragment[];
  readonly totalCount: number | null;
  readonly isKnown: boolean;
  readonly isStale: boolean;
  readonly failure: Failure | null;
  readonly more: () => void;
  /** The loaded part as it is now, in its place. */
  readonly refresh: () => Promise<unknown>;
  /** Asks for a case ahead of its being opened. */
  readonly prefetch: (id: string | undefined) => void;
}

export function useQueue(search: QueueSearch): Queue {
  const client = useApolloClient();
  const variables = { filter: queueFilter(search), sort: search.sort, first: pageSize };
  const { data, previousData, error, loading, fetchMore } = useQuery(CasesPageDocument, {
    variables,
    notifyOnNetworkStatusChange: true,
  });
  const shown = (data ?? previousData)?.applications;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isAsking = useRef(false);
  const endCursor = shown?.pageInfo.hasNextPage ? shown.pageInfo.endCursor : null;
  const more = useCallback(() => {
    if (endCursor === null || isAsking.current) return;
    isAsking.current = true;
    void fetchMore({ variables: { after: endCursor } }).finally(() => {
      isAsking.current = false;
    });
  }, [fetchMore, endCursor]);
  const loaded = shown?.edges.length ?? 0;
  return {
    applications: shown?.edges.map(({ node }) => node) ?? [],
    totalCount: shown?.totalCount ?? null,
    isKnown: shown !== undefined,
    isStale: loading && data === undefined,
    failure: error !== undefined && shown === undefined ? toFailure(error) : null,
    more,
    refresh: () =>
      client.query({
        query: CasesPageDocument,
        variables: { ...variables, first: Math.min(longestPage, Math.max(pageSize, loaded)) },
        fetchPolicy: "network-only",
      }),
    prefetch: (id) => {
      clearTimeout(timer.current);
      if (id === undefined) return;
      timer.current = setTimeout(() => void client.query({ query: CasePageDocument, variables: { id } }), 120);
    },
  };
}
