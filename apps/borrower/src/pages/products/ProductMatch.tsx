import { useQuery } from "@apollo/client/react";
import { MatchLines } from "../../features/recommendations/MatchLines.tsx";
import { OddsTag } from "../../features/recommendations/OddsTag.tsx";
import { PrecheckEntry } from "../../features/recommendations/PrecheckEntry.tsx";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { yuan } from "../../lib/need.ts";
import { usePrecheckToken } from "../../lib/precheck.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";

const ProductMatchDocument = graphql(`
  query ProductMatch($id: ID!, $amount: Money!, $term: Int!, $token: String) {
    product(id: $id) {
      id
      match(amount: $amount, termCount: $term, precheckToken: $token) {
        isMatch
        odds {
          ...OddsTag_odds @unmask
        }
        lines {
          ...MatchLines_line @unmask
        }
      }
    }
  }
`);

/** Whether this product suits the person, condition by condition; of somebody unknown it asks five questions. */
export function ProductMatch({ productId, need }: { productId: string; need: Need }) {
  const t = useT();
  const token = usePrecheckToken();
  const { data, previousData } = useQuery(ProductMatchDocument, {
    variables: { id: productId, amount: yuan(need.amount), term: need.term, token },
  });
  const match = (data ?? previousData)?.product?.match ?? null;
  if (match === null) return <PrecheckEntry need={need} />;
  return (
    <Section
      title={t(match.isMatch ? "match.title" : "match.titleNot")}
      hint={t("match.hint")}
      aside={match.odds === null ? undefined : <OddsTag odds={match.odds} />}
    >
      <MatchLines lines={match.lines} />
      <PrecheckEntry need={need} />
    </Section>
  );
}
