import { useQuery } from "@apollo/client/react";
import { Icon, WarningIcon } from "@daichao/ui";
import { LinkButton, Skeleton } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { applyHref } from "./product-search.ts";
import styles from "./UnavailableProducts.module.css";

const UnavailableProductsDocument = graphql(`
  query UnavailableProducts($ids: [ID!]!) {
    comparison(ids: $ids) {
      key
      product {
        id
        name
        isAvailable
        alternatives {
          id
          name
          institution {
            id
            shortName
          }
        }
      }
    }
  }
`);

export interface UnavailableProductsProps {
  productIds: readonly string[];
  amount: number;
  term: number;
}

/** An application that cannot begin because a product is not offered any more: which one, what instead, and how to go on. */
export function UnavailableProducts({ productIds, amount, term }: UnavailableProductsProps) {
  const t = useT();
  const { data } = useQuery(UnavailableProductsDocument, { variables: { ids: [...productIds] } });
  if (data === undefined) return <Skeleton height={160} />;
  const open = data.comparison.flatMap(({ product }) => (product?.isAvailable ? [product.id] : []));
  const gone = data.comparison.filter(({ product }) => !product?.isAvailable);
  const others = new Map(
    gone
      .flatMap(({ product }) => product?.alternatives ?? [])
      .flatMap((one) => (open.includes(one.id) ? [] : [[one.id, one]])),
  );
  return (
    <section className={styles.gone} aria-labelledby="unavailable">
      <h1 id="unavailable" className={styles.title}>
        {t("unavailable.title")}
      </h1>
      <ul className={styles.list} role="status">
        {gone.map(({ key, product }) => (
          <li key={key} className={styles.told}>
            <Icon shape={WarningIcon} /> {product?.name ?? t("product.gone")}
            {product !== null && ` · ${t("product.suspended")}`}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <LinkButton variant="primary" href={applyHref(open, amount, term)}>
          {t("unavailable.rest", { count: open.length })}
        </LinkButton>
      )}
      {others.size > 0 && <h2 className={styles.subtitle}>{t("product.alternatives")}</h2>}
      <ul className={styles.list}>
        {[...others.values()].slice(0, 4).map(({ id, name, institution }) => (
          <li key={id}>
            <LinkButton href={applyHref([...open, id].slice(0, 4), amount, term)}>
              {t("unavailable.instead", { name, lender: institution.shortName })}
            </LinkButton>
          </li>
        ))}
      </ul>
      <LinkButton variant="quiet" href={`/products?amount=${amount}&term=${term}`}>
        {t("missing.action")}
      </LinkButton>
    </section>
  );
}
