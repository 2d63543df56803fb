import { DownIcon, Icon } from "@daichao/ui";
import styles from "./SmallSelect.module.css";

export interface SmallSelectProps<Value extends string> {
  /** Heard, and shown before the chosen value. */
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onValueChange: (value: Value) => void;
}

/** A filter in a narrow column: its name and its value on one line. */
export function SmallSelect<Value extends string>({ label, value, choices, onValueChange }: SmallSelectProps<Value>) {
  return (
    <label className={styles.box}>
      <span className={styles.label}>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onValueChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon shape={DownIcon} className={styles.arrow} />
    </label>
  );
}
