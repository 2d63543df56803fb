import type { ReliabilityChart_RecordFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ReliabilityChart.module.css";

graphql(`
  fragment ReliabilityChart_record on OddsRecord {
    count
    points {
      count
      predicted
      observed
      low
      high
    }
  }
`);

const size = 320;
const edge = { left: 44, right: 24, top: 12, bottom: 36 };
const ticks = [0, 0.25, 0.5, 0.75, 1];

const across = (share: number): number => edge.left + share * (size - edge.left - edge.right);
const up = (share: number): number => size - edge.bottom - share * (size - edge.top - edge.bottom);
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Promised chance against approved share with its 95 % interval; on the line every promise is kept. The table says the same. */
export function ReliabilityChart({ record: { points, count } }: { record: ReliabilityChart_RecordFragment }) {
  const t = useT();
  return (
    <div className={styles.both}>
      <svg viewBox={`0 0 ${size} ${size}`} className={styles.chart} role="img" aria-label={t("chart.label", { count })}>
        {ticks.map((tick) => (
          <g key={tick} className={styles.grid}>
            <line x1={across(0)} x2={across(1)} y1={up(tick)} y2={up(tick)} />
            <text x={edge.left - 6} y={up(tick) + 4} textAnchor="end">
              {percent(tick)}
            </text>
            <text x={across(tick)} y={size - edge.bottom + 16} textAnchor="middle">
              {percent(tick)}
            </text>
          </g>
        ))}
        <line className={styles.kept} x1={across(0)} y1={up(0)} x2={across(1)} y2={up(1)} />
        {points.map(({ predicted, observed, low, high }) => (
          <g key={predicted}>
            <line className={styles.span} x1={across(predicted)} x2={across(predicted)} y1={up(low)} y2={up(high)} />
            <circle className={styles.point} cx={across(predicted)} cy={up(observed)} r="5" />
          </g>
        ))}
        <text x={across(0.5)} y={size - 4} textAnchor="middle" className={styles.axis}>
          {t("chart.predicted")}
        </text>
      </svg>
      <table className={styles.table}>
        <caption>{t("chart.observed")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("chart.predicted")}</th>
            <th scope="col">{t("chart.approved")}</th>
            <th scope="col">{t("chart.interval")}</th>
            <th scope="col">{t("chart.count")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ predicted, observed, low, high, count: cases }) => (
            <tr key={predicted}>
              <td>{percent(predicted)}</td>
              <td>{percent(observed)}</td>
              <td>
                {percent(low)}–{percent(high)}
              </td>
              <td>{cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
