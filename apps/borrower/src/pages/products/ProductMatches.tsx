import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { MatchNote } from "../../features/recommendations/MatchNote.tsx";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { yuan } from "../../lib/need.ts";
import { usePrecheckToken } from "../../lib/precheck.ts";

const ProductMatchesDocument = graphql(`
  query ProductMatches($ids: [ID!]!, $first: Int!, $amount: Money!, $term: Int!, $token: String) {
    products(filter: { ids: $ids }, first: $first) {
      edges {
        cursor
        node {
          id
          match(amount: $amount, termCount: $term, precheckToken: $token) {
            ...MatchNote_match @unmask
          }
        }
      }
    }
  }
`);

export type MatchNotes = ReadonlyMap<string, ReactNode>;

export interface ProductMatchesProps {
  ids: readonly string[];
  need: Need;
  onNotes: (notes: MatchNotes) => void;
}

/** Finds out which of the listed products suit this person, and hands the list a note for each. */
export function ProductMatches({ ids, need, onNotes }: ProductMatchesProps) {
  const token = usePrecheckToken();
  const asked = ids.slice(0, 100);
  const { data } = useQuery(ProductMatchesDocument, {
    variables: { ids: asked, first: Math.max(1, asked.length), amount: yuan(need.amount), term: need.term, token },
    skip: asked.length === 0,
  });
  useEffect(() => {
    const edges = data?.products.edges ?? [];
    onNotes(
      new Map(
        edges.flatMap(({ node }) =>
          node.match === null ? [] : [[node.id, <MatchNote key={node.id} match={node.match} isUnderRow />] as const],
        ),
      ),
    );
  }, [data, onNotes]);
  return null;
}
