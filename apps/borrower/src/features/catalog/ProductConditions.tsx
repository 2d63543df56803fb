import { CheckIcon, DocumentIcon, Icon } from "@daichao/ui";
import type { ProductConditions_ProductFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ProductConditions.module.css";

graphql(`
  fragment ProductConditions_product on Product {
    id
    requiredDocuments
    eligibility {
      lines
    }
  }
`);

/** Who may apply, and with which papers. */
export function ProductConditions({ product }: { product: ProductConditions_ProductFragment }) {
  const t = useT();
  return (
    <div className={styles.columns}>
      <div>
        <h3 className={styles.title}>{t("conditions.who")}</h3>
        <ul className={styles.list}>
          {product.eligibility.lines.map((line) => (
            <li key={line} className={styles.item}>
              <Icon shape={CheckIcon} className={styles.icon} />
              {line}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className={styles.title}>{t("conditions.documents")}</h3>
        <ul className={styles.list}>
          {product.requiredDocuments.map((kind) => (
            <li key={kind} className={styles.item}>
              <Icon shape={DocumentIcon} className={styles.icon} />
              {t(`documentKind.${kind}`)}
            </li>
          ))}
          {product.requiredDocuments.length === 0 && <li>{t("conditions.noDocuments")}</li>}
        </ul>
        <p className={styles.quiet}>{t("conditions.vault")}</p>
      </div>
    </div>
  );
}
