import { dayOfInstant, formatDay, formatLargeMoney } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Day, Money, Segmented } from "@daichao/ui/light";
import { useState } from "react";
import type { FigureTrend_FiguresFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { TrendLines } from "../../ui/TrendLines.tsx";
import styles from "./FigureTrend.module.css";

graphql(`
  fragment FigureTrend_figures on PlatformFigures {
    trend {
      at
      applicationCount
      approvedCount
      disbursedAmount
    }
  }
`);

/** The last fourteen business days as lines, and the same as a table. */
export function FigureTrend({ figures }: { figures: FigureTrend_FiguresFragment }) {
  const t = useT();
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Block
      title={t("trend.title")}
      aside={
        <Segmented
          legend={t("trend.view")}
          hideLegend
          look="joined"
          value={view}
          choices={[
            { value: "chart", label: t("trend.chart") },
            { value: "table", label: t("trend.table") },
          ]}
          onValueChange={setView}
        />
      }
    >
      {view === "chart" ? <Lines trend={figures.trend} /> : <Rows trend={figures.trend} />}
    </Block>
  );
}

type Trend = FigureTrend_FiguresFragment["trend"];

function Lines({ trend }: { trend: Trend }) {
  const t = useT();
  const { locale } = useLocale();
  const days = trend.map(({ at }) => formatDay(dayOfInstant(at), locale, "short"));
  const last = trend.at(-1);
  // Heights on a screen, not sums of money: a float is precise enough.
  const amounts = trend.map(({ disbursedAmount }) => Number(disbursedAmount));
  return (
    <div className={styles.charts}>
      <TrendLines
        label={t("trend.countsLabel")}
        days={days}
        axis={(value) => String(value)}
        lines={[
          {
            key: "applications",
            label: t("trend.applications"),
            values: trend.map((day) => day.applicationCount),
            last: String(last?.applicationCount ?? 0),
          },
          {
            key: "approved",
            label: t("trend.approved"),
            values: trend.map((day) => day.approvedCount),
            last: String(last?.approvedCount ?? 0),
          },
        ]}
      />
      <TrendLines
        label={t("trend.amountLabel")}
        days={days}
        axis={(value) => formatLargeMoney(String(value), locale)}
        lines={[
          {
            key: "amount",
            label: t("trend.disbursed"),
            values: amounts,
            last: formatLargeMoney(last?.disbursedAmount ?? "0.00", locale),
          },
        ]}
      />
    </div>
  );
}

function Rows({ trend }: { trend: Trend }) {
  const t = useT();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("trend.day")}</th>
          <th scope="col">{t("trend.applications")}</th>
          <th scope="col">{t("trend.approved")}</th>
          <th scope="col">{t("trend.disbursed")}</th>
        </tr>
      </thead>
      <tbody>
        {trend.toReversed().map((day) => (
          <tr key={day.at}>
            <th scope="row">
              <Day on={dayOfInstant(day.at)} />
            </th>
            <td>{day.applicationCount}</td>
            <td>{day.approvedCount}</td>
            <td>
              <Money amount={day.disbursedAmount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
