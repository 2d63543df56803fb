import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./Segmented.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface SegmentedChoice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  /** What is chosen here; a legend, visible unless `hideLegend`. */
  legend: string;
  hideLegend?: boolean;
  value: Value | null;
  choices: readonly SegmentedChoice<Value>[];
  onValueChange: (value: Value) => void;
  /** "chips" wrap and stand apart (terms); "joined" share one edge (views). */
  look?: "chips" | "joined";
}

/** A few options side by side, one of them chosen: a radio group, so arrow keys move through it. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { legend, hideLegend = false, value, choices, onValueChange, look = "chips" } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{hideLegend ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}</legend>
      <div className={styles[look]}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onValueChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
