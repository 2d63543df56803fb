import { formatDay, formatInstant, formatMoney, formatRate, formatRoundMoney, formatTerm } from "@daichao/ui/format";
import type { Locale } from "@daichao/ui/i18n";
import { useLocale } from "@daichao/ui/i18n";
import type { ReactNode } from "react";
import { useT } from "../lib/texts.ts";
import styles from "./FieldWords.module.css";
import { useParameterWords } from "./use-parameter-words.ts";

const money: ReadonlySet<string> = new Set([
  "amountMin",
  "amountMax",
  "amount",
  "minMonthlyIncome",
  "principal",
  "approvedAmount",
  "dailyPrice",
  "budget",
]);
const rates: ReadonlySet<string> = new Set(["rateMin", "rateMax", "rate", "annualRate"]);
/** Field to the family of texts its codes are in. */
const families: Readonly<Record<string, string>> = {
  category: "category",
  dayCount: "dayCount",
  dueShift: "dueShift",
  repaymentMethods: "repaymentMethod",
  method: "repaymentMethod",
  requiredDocuments: "document",
  employments: "employment",
  basis: "feeBasis",
  timing: "feeTiming",
  payment: "feePayment",
  payee: "feePayee",
  verdict: "verdict",
  place: "placement.place",
};
const stateFamilies = ["product", "application", "loan", "account", "institution", "approval", "payment", "bankOrder"];
/** Lists that narrow: an empty one lets everybody in. */
const openLists: ReadonlySet<string> = new Set(["employments", "provinces"]);
/** What the fields of a fee are told in, the name first; the wire keeps no order. */
const feeOrder = ["name", "timing", "basis", "amount", "rate", "payment", "payee", "payeeName", "code"];
const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function parsed(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** "3, 6, 12 months": the unit is said once. */
export function termsWords(terms: readonly number[], locale: Locale): string {
  const last = terms.at(-1);
  if (last === undefined) return "—";
  return [...terms.slice(0, -1).map(String), formatTerm(last, locale)].join(locale === "zh-CN" ? "、" : ", ");
}

type Entry = readonly [name: string, value: unknown];

/** A fee is told by what it is measured on: only there a rate is a share, and not a price for a year. */
const isFee = (entries: readonly Entry[]): boolean => entries.some(([name]) => name === "basis");

function inFeeOrder(entries: readonly Entry[]): readonly Entry[] {
  const place = (name: string) => (feeOrder.indexOf(name) + feeOrder.length + 1) % (feeOrder.length + 1);
  return entries.toSorted(([a], [b]) => place(a) - place(b));
}

export interface FieldWords {
  readonly nameOf: (field: string) => string;
  readonly valueOf: (field: string, value: string) => ReactNode;
}

/** Names and values of recorded fields, as people read them; what is not known is shown as it was recorded. */
export function useFieldWords(): FieldWords {
  const t = useT();
  const { locale } = useLocale();
  const parameterWords = useParameterWords();
  const nameOf = (field: string): string => t.find(`field.${field}`) ?? t.find(`parameter.${field}`) ?? field;

  const plain = (field: string, value: string): string => {
    const family = families[field];
    if (family !== undefined) return t.find(`${family}.${value}`) ?? value;
    if (money.has(field)) return locale === "zh-CN" ? formatRoundMoney(value, locale) : formatMoney(value);
    if (rates.has(field)) return formatRate(value);
    if (field === "state" || field === "status") return stateWord(value);
    if (field === "disbursementHours") return t("unit.hours", { count: Number(value) });
    if (field === "coolingOffDays") return t("unit.days", { count: Number(value) });
    if (field === "termOptions" || field === "termCount") return formatTerm(Number(value), locale);
    if (field.includes(".")) return parameterWords.bare(field, value);
    if (day.test(value)) return formatDay(value, locale);
    return instant.test(value) ? formatInstant(value, locale) : value;
  };

  const stateWord = (value: string): string => {
    for (const family of stateFamilies) {
      const word = t.find(`status.${family}.${value}`);
      if (word !== null) return word;
    }
    return value;
  };

  const draw = (field: string, value: unknown): ReactNode => {
    if (value === null || value === undefined || value === "") return "—";
    if (Array.isArray(value)) return list(field, value);
    if (typeof value === "object") return record(value);
    return plain(field, String(value));
  };

  const list = (field: string, values: readonly unknown[]): ReactNode => {
    if (values.length === 0) return t(openLists.has(field) ? "filter.any" : "field.emptyList");
    if (field === "termOptions") return termsWords(values.map(Number), locale);
    if (values.every((one) => typeof one !== "object"))
      return values.map((one) => plain(field, String(one))).join(locale === "zh-CN" ? "、" : ", ");
    return (
      <ol className={styles.list}>
        {values.map((one, index) => (
          <li key={index}>{draw(field, one)}</li>
        ))}
      </ol>
    );
  };

  /** The name of a fee's figure: of the principal once, or each time it is charged. */
  const feeNameOf = (name: string, entries: readonly Entry[]): string => {
    if (name !== "rate" && name !== "amount") return nameOf(name);
    const isEachTime = entries.some(([field, one]) => field === "timing" && one === "PER_PERIOD");
    return t(`field.fee.${name}.${isEachTime ? "eachTime" : "once"}`);
  };

  const record = (value: object): ReactNode => {
    const known = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
    const ofFee = isFee(known);
    return (
      <dl className={styles.record}>
        {(ofFee ? inFeeOrder(known) : known).map(([name, one]) => (
          <div key={name}>
            <dt>{ofFee ? feeNameOf(name, known) : nameOf(name)}</dt>
            <dd>{draw(name, one)}</dd>
          </div>
        ))}
      </dl>
    );
  };

  return { nameOf, valueOf: (field, value) => draw(field, parsed(value)) };
}
