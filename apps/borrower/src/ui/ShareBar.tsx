import { Money } from "@daichao/ui/light";
import type { CSSProperties } from "react";
import styles from "./ShareBar.module.css";

export interface SharePart {
  readonly key: string;
  readonly label: string;
  /** Yuan as over the wire. */
  readonly amount: string;
}

const hundred = 100;

/** How an amount is made up, as one bar with its parts named and figured under it. */
export function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
  // Widths only: the figures beside them are the exact ones.
  const sizes = parts.map(({ amount }) => Math.max(0, Number.parseFloat(amount)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const shown = parts
    .map((part, index) => ({ ...part, index, share: whole === 0 ? 0 : ((sizes[index] ?? 0) / whole) * hundred }))
    .filter((part) => part.share > 0);
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ key, index, share }) => (
          <span key={key} className={styles.part} style={partStyle(index, share)} />
        ))}
      </div>
      <figcaption>
        <ul className={styles.legend}>
          {shown.map(({ key, index, label: word, amount }) => (
            <li key={key} className={styles.item}>
              <span className={styles.dot} style={partStyle(index)} aria-hidden="true" />
              {word} <Money amount={amount} />
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

const colours = ["var(--dc-chart-1)", "var(--dc-chart-3)", "var(--dc-chart-4)"];

function partStyle(index: number, share?: number): CSSProperties {
  return { background: colours[index % colours.length], flexGrow: share };
}
