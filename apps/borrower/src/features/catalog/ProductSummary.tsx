import { formatRateRange, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { GlossaryTerm, MoneyRange, Tag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ProductSummary_ProductFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import styles from "./ProductSummary.module.css";
import { useSpeed } from "./use-speed.ts";

graphql(`
  fragment ProductSummary_product on Product {
    id
    name
    tagline
    category
    version
    amountMin
    amountMax
    rateMin
    rateMax
    termOptions
    repaymentMethods
    disbursementHours
    coolingOffDays
    isAvailable
    annualCost {
      min
      max
      method
    }
    institution {
      id
      name
      licenceKind
      monogram
    }
  }
`);

export interface ProductSummaryProps {
  product: ProductSummary_ProductFragment;
  /** What can be done with it before any figure is read. */
  star?: ReactNode;
}

/** What the product is, in the same facts as in the list and a few more. */
export function ProductSummary({ product, star }: ProductSummaryProps) {
  const t = useT();
  const { locale } = useLocale();
  const speed = useSpeed();
  const { annualCost, institution } = product;
  const method = t(`annualisation.${annualCost.method}`);
  return (
    <header className={styles.summary}>
      <div className={styles.words}>
        <InstitutionMark
          monogram={institution.monogram}
          name={institution.name}
          note={t(`licence.${institution.licenceKind}`)}
        />
        <h1 className={styles.name}>{product.name}</h1>
        <p className={styles.tagline}>{product.tagline}</p>
        <div className={styles.tags}>
          <Tag>{t(`category.${product.category}`)}</Tag>
          {!product.isAvailable && <Tag family="warning">{t("product.suspended")}</Tag>}
          {star}
        </div>
      </div>
      <dl className={styles.facts}>
        <div className={styles.rate}>
          <dt className={styles.rateLabel}>
            <GlossaryTerm term={`${t("fact.annualCost")} · ${method}`}>
              {t(`annualisation.${annualCost.method}.explain`)}
            </GlossaryTerm>
          </dt>
          <dd className={styles.figure}>{formatRateRange(annualCost.min, annualCost.max)}</dd>
        </div>
        <Fact label={t("fact.amount")}>
          <MoneyRange least={product.amountMin} most={product.amountMax} />
        </Fact>
        <Fact label={t("fact.term")}>
          {product.termOptions.slice(0, -1).join(" / ")}
          {product.termOptions.length > 1 && " / "}
          {formatTerm(product.termOptions.at(-1) ?? 0, locale)}
        </Fact>
        <Fact label={t("fact.nominalRate")}>{formatRateRange(product.rateMin, product.rateMax)}</Fact>
        <Fact label={t("fact.method")}>
          {product.repaymentMethods.map((one) => t(`repaymentMethod.${one}`)).join(" / ")}
        </Fact>
        <Fact label={t("fact.speed")}>{speed(product.disbursementHours)}</Fact>
        <Fact label={t("fact.coolingOff")}>
          {product.coolingOffDays === 0 ? t("fact.noCoolingOff") : t("speed.days", { count: product.coolingOffDays })}
        </Fact>
      </dl>
    </header>
  );
}
