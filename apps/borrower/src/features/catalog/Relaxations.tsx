import { useQuery } from "@apollo/client/react";
import { Anchor, EmptyState } from "@daichao/ui/light";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import type { ProductSearch } from "./product-search.ts";
import { filterOf, isNarrowed, narrowing, only, without, writeSearch } from "./product-search.ts";
import styles from "./Relaxations.module.css";

const ProductRelaxationDocument = graphql(`
  query ProductRelaxation($filter: ProductFilter) {
    products(filter: $filter, sort: NEWEST, first: 1) {
      totalCount
    }
  }
`);

interface WayProps {
  search: ProductSearch;
  label: string;
  onCount: (count: number) => void;
}

/** One wider search; a way out that leads nowhere is none. */
function Way({ search, label, onCount }: WayProps) {
  const t = useT();
  const { data } = useQuery(ProductRelaxationDocument, { variables: { filter: filterOf(search) } });
  const count = data?.products.totalCount ?? null;
  const tell = useRef(onCount);
  tell.current = onCount;
  useEffect(() => {
    if (count !== null) tell.current(count);
  }, [count]);
  if (!count) return null;
  return (
    <li>
      <Anchor href={`/products?${writeSearch(search)}`} className={styles.way}>
        <span>{label}</span>
        <strong>{t("relax.count", { count })}</strong>
      </Anchor>
    </li>
  );
}

export interface RelaxationsProps {
  search: ProductSearch;
  /** Words of the search that no product answers. */
  unknown?: readonly string[];
}

/** Nothing fits: each filter that could be dropped, with what that would bring; where one is not enough, each that could stand alone. */
export function Relaxations({ search, unknown = [] }: RelaxationsProps) {
  const t = useT();
  const active = narrowing.filter((by) => isNarrowed(search, by));
  const asked = writeSearch(search).toString();
  const [counted, setCounted] = useState<{ readonly asked: string; readonly counts: Readonly<Record<string, number>> }>(
    {
      asked,
      counts: {},
    },
  );
  const counts = counted.asked === asked ? counted.counts : {};
  const count = (key: string) => (found: number) =>
    setCounted((now) => ({ asked, counts: { ...(now.asked === asked ? now.counts : {}), [key]: found } }));
  const isDeadEnd = active.every((by) => counts[by] === 0);
  const title = unknown.length === 0 ? t("relax.title") : t("relax.unknown", { words: unknown.join(t("list.comma")) });
  const ways = isDeadEnd && active.length > 2 ? active : [];
  return (
    <div className={styles.nothing}>
      <EmptyState title={title} reason={t(isDeadEnd ? "relax.reasonMore" : "relax.reason")} />
      <ul className={styles.ways} aria-label={t("relax.ways")}>
        {active.map((by) => (
          <Way
            key={by}
            search={without(search, by)}
            label={t("relax.drop", { filter: t(`filter.${by}`) })}
            onCount={count(by)}
          />
        ))}
        {ways.map((by) => (
          <Way
            key={`only-${by}`}
            search={only(search, by)}
            label={t("relax.keep", { filter: t(`filter.${by}`) })}
            onCount={count(`only-${by}`)}
          />
        ))}
        {isDeadEnd && (
          <li>
            <Anchor href="/products" className={styles.way}>
              {t("relax.all")}
            </Anchor>
          </li>
        )}
      </ul>
    </div>
  );
}
