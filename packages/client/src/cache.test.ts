import { gql } from "@apollo/client";
import { expect, it } from "vitest";
import { createCache } from "./cache.ts";

const query = gql`
  query Products($filter: String, $after: String) {
    products(filter: $filter, first: 2, after: $after) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const page = (...ids: string[]) => ({
  products: {
    __typename: "ProductConnection",
    edges: ids.map((id) => ({ __typename: "ProductEdge", cursor: id, node: { __typename: "Product", id } })),
    pageInfo: { __typename: "PageInfo", hasNextPage: true, endCursor: ids.at(-1) ?? null },
  },
});

function idsAfterTwoPages(connections: Record<string, string[]>, filter: string): unknown {
  const cache = createCache(connections);
  cache.writeQuery({ query, variables: { filter: "a" }, data: page("1", "2") });
  cache.writeQuery({ query, variables: { filter: "a", after: "2" }, data: page("3", "4") });
  const read = cache.readQuery<ReturnType<typeof page>>({ query, variables: { filter } });
  return read?.products.edges.map(({ node }) => node.id);
}

it("pages of a growing list come together, per filter", () => {
  expect(idsAfterTwoPages({ Query: ["products"] }, "a")).toEqual(["1", "2", "3", "4"]);
  expect(idsAfterTwoPages({ Query: ["products"] }, "b")).toBeUndefined();
});

it("pages of other lists stay apart", () => {
  expect(idsAfterTwoPages({}, "a")).toEqual(["1", "2"]);
});
