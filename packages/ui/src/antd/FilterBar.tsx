import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { CloseIcon, SearchIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import styles from "./FilterBar.module.css";
import type { FilterField, FilterValues } from "./filter-state.ts";
import { chipsOf, listOf, rangeOf, rangeText } from "./filter-state.ts";

export interface FilterBarProps {
  fields: readonly FilterField[];
  /** From `readFilters` of the URL. */
  values: FilterValues;
  /** Goes to the URL through `writeFilters`. */
  onChange: (values: FilterValues) => void;
  /** At the end: saved views, export. */
  aside?: ReactNode;
}

interface ControlProps<Field extends FilterField> {
  field: Field;
  value: string;
  onValue: (value: string) => void;
}

/** Typing narrows the list a moment after the last key, not with each one. */
function SearchControl({ field, value, onValue }: ControlProps<Extract<FilterField, { type: "search" }>>) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onValue(typed), 300);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  return (
    <Input
      type="search"
      allowClear
      className={styles.search}
      aria-label={field.label}
      placeholder={field.placeholder ?? field.label}
      prefix={<Icon shape={SearchIcon} />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onValue(typed)}
    />
  );
}

function ChoiceControl({ field, value, onValue }: ControlProps<Extract<FilterField, { type: "one" | "many" }>>) {
  const options = field.choices.map(({ value: code, label }) => ({ value: code, label }));
  const look = {
    "aria-label": field.label,
    placeholder: field.label,
    className: styles.choice,
    allowClear: true,
    options,
  };
  if (field.type === "one") {
    return (
      <Select<string> {...look} value={value === "" ? undefined : value} onChange={(next) => onValue(next ?? "")} />
    );
  }
  return (
    <Select<string[]>
      {...look}
      mode="multiple"
      maxTagCount={0}
      maxTagPlaceholder={(all) => `${field.label} ${all.length}`}
      value={[...listOf(value)]}
      onChange={(next) => onValue(next.join(","))}
    />
  );
}

function DaysControl({ field, value, onValue }: ControlProps<FilterField>) {
  const t = useHouseT();
  const [from, to] = rangeOf(value);
  const day = (text: string) => (text === "" ? null : dayjs(text));
  return (
    <DatePicker.RangePicker
      aria-label={field.label}
      allowEmpty
      placeholder={[`${field.label} ${t("filter.from")}`, t("filter.to")]}
      value={[day(from), day(to)]}
      onChange={(_, texts) => onValue(texts === null ? "" : rangeText(texts[0], texts[1]))}
    />
  );
}

function AmountsControl({ field, value, onValue }: ControlProps<FilterField>) {
  const t = useHouseT();
  const [from, to] = rangeOf(value);
  const box = (end: string, name: string, set: (text: string) => string) => (
    <Input
      key={`${name} ${end}`}
      className={styles.amount}
      inputMode="numeric"
      aria-label={`${field.label} ${name}`}
      placeholder={`${field.label} ${name}`}
      defaultValue={end}
      onBlur={(event) => onValue(set(event.target.value.replace(/[^\d.]/g, "")))}
      onPressEnter={(event) => event.currentTarget.blur()}
    />
  );
  return (
    <>
      {box(from, t("filter.from"), (text) => rangeText(text, to))}
      {box(to, t("filter.to"), (text) => rangeText(from, text))}
    </>
  );
}

function Control({ field, value, onValue }: ControlProps<FilterField>) {
  if (field.type === "search") return <SearchControl field={field} value={value} onValue={onValue} />;
  if ("choices" in field) return <ChoiceControl field={field} value={value} onValue={onValue} />;
  if (field.type === "days") return <DaysControl field={field} value={value} onValue={onValue} />;
  return <AmountsControl field={field} value={value} onValue={onValue} />;
}

/** Filters of a list and, under them, what they come to: each chip takes one away. */
export function FilterBar({ fields, values, onChange, aside }: FilterBarProps) {
  const t = useHouseT();
  const chips = chipsOf(fields, values);
  return (
    <search className={styles.bar}>
      <div className={styles.controls}>
        {fields.map((field) => (
          <Control
            key={field.key}
            field={field}
            value={values[field.key] ?? ""}
            onValue={(value) => onChange({ ...values, [field.key]: value })}
          />
        ))}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label={t("filter.active")}>
          {chips.map(({ key, text, without }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t("filter.remove", { filter: text })}
                onClick={() => onChange(without)}
              >
                {text}
                <Icon shape={CloseIcon} />
              </button>
            </li>
          ))}
          <li>
            <Button variant="quiet" size="small" onClick={() => onChange({})}>
              {t("filter.clear")}
            </Button>
          </li>
        </ul>
      )}
    </search>
  );
}
