import { useQuery } from "@apollo/client/react";
import { CloseIcon, Icon, WarningIcon } from "@daichao/ui";
import { Button, classNames, LinkButton } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import styles from "./CompareTray.module.css";
import type { Pick } from "./picks.ts";
import { compareHref, mostPicked, removePick, setPicks } from "./picks.ts";
import { applyHref } from "./product-search.ts";

const CompareTrayDocument = graphql(`
  query CompareTray($ids: [ID!]!) {
    products(filter: { ids: $ids }, first: 4) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

export interface CompareTrayProps {
  picks: readonly Pick[];
  amount: number | null;
  term: number | null;
  /** Repayment method, where the page is about one. */
  method?: string;
  /** On a phone only how many there are and the way to see them: the page keeps something else in reach beside it. */
  isSmall?: boolean;
}

/** The products put aside: beside each other, or all of them into one application. */
export function CompareTray({ picks, amount, term, method, isSmall = false }: CompareTrayProps) {
  const t = useT();
  const { data, refetch } = useQuery(CompareTrayDocument, { variables: { ids: picks.map(({ id }) => id) } });
  useFresh(refetch);
  const offered = data?.products.edges.map(({ node }) => node.id);
  const isGone = ({ id }: Pick) => offered !== undefined && !offered.includes(id);
  const open = picks.filter((pick) => !isGone(pick)).map(({ id }) => id);
  return (
    <section className={classNames(styles.tray, isSmall && styles.small)} aria-label={t("tray.title")}>
      <p className={styles.count} aria-live="polite">
        {t("tray.count", { count: picks.length, most: mostPicked })}
      </p>
      <ul className={styles.list}>
        {picks.map((pick) => (
          <li key={pick.id} className={styles.item}>
            {isGone(pick) && <Icon shape={WarningIcon} className={styles.warning} />}
            <span className={styles.name}>
              {pick.name}
              {isGone(pick) && ` · ${t("product.suspended")}`}
            </span>
            <Button
              variant="quiet"
              size="small"
              icon={CloseIcon}
              aria-label={t("tray.remove", { name: pick.name })}
              onClick={() => removePick(pick.id)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onClick={() => setPicks([])}>
          {t("tray.clear")}
        </Button>
        {open.length > 0 && (
          <LinkButton href={applyHref(open, amount, term)} size="small">
            {t("tray.apply", { count: open.length })}
          </LinkButton>
        )}
        {picks.length > 1 ? (
          <LinkButton variant="primary" size="small" href={compareHref(picks, amount, term, method)}>
            {t("tray.compare", { count: picks.length })}
          </LinkButton>
        ) : (
          <span className={styles.hint}>{t("tray.oneMore")}</span>
        )}
      </div>
    </section>
  );
}
