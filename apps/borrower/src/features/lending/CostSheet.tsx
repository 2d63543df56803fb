import { formatDay, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Disclosure, Money, ScheduleTable } from "@daichao/ui/light";
import type { CostSheet_DisclosureFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import styles from "./sheet.module.css";

graphql(`
  fragment CostSheet_disclosure on CostDisclosure {
    id
    principal
    sheetHash
    startNote
    statement
    coolingOffNote
    institution {
      id
      name
    }
    annualCost {
      primary
      primaryMethod
      nominal
      effective
      dated
    }
    fees {
      code
      name
      payee
      payeeName
      payment
      standard
      timing
      total
    }
    contingentCosts {
      code
      name
      standard
    }
    quote {
      termCount
      method
      annualRate
      startOn
      netDisbursed
      firstPayment
      totalInterest
      totalFees
      totalCost
      totalPayment
      rows {
        number
        dueOn
        principal
        interest
        fee
        payment
        closingPrincipal
        isCalendarKnown
      }
    }
  }
`);

type Sheet = Omit<CostSheet_DisclosureFragment, " $fragmentName">;

/** Everything this loan costs, on one sheet: the same figures as the contract. */
export function CostSheet({ sheet }: { sheet: Sheet }) {
  const t = useT();
  const { locale } = useLocale();
  const { annualCost, quote } = sheet;
  return (
    <div className={styles.sheet}>
      <div className={styles.main}>
        <p className={styles.quiet}>
          {t("fact.annualCost")} · {t(`annualisation.${annualCost.primaryMethod}`)}
        </p>
        <p className={styles.figure}>{formatRate(annualCost.primary)}</p>
        <p className={styles.quiet}>{t(`annualisation.${annualCost.primaryMethod}.explain`)}</p>
        <p className={styles.quiet}>
          {t("annualisation.IRR_NOMINAL_SIMPLE")} {formatRate(annualCost.nominal)} · {t("annualisation.IRR_COMPOUND")}{" "}
          {formatRate(annualCost.effective)} · {t("annualisation.XIRR")} {formatRate(annualCost.dated)}
        </p>
      </div>
      <dl className={styles.facts}>
        <Fact label={t("sheet.principal")} strong>
          <Money amount={sheet.principal} />
        </Fact>
        <Fact label={t("quote.netDisbursed")} strong>
          <Money amount={quote.netDisbursed} />
        </Fact>
        <Fact label={t("fact.totalCost")} strong>
          <Money amount={quote.totalCost} />
        </Fact>
        <Fact label={t("quote.totalPayment")} strong>
          <Money amount={quote.totalPayment} />
        </Fact>
        <Fact label={t("fact.term")}>{formatTerm(quote.termCount, locale)}</Fact>
        <Fact label={t("fact.method")}>{t(`repaymentMethod.${quote.method}`)}</Fact>
        <Fact label={t("fact.nominalRate")}>{formatRate(quote.annualRate)}</Fact>
        <Fact label={t("fact.firstMonth")}>
          <Money amount={quote.firstPayment} />
        </Fact>
      </dl>
      <section aria-labelledby="sheet-costs" className={styles.part}>
        <h3 id="sheet-costs">{t("sheet.costs")}</h3>
        <ul>
          <li className={styles.fee}>
            <span className={styles.name}>{t("schedule.interest")}</span>
            <Money amount={quote.totalInterest} />
            <span className={styles.how}>
              {t("fee.interest")} · {t("fee.payee", { payee: sheet.institution.name })}
            </span>
          </li>
          {sheet.fees.map((fee) => (
            <li key={fee.code} className={styles.fee}>
              <span className={styles.name}>{fee.name}</span>
              <Money amount={fee.total} />
              <span className={styles.how}>
                {fee.standard} · {t(`feeTiming.${fee.timing}`)}
                {fee.payment === "DEDUCTED" && ` · ${t("fee.deducted")}`} ·{" "}
                {t("fee.payeeAs", { payee: fee.payeeName, kind: t(`feePayee.${fee.payee}`) })}
              </span>
            </li>
          ))}
          <li className={styles.fee}>
            <strong>{t("fact.totalCost")}</strong>
            <strong>
              <Money amount={quote.totalCost} />
            </strong>
          </li>
        </ul>
        <p className={styles.statement}>{sheet.statement}</p>
      </section>
      <section aria-labelledby="sheet-contingent" className={styles.part}>
        <h3 id="sheet-contingent">{t("fee.contingent")}</h3>
        <p className={styles.quiet}>{t("fee.contingentHint")}</p>
        <dl>
          {sheet.contingentCosts.map(({ code, name, standard }) => (
            <div key={code} className={styles.contingent}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.how}>{standard}</dd>
            </div>
          ))}
        </dl>
      </section>
      {sheet.coolingOffNote !== null && (
        <section aria-labelledby="sheet-cooling" className={styles.part}>
          <h3 id="sheet-cooling">{t("sheet.coolingOff")}</h3>
          <p className={styles.how}>{sheet.coolingOffNote}</p>
        </section>
      )}
      <Disclosure summary={t("quote.schedule", { count: quote.rows.length })}>
        <ScheduleTable
          caption={t("quote.scheduleCaption", { day: formatDay(quote.startOn, locale) })}
          rows={quote.rows.map((row) => ({
            number: row.number,
            dueOn: row.dueOn,
            due: row.payment,
            principal: row.principal,
            interest: row.interest,
            fees: isZero(quote.totalFees) ? null : row.fee,
            balance: row.closingPrincipal,
          }))}
          totals={{
            due: quote.totalPayment,
            principal: sheet.principal,
            interest: quote.totalInterest,
            fees: quote.totalFees,
          }}
        />
        {quote.rows.some((row) => !row.isCalendarKnown) && <p className={styles.quiet}>{t("quote.calendar")}</p>}
      </Disclosure>
      <p className={styles.quiet}>{sheet.startNote}</p>
      {locale !== "zh-CN" && <p className={styles.quiet}>{t("sheet.translated")}</p>}
      <p className={styles.hash}>
        {t("sheet.hash")} <code>{sheet.sheetHash}</code>
      </p>
    </div>
  );
}
