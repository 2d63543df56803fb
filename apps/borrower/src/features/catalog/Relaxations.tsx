import { useQuery } from "@apollo/client/react";
import { Anchor, EmptyState } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import type { Narrowing, ProductSearch } from "./product-search.ts";
import { filterOf, isNarrowed, narrowing, without, writeSearch } from "./product-search.ts";
import styles from "./Relaxations.module.css";

const ProductRelaxationDocument = graphql(`
  query ProductRelaxation($filter: ProductFilter) {
    products(filter: $filter, sort: NEWEST, first: 1) {
      totalCount
    }
  }
`);

function Relaxation({ search, by }: { search: ProductSearch; by: Narrowing }) {
  const t = useT();
  const wider = without(search, by);
  const { data } = useQuery(ProductRelaxationDocument, { variables: { filter: filterOf(wider) } });
  const count = data?.products.totalCount;
  // A way out that leads nowhere is none.
  if (!count) return null;
  return (
    <li>
      <Anchor href={`/products?${writeSearch(wider)}`} className={styles.way}>
        <span>{t("relax.drop", { filter: t(`filter.${by}`) })}</span>
        <strong>{t("relax.count", { count })}</strong>
      </Anchor>
    </li>
  );
}

/** Nothing fits: each filter that could be dropped, with what that would bring. */
export function Relaxations({ search }: { search: ProductSearch }) {
  const t = useT();
  const active = narrowing.filter((by) => isNarrowed(search, by));
  return (
    <div className={styles.nothing}>
      <EmptyState title={t("relax.title")} reason={t("relax.reason")} />
      <ul className={styles.ways} aria-label={t("relax.ways")}>
        {active.map((by) => (
          <Relaxation key={by} search={search} by={by} />
        ))}
      </ul>
    </div>
  );
}
