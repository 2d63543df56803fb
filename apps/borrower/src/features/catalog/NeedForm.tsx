import { formatMoney, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { NumberField, Segmented } from "@daichao/ui/light";
import type { Need } from "../../lib/need.ts";
import { commonTerms, needLimits, yuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./NeedForm.module.css";

/** How much and for how long: the two questions everything else follows from. */
export function NeedForm({ need, onNeed }: { need: Need; onNeed: (need: Need) => void }) {
  const t = useT();
  const { locale } = useLocale();
  const terms = commonTerms.includes(need.term as never)
    ? commonTerms
    : [...commonTerms, need.term].sort((a, b) => a - b);
  return (
    <div className={styles.form}>
      <NumberField
        label={t("need.amount")}
        suffix={t("unit.yuan")}
        slider
        value={need.amount}
        {...needLimits}
        max={Math.max(needLimits.max, need.amount)}
        ends={[t("need.least"), need.amount > needLimits.max ? formatMoney(yuan(need.amount)) : t("need.most")]}
        onValueChange={(amount) => onNeed({ ...need, amount })}
      />
      <Segmented
        legend={t("need.term")}
        value={String(need.term)}
        choices={terms.map((term) => ({ value: String(term), label: formatTerm(term, locale) }))}
        onValueChange={(term) => onNeed({ ...need, term: Number(term) })}
      />
    </div>
  );
}
