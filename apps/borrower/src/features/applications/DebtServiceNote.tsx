import { AttentionIcon, Icon } from "@daichao/ui";
import { formatMoney, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { DebtServiceNote_DebtFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./wizard.module.css";

graphql(`
  fragment DebtServiceNote_debt on DebtService {
    presentMonthly
    newMonthly
    share
    limit
    isAboveLimit
    largestAmount
    fittingTerm
  }
`);

export interface DebtServiceNoteProps {
  debt: DebtServiceNote_DebtFragment;
  amount: string;
  termCount: number;
}

/** What repayments would take from the month; above the limit a warning, with what would fit instead. */
export function DebtServiceNote({ debt, amount, termCount }: DebtServiceNoteProps) {
  const t = useT();
  const { locale } = useLocale();
  const figures = {
    share: formatRate(debt.share),
    limit: formatRate(debt.limit),
    present: formatMoney(debt.presentMonthly),
    added: formatMoney(debt.newMonthly),
  };
  if (!debt.isAboveLimit) return <p className={styles.quiet}>{t("debt.within", figures)}</p>;
  const fits = [
    debt.largestAmount === null ? null : `${formatMoney(debt.largestAmount)} · ${formatTerm(termCount, locale)}`,
    debt.fittingTerm === null ? null : `${formatMoney(amount)} · ${formatTerm(debt.fittingTerm, locale)}`,
  ].filter((one) => one !== null);
  return (
    <div className={styles.problem} role="note">
      <Icon shape={AttentionIcon} />
      <p>
        {t("debt.above", figures)}{" "}
        {fits.length === 0 ? t("debt.nothingFits") : t("debt.fits", { options: fits.join(t("list.comma")) })}
      </p>
    </div>
  );
}
