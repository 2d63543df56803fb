import type { CSSProperties, ReactNode } from "react";
import { useEffect, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { classNames } from "./class-names.ts";
import fieldStyles from "./Field.module.css";
import type { FieldWords } from "./Field.tsx";
import { Field } from "./Field.tsx";
import styles from "./NumberField.module.css";

export interface NumberFieldProps extends FieldWords {
  value: number;
  min: number;
  max: number;
  step?: number;
  onValueChange: (value: number) => void;
  suffix?: ReactNode;
  /** Also draws a slider; everything it does the number box does too. */
  slider?: boolean;
  /** What the ends of the slider are called. */
  ends?: readonly [string, string];
  id?: string;
}

/** The whole number that was typed, with or without grouping; null for anything else. */
function wholeOf(typed: string): number | null {
  const digits = typed.replace(/[\s,，]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

const shown = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** The nearest value that is allowed: within the ends and on a step. */
export function fitToRange(value: number, { min, max, step = 1 }: { min: number; max: number; step?: number }): number {
  const stepped = min + Math.round((value - min) / step) * step;
  return Math.min(max, Math.max(min, stepped));
}

/**
 * A whole number typed into a box, with a slider beside it where that helps. It counts on leaving; what cannot count
 * stays as it was typed, with what is wrong and what counts until then. Steps are the slider's alone.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    hint,
    error,
    required,
    optional,
    value,
    min,
    max,
    step = 1,
    onValueChange,
    suffix,
    slider,
    ends,
  } = props;
  const t = useHouseT();
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const edit = (next: string | null): void => {
    setDraft(next);
    setRefused(false);
  };
  useEffect(() => edit(null), [value]);
  const commit = (): void => {
    if (draft === null) return;
    const next = wholeOf(draft);
    if (next === null || next < min || next > max) {
      setRefused(true);
      return;
    }
    edit(null);
    if (next !== value) onValueChange(next);
  };
  const problem = isRefused ? t("number.range", { min: shown(min), max: shown(max), value: shown(value) }) : undefined;
  const share = max === min ? 0 : (Math.min(max, Math.max(min, value)) - min) / (max - min);
  const filled: CSSProperties & Record<"--filled", string> = { "--filled": `${share * 100}%` };
  return (
    <Field {...{ label, hint, required, optional }} error={problem ?? error}>
      {(wiring) => (
        <>
          <span className={fieldStyles.affixed}>
            <input
              {...wiring}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className={classNames(
                fieldStyles.input,
                fieldStyles.number,
                slider && styles.large,
                suffix !== undefined && fieldStyles.hasSuffix,
              )}
              value={draft ?? shown(value)}
              onChange={(event) => edit(event.target.value)}
              onBlur={commit}
              onKeyDown={(event) => {
                if (event.key === "Enter") commit();
              }}
            />
            {suffix !== undefined && <span className={fieldStyles.suffix}>{suffix}</span>}
          </span>
          {slider && (
            <span className={styles.slider}>
              <input
                type="range"
                aria-label={typeof label === "string" ? label : t("fact.amount")}
                aria-valuetext={shown(value)}
                className={styles.range}
                style={filled}
                {...{ min, max, step, value }}
                onChange={(event) => {
                  edit(null);
                  onValueChange(event.target.valueAsNumber);
                }}
              />
              {ends !== undefined && (
                <span className={styles.ends} aria-hidden="true">
                  <span>{ends[0]}</span>
                  <span>{ends[1]}</span>
                </span>
              )}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
