import { formatRate } from "@daichao/ui/format";
import type { CostRange_VersionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CostRange.module.css";

graphql(`
  fragment CostRange_version on ProductVersion {
    id
    rateMin
    rateMax
    annualCost {
      min
      max
      method
    }
  }
`);

/** The yearly cost with every fee from the cheapest loan of a product to its dearest, beside the contract rate. */
export function CostRange({ version }: { version: CostRange_VersionFragment }) {
  const t = useT();
  const { annualCost, rateMin, rateMax } = version;
  const ends = [
    { key: "cheapest", cost: annualCost.min, rate: rateMin },
    { key: "dearest", cost: annualCost.max, rate: rateMax },
  ] as const;
  return (
    <dl className={styles.range}>
      {ends.map(({ key, cost, rate }) => (
        <div key={key}>
          <dt className={styles.label}>{t(`cost.${key}`)}</dt>
          <dd className={styles.figure}>{formatRate(cost)}</dd>
          <dd className={styles.label}>{t("cost.rate", { rate: formatRate(rate) })}</dd>
        </div>
      ))}
      <div className={styles.note}>
        <dt className={styles.label}>{t("cost.method")}</dt>
        <dd className={styles.words}>{t.find(`annualisation.${annualCost.method}`) ?? annualCost.method}</dd>
      </div>
    </dl>
  );
}
