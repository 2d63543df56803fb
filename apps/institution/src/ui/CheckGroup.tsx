import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./CheckGroup.module.css";

export interface CheckGroupProps<Value extends string> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  choices: readonly { readonly value: Value; readonly label: string }[];
  values: readonly Value[];
  onValuesChange: (values: readonly Value[]) => void;
  disabled?: boolean;
}

/** Any number of a few choices. */
export function CheckGroup<Value extends string>(props: CheckGroupProps<Value>) {
  const { legend, hint, error, choices, values, onValuesChange, disabled } = props;
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== "";
  const toggle = (value: Value) =>
    onValuesChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <fieldset
      className={styles.group}
      disabled={disabled}
      aria-describedby={hasError ? `${id}-error` : undefined}
      aria-invalid={hasError || undefined}
    >
      <legend className={styles.legend}>{legend}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div className={styles.choices}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-error`} className={styles.error} aria-live="polite">
        {hasError && error}
      </p>
    </fieldset>
  );
}
