import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { LinkButton, Money } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ApplyBar_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ApplyBar.module.css";
import { applyHref } from "./product-search.ts";

graphql(`
  fragment ApplyBar_quote on Quote {
    amount
    termCount
    method
    firstPayment
    totalCost
  }
`);

export interface ApplyBarProps {
  productId: string;
  quote: ApplyBar_QuoteFragment;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** Always in reach: what is about to be applied for, and the way to do it. */
export function ApplyBar({ productId, quote, children }: ApplyBarProps) {
  const t = useT();
  const { locale } = useLocale();
  return (
    <div className={styles.bar}>
      <div className={styles.words}>
        <p className={styles.ask}>
          <Money amount={quote.amount} as="round" /> · {formatTerm(quote.termCount, locale)}
          <span className={styles.method}> · {t(`repaymentMethod.${quote.method}`)}</span>
        </p>
        <p className={styles.cost}>
          {t("fact.totalCost")} <Money amount={quote.totalCost} />
          <span className={styles.method}>
            {" "}
            · {t("fact.firstMonth")} <Money amount={quote.firstPayment} />
          </span>
        </p>
      </div>
      {children}
      <LinkButton
        variant="primary"
        size="large"
        href={applyHref([productId], wholeYuan(quote.amount), quote.termCount, quote.method)}
      >
        {t("product.apply")}
      </LinkButton>
    </div>
  );
}
