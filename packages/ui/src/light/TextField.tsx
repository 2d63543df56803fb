import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";
import type { FieldWords } from "./Field.tsx";
import { Field } from "./Field.tsx";

export interface TextFieldProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "prefix"> {
  value: string;
  onValueChange: (value: string) => void;
  /** A short unit or sign inside the box. */
  prefix?: ReactNode;
  suffix?: ReactNode;
  aside?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, required, optional, aside, prefix, suffix, onValueChange, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, optional, aside, className }}>
      {(wiring) => (
        <span className={styles.affixed}>
          {prefix !== undefined && <span className={styles.prefix}>{prefix}</span>}
          <input
            type="text"
            {...rest}
            {...wiring}
            className={classNames(
              styles.input,
              prefix !== undefined && styles.hasPrefix,
              suffix !== undefined && styles.hasSuffix,
            )}
            onChange={(event) => onValueChange(event.target.value)}
          />
          {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldWords, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange"> {
  value: string;
  onValueChange: (value: string) => void;
}

export function TextArea({ label, hint, error, required, optional, onValueChange, ...rest }: TextAreaProps) {
  const count = rest.maxLength === undefined ? undefined : `${rest.value.length}/${rest.maxLength}`;
  return (
    <Field {...{ label, hint, error, required, optional }} aside={<span className={styles.hint}>{count}</span>}>
      {(wiring) => (
        <textarea
          rows={4}
          {...rest}
          {...wiring}
          className={styles.input}
          onChange={(event) => onValueChange(event.target.value)}
        />
      )}
    </Field>
  );
}
