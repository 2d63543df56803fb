import { useQuery } from "@apollo/client/react";
import { CloseIcon } from "@daichao/ui";
import { Button, LinkButton } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ApplyTray.module.css";
import { applyHref, mostPicked } from "./product-search.ts";

const ApplyTrayDocument = graphql(`
  query ApplyTray($ids: [ID!]!) {
    products(filter: { ids: $ids }, first: 4) {
      edges {
        node {
          id
          name
          isAvailable
          institution {
            id
            shortName
          }
        }
      }
    }
  }
`);

export interface ApplyTrayProps {
  picked: readonly string[];
  amount: number | null;
  term: number | null;
  onRemove: (id: string) => void;
}

/** The products put aside for one application; nothing is drawn while it is empty. */
export function ApplyTray({ picked, amount, term, onRemove }: ApplyTrayProps) {
  const t = useT();
  const { data, previousData } = useQuery(ApplyTrayDocument, {
    variables: { ids: [...picked] },
    skip: picked.length === 0,
  });
  if (picked.length === 0) return null;
  const nodes = (data ?? previousData)?.products.edges.map((edge) => edge.node) ?? [];
  return (
    <section className={styles.tray} aria-label={t("tray.title")} data-print="no">
      <div className={styles.inside}>
        <p className={styles.count} aria-live="polite">
          {t("tray.count", { count: picked.length, most: mostPicked })}
        </p>
        <ul className={styles.list}>
          {picked.map((id) => {
            const name = nodes.find((node) => node.id === id)?.name ?? "…";
            return (
              <li key={id} className={styles.item}>
                <span className={styles.name}>{name}</span>
                <Button
                  variant="quiet"
                  size="small"
                  icon={CloseIcon}
                  aria-label={t("tray.remove", { name })}
                  onClick={() => onRemove(id)}
                />
              </li>
            );
          })}
        </ul>
        <LinkButton variant="primary" href={applyHref(picked, amount, term)} className={styles.go}>
          {t("tray.apply", { count: picked.length })}
        </LinkButton>
      </div>
    </section>
  );
}
