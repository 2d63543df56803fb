import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { GlossaryTerm, Money } from "@daichao/ui/light";
import { paidLabels, paidOf } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import styles from "./CalculationResult.module.css";
import type { Calculation } from "./calculation.ts";

const yearly = [
  ["nominal", "IRR_NOMINAL_SIMPLE"],
  ["effective", "IRR_COMPOUND"],
  ["dated", "XIRR"],
] as const;

/** What the loan costs: the annual cost three ways, each named, then the sums. */
export function CalculationResult({ result, amount, method }: { result: Calculation; amount: string; method: string }) {
  const t = useT();
  const { figures, annualCost } = result;
  return (
    <div className={styles.result}>
      <dl className={styles.figures}>
        {yearly.map(([key, method], at) => (
          <div key={key} className={at === 0 ? styles.main : undefined}>
            <dt className={styles.label}>
              <GlossaryTerm term={`${t("fact.annualCost")} · ${t(`annualisation.${method}`)}`}>
                {t(`annualisation.${method}.explain`)}
              </GlossaryTerm>
            </dt>
            <dd className={at === 0 ? styles.figure : styles.other}>{formatRate(annualCost[key])}</dd>
          </div>
        ))}
        <Fact label={t(paidLabels[paidOf({ ...figures, method })])} strong>
          <Money amount={figures.firstPayment} size="section" />
        </Fact>
        <Fact label={t("quote.lastPayment")}>
          <Money amount={figures.lastPayment} />
        </Fact>
        <Fact label={t("calculator.totalInterest")}>
          <Money amount={figures.totalInterest} />
        </Fact>
        <Fact label={t("calculator.totalFees")}>
          <Money amount={figures.totalFees} />
        </Fact>
        <Fact label={t("compare.total")} strong>
          <Money amount={figures.totalCost} size="section" />
        </Fact>
        <Fact label={t("quote.netDisbursed")}>
          <Money amount={figures.netDisbursed} />
        </Fact>
        <Fact label={t("quote.totalPayment")}>
          <Money amount={figures.totalPayment} />
        </Fact>
      </dl>
      <ShareBar
        label={t("quote.shares")}
        parts={[
          { key: "principal", label: t("schedule.principal"), amount },
          { key: "interest", label: t("schedule.interest"), amount: figures.totalInterest },
          { key: "fees", label: t("schedule.fees"), amount: figures.totalFees },
        ]}
      />
    </div>
  );
}

const compared = ["firstPayment", "lastPayment", "totalInterest", "totalFees", "totalCost", "totalPayment"] as const;

/** Two terms of the same loan, figure by figure. */
export function TermsBeside({
  results,
}: {
  results: readonly { readonly term: number; readonly result: Calculation }[];
}) {
  const t = useT();
  const { locale } = useLocale();
  const labels = {
    firstPayment: t("fact.firstMonth"),
    lastPayment: t("quote.lastPayment"),
    totalInterest: t("calculator.totalInterest"),
    totalFees: t("calculator.totalFees"),
    totalCost: t("compare.total"),
    totalPayment: t("quote.totalPayment"),
  };
  return (
    <table className={styles.beside}>
      <caption className={styles.caption}>{t("calculator.beside")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("calculator.figureName")}</th>
          {results.map(({ term }) => (
            <th key={term} scope="col">
              {formatTerm(term, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {yearly.slice(0, 2).map(([key, method]) => (
          <tr key={key}>
            <th scope="row">
              {t("fact.annualCost")} · {t(`annualisation.${method}`)}
            </th>
            {results.map(({ term, result }) => (
              <td key={term}>{formatRate(result.annualCost[key])}</td>
            ))}
          </tr>
        ))}
        {compared.map((key) => (
          <tr key={key}>
            <th scope="row">{labels[key]}</th>
            {results.map(({ term, result }) => (
              <td key={term}>
                <Money amount={result.figures[key]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
