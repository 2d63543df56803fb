import { useQuery } from "@apollo/client/react";
import { graphql } from "../gql/index.ts";

const WaitingDocument = graphql(`
  query Waiting {
    waiting: applications(filter: { states: [UNDER_REVIEW] }, first: 1) {
      totalCount
    }
    approvals(filter: { state: PENDING }, first: 50) {
      edges {
        node {
          id
          canDecide
        }
      }
    }
  }
`);

/** What waits for somebody here: cases that lie with a reviewer, and matters this person may decide. */
export function useWaiting() {
  const { data, refetch } = useQuery(WaitingDocument);
  const decidable = data?.approvals?.edges.filter(({ node }) => node.canDecide) ?? [];
  return { cases: data?.waiting?.totalCount ?? null, approvals: decidable.length, refetch };
}
