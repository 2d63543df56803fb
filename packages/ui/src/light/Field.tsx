import type { ReactNode } from "react";
import { useId } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { AttentionIcon } from "../icons/shapes.ts";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";

/** What a control must carry so that label, hint and error belong to it. */
export interface FieldWiring {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

export interface FieldWords {
  label: ReactNode;
  /** Why we ask, or how to fill it in. */
  hint?: ReactNode;
  /** What to do about it; shown in place, announced politely. */
  error?: ReactNode;
  required?: boolean;
  /** Marks the field as one that may stay empty. */
  optional?: boolean;
}

export interface FieldProps extends FieldWords {
  children: (wiring: FieldWiring) => ReactNode;
  /** Beside the label, at the far end. */
  aside?: ReactNode;
  className?: string;
}

export function Field({ label, hint, error, required, optional, aside, className, children }: FieldProps) {
  const t = useHouseT();
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== "";
  const describedBy = classNames(hint !== undefined && `${id}-hint`, hasError && `${id}-error`);
  return (
    <div className={classNames(styles.field, hasError && styles.wrong, className)}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {optional && <span className={styles.optional}> {t("field.optional")}</span>}
        </label>
        {aside}
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children({
        id,
        "aria-describedby": describedBy === "" ? undefined : describedBy,
        "aria-invalid": hasError || undefined,
        "aria-required": required || undefined,
      })}
      <div id={`${id}-error`} className={styles.error} aria-live="polite">
        {hasError && (
          <>
            <Icon shape={AttentionIcon} />
            <span>{error}</span>
          </>
        )}
      </div>
    </div>
  );
}
