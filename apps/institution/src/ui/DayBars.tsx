import { formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import styles from "./DayBars.module.css";

export interface DayBar {
  readonly day: string;
  /** From the tallest to the one drawn over it; the same order in every bar. */
  readonly values: readonly { readonly label: string; readonly size: number; readonly text: string }[];
}

export interface DayBarsProps {
  label: string;
  days: readonly DayBar[];
  /** Number of the first chart colour. */
  colour?: 1 | 2 | 3 | 4 | 5 | 6;
}

const height = 100;
const step = 10;

/** One bar a day, from zero; several values of a day stand in one another. What it shows is in the table beside it too. */
export function DayBars({ label, days, colour = 2 }: DayBarsProps) {
  const { locale } = useLocale();
  const most = Math.max(1, ...days.flatMap(({ values }) => values.map(({ size }) => size)));
  const [first, last] = [days[0], days.at(-1)];
  const peak = days.find(({ values }) => values[0]?.size === most)?.values[0];
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        {peak !== undefined && <span className={styles.peak}>{peak.text}</span>}
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {days.map(({ day, values }, at) => (
          <g key={day}>
            <title>{`${formatDay(day, locale)} ${values.map((value) => `${value.label} ${value.text}`).join(", ")}`}</title>
            <rect x={at * step} y={0} width={step} height={height} fill="transparent" />
            {values.map(({ label: name, size }, depth) => (
              <rect
                key={name}
                x={at * step + 1.5}
                width={step - 3}
                y={height - (size / most) * height}
                height={(size / most) * height}
                fill={`var(--dc-chart-${colour})`}
                opacity={depth === 0 && values.length > 1 ? 0.32 : 1}
              />
            ))}
          </g>
        ))}
      </svg>
      <div className={styles.ends} aria-hidden="true">
        <span>{first !== undefined && formatDay(first.day, locale, "short")}</span>
        <span>{last !== undefined && formatDay(last.day, locale, "short")}</span>
      </div>
    </figure>
  );
}
