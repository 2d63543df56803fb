import { useQuery } from "@apollo/client/react";
import { ProductRow } from "../../features/catalog/ProductRow.tsx";
import { Sponsored } from "../../features/marketing/Sponsored.tsx";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { yuan } from "../../lib/need.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import styles from "./HomePlacements.module.css";

const HomePlacementsDocument = graphql(`
  query HomePlacements($amount: Money!, $term: Int!) {
    placements(place: HOME) {
      id
      payerName
      product {
        id
        ...ProductRow_product @unmask
        quote(amount: $amount, termCount: $term) {
          ...ProductRow_quote @unmask
        }
      }
    }
  }
`);

/** What is paid for here, each with its label and payer; no order of products knows of it. */
export function HomePlacements({ need }: { need: Need }) {
  const { data, previousData, refetch } = useQuery(HomePlacementsDocument, {
    variables: { amount: yuan(need.amount), term: need.term },
  });
  useFresh(refetch);
  const placements = (data ?? previousData)?.placements ?? [];
  if (placements.length === 0) return null;
  return (
    <div className={styles.slots}>
      {placements.map(({ id, payerName, product }) => (
        <Sponsored key={id} payer={payerName}>
          <ProductRow product={product} quote={product.quote} need={need} />
        </Sponsored>
      ))}
    </div>
  );
}
