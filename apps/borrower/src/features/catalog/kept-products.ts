import { graphql } from "../../gql/index.ts";
import { firstNeed, yuan } from "../../lib/need.ts";

/** The list a stranger sees first: what is kept for days without a network. */
export const KeptProductsDocument = graphql(`
  query KeptProducts($filter: ProductFilter!) {
    products(filter: $filter, sort: TOTAL_COST, first: 20) {
      edges {
        cursor
        node {
          id
          ...ProductRow_product @unmask
        }
        quote {
          ...ProductRow_quote @unmask
        }
      }
    }
  }
`);

export const keptVariables = { filter: { amount: yuan(firstNeed.amount), termCount: firstNeed.term } };
