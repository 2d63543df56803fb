import { useId } from "react";
import styles from "./TrendLines.module.css";

export interface TrendLine {
  readonly key: string;
  readonly label: string;
  /** One number a day; as many as there are days. */
  readonly values: readonly number[];
  /** The last value as it is read. */
  readonly last: string;
}

export interface TrendLinesProps {
  label: string;
  days: readonly string[];
  lines: readonly TrendLine[];
  /** A value of the axis in words. */
  axis: (value: number) => string;
}

const width = 560;
const height = 172;
// The first day begins where the lines do, the last one ends there: neither meets the figures beside it.
const anchors = ["start", "middle", "end"] as const;
const left = 72;
const leastRight = 96;
const top = 12;
const bottom = 28;

/** A round figure at or above the largest value, so that the axis ends on something people can say. */
export function roundUp(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 4, 5, 10].map((step) => step * power);
  return steps.find((step) => step >= value) ?? value;
}

/** About how wide a label is drawn: a Chinese character is as wide as its letters are high. */
const drawnWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter >= "\u2e80" ? 13 : 7.5), 0);

/** The room at the right that the longest label at a line's end takes. */
export const roomFor = (labels: readonly string[]): number =>
  Math.max(leastRight, ...labels.map((text) => Math.ceil(drawnWidth(text)) + 14));

/** Places of the labels at the line ends, pushed apart where they would stand on each other. */
function spread(places: readonly number[], distance: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const result = [...places];
  let floor = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    const at = Math.max(place, floor + distance);
    result[index] = at;
    floor = at;
  }
  // The lowest label may not stand on the days under the axis: the whole row moves up by what it is too low.
  const excess = Math.max(0, Math.max(...result) - (height - bottom));
  return result.map((place) => place - excess);
}

/** Lines of the last days with their names at their ends; the table beside it holds the figures. */
export function TrendLines({ label, days, lines, axis }: TrendLinesProps) {
  const id = useId();
  const highest = roundUp(Math.max(0, ...lines.flatMap(({ values }) => values)));
  const ends = lines.map(({ label: name, last }) => `${name} ${last}`);
  const right = roomFor(ends);
  const x = (index: number) => left + (index * (width - left - right)) / Math.max(1, days.length - 1);
  const y = (value: number) => height - bottom - (value / highest) * (height - top - bottom);
  const places = spread(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    16,
  );
  const shown = [0, Math.floor((days.length - 1) / 2), days.length - 1];
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{label}</title>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles.grid} x1={left} x2={width - right} y1={y(highest * share)} y2={y(highest * share)} />
          <text className={styles.axis} x={left - 8} y={y(highest * share) + 4} textAnchor="end">
            {axis(highest * share)}
          </text>
        </g>
      ))}
      {shown.map((index, order) => (
        <text key={index} className={styles.axis} x={x(index)} y={height - 6} textAnchor={anchors[order]}>
          {days[index]}
        </text>
      ))}
      {lines.map(({ key, values }, order) => (
        <g key={key} className={styles[`line${order + 1}`]}>
          <polyline
            className={styles.line}
            points={values.map((value, index) => `${x(index)},${y(value)}`).join(" ")}
          />
          <circle className={styles.dot} cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r={3} />
          <text className={styles.name} x={width - right + 10} y={(places[order] ?? 0) + 4}>
            {ends[order]}
          </text>
        </g>
      ))}
    </svg>
  );
}
