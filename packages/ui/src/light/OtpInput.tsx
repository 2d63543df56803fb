import { useHouseT } from "../i18n/use-t.ts";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";
import type { FieldWords } from "./Field.tsx";
import { Field } from "./Field.tsx";

export interface OtpInputProps extends Partial<FieldWords> {
  value: string;
  onValueChange: (value: string) => void;
  /** Called once the last digit is in. */
  onComplete?: (value: string) => void;
  length?: number;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** One box for the whole code: it takes paste, password managers and the code of an SMS. */
export function OtpInput({ value, onValueChange, onComplete, length = 6, label, ...rest }: OtpInputProps) {
  const t = useHouseT();
  const { hint, error, required, ...input } = rest;
  const change = (typed: string): void => {
    const digits = typed.replace(/\D/g, "").slice(0, length);
    onValueChange(digits);
    if (digits.length === length && digits !== value) onComplete?.(digits);
  };
  return (
    <Field {...{ hint, error, required }} label={label ?? t("otp.label")}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          value={value}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder={"·".repeat(length)}
          className={classNames(styles.input, styles.code)}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
