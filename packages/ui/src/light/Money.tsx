import { formatMoney, formatMoneyRange, formatRoundMoney } from "../format/money.ts";
import { useLocale } from "../i18n/locale.ts";
import { classNames } from "./class-names.ts";
import styles from "./figures.module.css";

export interface MoneyProps {
  /** Yuan as it came over the wire: "12000.00". */
  amount: string;
  /** "exact" has two decimals, for what is paid; "round" is for limits and chips. */
  as?: "exact" | "round";
  size?: "text" | "section" | "figure";
  className?: string;
}

export function Money({ amount, as = "exact", size = "text", className }: MoneyProps) {
  const { locale } = useLocale();
  const text = as === "exact" ? formatMoney(amount) : formatRoundMoney(amount, locale);
  return (
    <data value={amount} className={classNames(styles.number, styles[size], className)}>
      {text}
    </data>
  );
}

export interface MoneyRangeProps {
  least: string;
  most: string;
  size?: MoneyProps["size"];
}

/** Smallest to largest amount: "1–20 万元". */
export function MoneyRange({ least, most, size = "text" }: MoneyRangeProps) {
  const { locale } = useLocale();
  return <span className={classNames(styles.number, styles[size])}>{formatMoneyRange(least, most, locale)}</span>;
}
