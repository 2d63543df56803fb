import { useT } from "../../lib/texts.ts";
import styles from "./InstalmentChart.module.css";

export interface InstalmentBar {
  readonly principal: number;
  readonly interest: number;
  readonly fee: number;
}

const parts = ["principal", "interest", "fee"] as const;
const colours = { principal: "var(--dc-chart-1)", interest: "var(--dc-chart-3)", fee: "var(--dc-chart-4)" } as const;
const height = 160;

/** Each payment as a bar of principal, interest and fees. The table beside it says the same in figures. */
export function InstalmentChart({ bars, described }: { bars: readonly InstalmentBar[]; described: string }) {
  const t = useT();
  const highest = Math.max(1, ...bars.map(({ principal, interest, fee }) => principal + interest + fee));
  const width = 100 / bars.length;
  const gap = bars.length > 60 ? 0 : width * 0.18;
  return (
    <figure className={styles.figure}>
      <svg
        role="img"
        aria-label={described}
        className={styles.chart}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
      >
        {bars.map((bar, at) => {
          let top = height;
          return parts.map((part) => {
            const size = (bar[part] / highest) * height;
            top -= size;
            return (
              <rect
                // A bar is its place in the plan.
                key={`${at + 1} ${part}`}
                x={at * width + gap / 2}
                y={top}
                width={width - gap}
                height={size}
                fill={colours[part]}
              />
            );
          });
        })}
      </svg>
      <figcaption>
        <ul className={styles.legend}>
          {parts
            .filter((part) => bars.some((bar) => bar[part] > 0))
            .map((part) => (
              <li key={part} className={styles.item}>
                <span className={styles.dot} style={{ background: colours[part] }} aria-hidden="true" />
                {t(part === "fee" ? "schedule.fees" : `schedule.${part}`)}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  );
}
