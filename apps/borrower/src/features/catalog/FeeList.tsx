import { Money } from "@daichao/ui/light";
import type { FeeList_ProductFragment, FeeList_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./FeeList.module.css";

graphql(`
  fragment FeeList_quote on Quote {
    totalInterest
    totalCost
    fees {
      code
      name
      timing
      payment
      payee
      payeeName
      standard
      total
    }
  }
`);

graphql(`
  fragment FeeList_product on Product {
    id
    contingentCosts {
      code
      name
      standard
    }
    institution {
      id
      name
    }
  }
`);

export interface FeeListProps {
  product: FeeList_ProductFragment;
  quote: FeeList_QuoteFragment | null;
}

/** Every cost of the loan with its standard and who gets it; then what is only paid if something goes wrong. */
export function FeeList({ product, quote }: FeeListProps) {
  const t = useT();
  return (
    <>
      {quote !== null && (
        <ul className={styles.list}>
          <li className={styles.fee}>
            <span className={styles.name}>{t("schedule.interest")}</span>
            <Money amount={quote.totalInterest} />
            <span className={styles.how}>
              {t("fee.interest")} · {t("fee.payee", { payee: product.institution.name })}
            </span>
          </li>
          {quote.fees.map((fee) => (
            <li key={fee.code} className={styles.fee}>
              <span className={styles.name}>{fee.name}</span>
              <Money amount={fee.total} />
              <span className={styles.how}>
                {fee.standard} · {t(`feeTiming.${fee.timing}`)}
                {fee.payment === "DEDUCTED" && ` · ${t("fee.deducted")}`} ·{" "}
                {t("fee.payeeAs", { payee: fee.payeeName, kind: t(`feePayee.${fee.payee}`) })}
              </span>
            </li>
          ))}
          <li className={styles.sum}>
            <span>{t("fact.totalCost")}</span>
            <Money amount={quote.totalCost} />
          </li>
        </ul>
      )}
      <h3 className={styles.subtitle}>{t("fee.contingent")}</h3>
      <p className={styles.how}>{t("fee.contingentHint")}</p>
      <dl className={styles.contingent}>
        {product.contingentCosts.map(({ code, name, standard }) => (
          <div key={code} className={styles.line}>
            <dt>{name}</dt>
            <dd>{standard}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
