import { useQuery } from "@apollo/client/react";
import { LinkButton } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./Alternatives.module.css";
import { ProductRow } from "./ProductRow.tsx";
import { RowSkeletons } from "./RowSkeletons.tsx";

const AlternativesDocument = graphql(`
  query Alternatives($slug: String!, $amount: Money, $term: Int) {
    product(slug: $slug) {
      id
      alternatives {
        id
        ...ProductRow_product @unmask
        quote(amount: $amount, termCount: $term) {
          ...ProductRow_quote @unmask
        }
      }
    }
  }
`);

/** In place of a product that is not offered any more: what comes nearest, for the same loan. */
export function Alternatives({ slug, amount, term }: { slug: string; amount: string; term: number }) {
  const t = useT();
  const { data } = useQuery(AlternativesDocument, { variables: { slug, amount, term } });
  return (
    <section className={styles.alternatives} aria-labelledby="alternatives">
      <h2 id="alternatives" className={styles.subtitle}>
        {t("product.alternatives")}
      </h2>
      <p className={styles.quiet} role="status">
        {t("product.suspendedReason")}
      </p>
      {data === undefined && <RowSkeletons count={2} />}
      <ul className={styles.list}>
        {data?.product?.alternatives.map((other) => (
          <li key={other.id}>
            <ProductRow product={other} quote={other.quote} need={{ amount: wholeYuan(amount), term }} />
          </li>
        ))}
      </ul>
      <LinkButton href="/products">{t("missing.action")}</LinkButton>
    </section>
  );
}
