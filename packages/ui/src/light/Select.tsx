import type { SelectHTMLAttributes } from "react";
import { Icon } from "../icons/index.ts";
import { DownIcon } from "../icons/shapes.ts";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";
import type { FieldWords } from "./Field.tsx";
import { Field } from "./Field.tsx";

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<Value extends string>
  extends FieldWords,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "value"> {
  value: Value | "";
  choices: readonly Choice<Value>[];
  onValueChange: (value: Value) => void;
  /** Shown first while nothing is chosen. */
  placeholder?: string;
}

/** The platform's own list: it knows the screen it is on better than we do. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, required, optional, choices, onValueChange, placeholder, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, optional, className }}>
      {(wiring) => (
        <span className={styles.affixed}>
          <select
            {...rest}
            {...wiring}
            className={classNames(styles.input, styles.select)}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value);
              if (chosen !== undefined) onValueChange(chosen.value);
            }}
          >
            {placeholder !== undefined && (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon shape={DownIcon} className={styles.suffix} />
        </span>
      )}
    </Field>
  );
}
