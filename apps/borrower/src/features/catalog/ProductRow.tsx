import { formatRate, formatRateRange, formatTermRange } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, classNames, Money, MoneyRange, Tag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ProductRow_ProductFragment, ProductRow_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { paidOf, wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import { CompareButton } from "./CompareButton.tsx";
import styles from "./ProductRow.module.css";
import { usePicks } from "./picks.ts";
import { useSpeed } from "./use-speed.ts";

graphql(`
  fragment ProductRow_product on Product {
    id
    slug
    version
    name
    tagline
    category
    amountMin
    amountMax
    termOptions
    repaymentMethods
    disbursementHours
    isAvailable
    annualCost {
      min
      max
      method
    }
    institution {
      id
      shortName
      licenceKind
      monogram
    }
  }
`);

graphql(`
  fragment ProductRow_quote on Quote {
    amount
    termCount
    method
    highestPayment
    firstPayment
    totalCost
    isAmountAdjusted
    annualCost {
      primary
    }
  }
`);

export interface ProductRowProps {
  product: ProductRow_ProductFragment;
  /** The loan the costs of this row are for. */
  quote: ProductRow_QuoteFragment | null;
  /** The loan the list is about. */
  need: Need;
  /** What else can be done with it, beside comparing. */
  star?: ReactNode;
}

/** The product's page with the loan of this row: its amount, term and method, so that it costs the same there. */
export function productHref(
  { slug, repaymentMethods }: Pick<ProductRow_ProductFragment, "slug" | "repaymentMethods">,
  quote: ProductRow_QuoteFragment | null,
): string {
  if (quote === null) return `/products/${slug}`;
  const method = quote.method === repaymentMethods[0] ? "" : `&method=${quote.method}`;
  return `/products/${slug}?amount=${wholeYuan(quote.amount)}&term=${quote.termCount}${method}`;
}

/** Whether a row's costs are for another loan than the one named above the list. */
function isOther({ isAmountAdjusted, amount, termCount }: ProductRow_QuoteFragment, need: Need): boolean {
  return isAmountAdjusted || wholeYuan(amount) !== need.amount || termCount !== need.term;
}

/** One product, six facts, always the same and always in this order; the annual cost is the largest number. */
export function ProductRow({ product, quote, need, star }: ProductRowProps) {
  const t = useT();
  const { locale } = useLocale();
  const speed = useSpeed();
  const { annualCost, institution, termOptions } = product;
  const isPicked = usePicks().some(({ id }) => id === product.id);
  return (
    <div className={styles.frame}>
      <article className={classNames(styles.row, isPicked && styles.picked)} aria-labelledby={`name-${product.id}`}>
        <div className={styles.who}>
          <h3 id={`name-${product.id}`} className={styles.name}>
            <Anchor href={productHref(product, quote)} className={styles.link}>
              {product.name}
            </Anchor>
          </h3>
          <InstitutionMark
            monogram={institution.monogram}
            name={institution.shortName}
            note={t(`licence.${institution.licenceKind}`)}
          />
          {!product.isAvailable && <Tag family="warning">{t("product.suspended")}</Tag>}
        </div>
        <dl className={styles.facts}>
          <div className={styles.rate}>
            <dt className={styles.rateLabel}>
              {t("fact.annualCost")}
              <span className={styles.method}>{t(`annualisation.${annualCost.method}`)}</span>
            </dt>
            <dd className={styles.figure}>{formatRateRange(annualCost.min, annualCost.max)}</dd>
            {quote !== null && (
              <dd className={styles.own}>{t("row.own", { rate: formatRate(quote.annualCost.primary) })}</dd>
            )}
          </div>
          <Fact label={t("fact.amount")}>
            <MoneyRange least={product.amountMin} most={product.amountMax} />
          </Fact>
          <Fact label={t("fact.term")}>{formatTermRange(termOptions[0] ?? 0, termOptions.at(-1) ?? 0, locale)}</Fact>
          <Fact label={t(quote === null ? "row.monthly" : `row.${paidOf(quote)}`)} strong>
            {quote === null ? "–" : <Money amount={quote.firstPayment} />}
          </Fact>
          <Fact label={t("fact.totalCost")} strong>
            {quote === null ? "–" : <Money amount={quote.totalCost} />}
          </Fact>
          <Fact label={t("row.speed")}>{speed(product.disbursementHours)}</Fact>
        </dl>
        <div className={styles.actions}>
          {star}
          <CompareButton product={product} />
        </div>
        {quote !== null && isOther(quote, need) && (
          <p className={styles.note}>
            {t("product.adjusted", { amount: wholeYuan(quote.amount).toLocaleString("en-US"), term: quote.termCount })}
          </p>
        )}
      </article>
    </div>
  );
}
