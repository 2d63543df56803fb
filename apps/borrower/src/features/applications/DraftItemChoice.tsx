import { AttentionIcon, Icon } from "@daichao/ui";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Checkbox, classNames, Money } from "@daichao/ui/light";
import type { DraftItemChoice_ItemFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { paidLabels, paidOf } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import { DebtServiceNote } from "./DebtServiceNote.tsx";
import styles from "./wizard.module.css";

graphql(`
  fragment DraftItemChoice_item on DraftItem {
    problem
    debtService {
      ...DebtServiceNote_debt @unmask
    }
    product {
      id
      name
      institution {
        id
        shortName
        monogram
        licenceKind
      }
    }
    quote {
      amount
      termCount
      method
      isAmountAdjusted
      firstPayment
      highestPayment
      totalCost
      annualCost {
        primary
        primaryMethod
      }
    }
  }
`);

export interface DraftItemChoiceProps {
  item: DraftItemChoice_ItemFragment;
  isChosen: boolean;
  isStale: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One institution of the draft: whether it is applied to, what it would charge, what stands in the way. */
export function DraftItemChoice({ item, isChosen, isStale, onChoose }: DraftItemChoiceProps) {
  const t = useT();
  const { locale } = useLocale();
  const { product, quote, problem } = item;
  const { institution } = product;
  return (
    <li className={classNames(styles.item, isChosen ? styles.itemChosen : styles.itemOff)}>
      <div className={styles.choice}>
        <Checkbox checked={isChosen} onCheckedChange={onChoose}>
          <span className={styles.name}>{product.name}</span>
        </Checkbox>
        <InstitutionMark
          monogram={institution.monogram}
          name={institution.shortName}
          note={t(`licence.${institution.licenceKind}`)}
        />
      </div>
      <dl className={classNames(styles.figures, isStale && styles.pending)} aria-busy={isStale}>
        <Fact label={t("fact.annualCost")} strong>
          {formatRate(quote.annualCost.primary)}{" "}
          <span className={styles.quiet}>{t(`annualisation.${quote.annualCost.primaryMethod}`)}</span>
        </Fact>
        <Fact label={t(paidLabels[paidOf(quote)])}>
          <Money amount={quote.firstPayment} />
        </Fact>
        <Fact label={t("fact.totalCost")}>
          <Money amount={quote.totalCost} />
        </Fact>
      </dl>
      {isChosen && item.debtService !== null && (
        <div className={classNames(isStale && styles.pending)} aria-busy={isStale}>
          <DebtServiceNote debt={item.debtService} amount={quote.amount} termCount={quote.termCount} />
        </div>
      )}
      {problem !== null && (
        <p className={styles.problem}>
          <Icon shape={AttentionIcon} />
          {problem}
        </p>
      )}
      <p className={styles.quiet}>
        {quote.isAmountAdjusted && (
          <>
            {t("apply.adjusted")} <Money amount={quote.amount} as="round" /> · {formatTerm(quote.termCount, locale)} ·{" "}
          </>
        )}
        {t(`repaymentMethod.${quote.method}`)}
      </p>
    </li>
  );
}
