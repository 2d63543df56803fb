import { formatDay, formatLargeMoney, formatMoney, formatRate } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Segmented } from "@daichao/ui/light";
import { useState } from "react";
import type { BusinessPanel_FiguresFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { DayBars } from "../../ui/DayBars.tsx";
import { Figure, Figures } from "../../ui/Figure.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./BusinessPanel.module.css";

graphql(`
  fragment BusinessPanel_figures on BusinessFigures {
    from
    to
    applicationCount
    approvedCount
    rejectedCount
    approvalRate
    disbursedAmount
    disbursedCount
    repaidAmount
    outstandingPrincipal
    overdueRate
    days {
      day
      applicationCount
      approvedCount
      rejectedCount
      disbursedAmount
      repaidAmount
    }
  }
`);

type Business = BusinessPanel_FiguresFragment;

function useKeyFigures(figures: Business) {
  const t = useT();
  const { locale } = useLocale();
  const money = (amount: string) => <span title={formatMoney(amount)}>{formatLargeMoney(amount, locale)}</span>;
  const share = (rate: string | null) => (rate === null ? t("figure.none") : formatRate(rate));
  return [
    { key: "applications", label: t("figure.applications"), value: figures.applicationCount },
    { key: "approved", label: t("figure.approved"), value: figures.approvedCount },
    { key: "rejected", label: t("figure.rejected"), value: figures.rejectedCount },
    { key: "rate", label: t("figure.approvalRate"), value: share(figures.approvalRate) },
    {
      key: "disbursed",
      label: t("figure.disbursed"),
      value: money(figures.disbursedAmount),
      note: t("figure.disbursedCount", { count: figures.disbursedCount }),
    },
    { key: "repaid", label: t("figure.repaid"), value: money(figures.repaidAmount) },
    { key: "outstanding", label: t("figure.outstanding"), value: money(figures.outstandingPrincipal) },
    { key: "overdue", label: t("figure.overdue"), value: share(figures.overdueRate) },
  ];
}

// Only the length of a bar: the amount itself stays text.
const yuan = (amount: string): number => Number(amount.split(".")[0]);

function Charts({ days }: Pick<Business, "days">) {
  const t = useT();
  return (
    <div className={styles.charts}>
      <DayBars
        label={t("figure.perDay")}
        colour={2}
        days={days.map((day) => ({
          day: day.day,
          values: [
            { label: t("figure.applications"), size: day.applicationCount, text: String(day.applicationCount) },
            { label: t("figure.approved"), size: day.approvedCount, text: String(day.approvedCount) },
          ],
        }))}
      />
      <DayBars
        label={t("figure.payoutPerDay")}
        colour={1}
        days={days.map((day) => ({
          day: day.day,
          values: [
            { label: t("figure.disbursed"), size: yuan(day.disbursedAmount), text: formatMoney(day.disbursedAmount) },
          ],
        }))}
      />
    </div>
  );
}

function DayTable({ days }: Pick<Business, "days">) {
  const t = useT();
  const { locale } = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={styles.frame} tabIndex={0} aria-label={t("today.figures")}>
      <table className={styles.table} aria-label={t("today.figures")}>
        <thead>
          <tr>
            <th scope="col">{t("figure.day")}</th>
            <th scope="col">{t("figure.applications")}</th>
            <th scope="col">{t("figure.approved")}</th>
            <th scope="col">{t("figure.rejected")}</th>
            <th scope="col">{t("figure.disbursed")}</th>
            <th scope="col">{t("figure.repaid")}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDay(day.day, locale)}</th>
              <td>{day.applicationCount}</td>
              <td>{day.approvedCount}</td>
              <td>{day.rejectedCount}</td>
              <td>{formatMoney(day.disbursedAmount)}</td>
              <td>{formatMoney(day.repaidAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The institution's last days: key figures, bars, and the same as a table. */
export function BusinessPanel({ figures }: { figures: Business }) {
  const t = useT();
  const { locale } = useLocale();
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Section
      isPaper
      title={t("today.figures")}
      note={t("today.figures.range", { from: formatDay(figures.from, locale), to: formatDay(figures.to, locale) })}
      aside={
        <Segmented
          legend={t("figure.view")}
          hideLegend
          look="joined"
          value={view}
          choices={(["chart", "table"] as const).map((value) => ({ value, label: t(`figure.${value}`) }))}
          onValueChange={setView}
        />
      }
    >
      <Figures>
        {useKeyFigures(figures).map(({ key, label, value, note }) => (
          <Figure key={key} label={label} note={note}>
            {value}
          </Figure>
        ))}
      </Figures>
      {view === "chart" ? <Charts days={figures.days} /> : <DayTable days={figures.days} />}
    </Section>
  );
}
