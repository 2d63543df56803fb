import { formatRate, formatRateRange } from "../format/rate.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { classNames } from "./class-names.ts";
import styles from "./figures.module.css";

export interface RateProps {
  /** Share of one as it came over the wire: "0.156000". */
  rate: string;
  /** Upper end, where it is a range. */
  to?: string;
  /** How the annual figure was reckoned; named beside it. */
  method?: "simple" | "compound" | "irr";
  /** "headline" is the largest figure of a product, with its label above. */
  size?: "text" | "section" | "figure" | "headline";
  label?: string;
}

/** An annual rate with its name: on a product it is always the largest number. */
export function Rate({ rate, to, method, size = "text", label }: RateProps) {
  const t = useHouseT();
  const figure = to === undefined ? formatRate(rate) : formatRateRange(rate, to);
  const name = label ?? t("rate.annual");
  return (
    <span className={classNames(styles.rate, size === "headline" && styles.stacked)}>
      <span className={styles.rateLabel}>
        {name}
        {method !== undefined && ` · ${t(`rate.method.${method}`)}`}
      </span>
      <data value={rate} className={classNames(styles.number, styles[size])}>
        {figure}
      </data>
    </span>
  );
}
