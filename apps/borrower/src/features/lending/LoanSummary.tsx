import { CheckIcon, Icon } from "@daichao/ui";
import { formatDay, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, Day, Money, StatusTag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { LoanSummary_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import { Section } from "../../ui/Section.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import styles from "./loans.module.css";

graphql(`
  fragment LoanSummary_loan on Loan {
    id
    number
    state
    principal
    outstandingPrincipal
    totalPaid
    annualRate
    method
    termCount
    startOn
    maturesOn
    coolingOffEndsOn
    daysPastDue
    institution {
      id
      name
      shortName
      monogram
      servicePhone
    }
    product {
      id
      name
    }
    application {
      id
      number
    }
    bankCard {
      id
      bankName
      numberMasked
    }
    nextInstalment {
      id
      number
      dueOn
      remaining
      state
    }
  }
`);

export interface LoanSummaryProps {
  loan: LoanSummary_LoanFragment;
  /** Principal repaid so far, worked out by the page's money functions. */
  repaid: string;
  /** The way to pay. */
  action: ReactNode;
}

/** What is due next, large; then what was lent and how it stands. */
export function LoanSummary({ loan, repaid, action }: LoanSummaryProps) {
  const t = useT();
  const { locale } = useLocale();
  const { institution, nextInstalment: next } = loan;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <InstitutionMark monogram={institution.monogram} name={institution.name} note={loan.number} />
          <h1 className={styles.title}>{loan.product.name}</h1>
        </div>
        <StatusTag kind="loan" status={loan.state} lateness={{ daysPastDue: loan.daysPastDue }} />
      </header>
      {next === null ? (
        <section className={styles.settled} aria-label={t("loan.settled")}>
          <Icon shape={CheckIcon} className={styles.settledIcon} />
          <div>
            <p className={styles.strong}>{t("loan.settled")}</p>
            <p className={styles.quiet}>{t("loan.settledText")}</p>
          </div>
        </section>
      ) : (
        <section className={styles.due} aria-label={t("instalment.next")}>
          <div className={styles.dueWords}>
            <p className={styles.quiet}>
              {t("instalment.next")} · {t("instalment.of", { number: next.number, count: loan.termCount })}
            </p>
            <p className={styles.figure}>
              <Money amount={next.remaining} />
            </p>
            <p className={styles.quiet}>
              {t("instalment.dueOn")} <Day on={next.dueOn} />
              {loan.daysPastDue > 0 && (
                <span className={styles.late}> · {t("loan.late", { count: loan.daysPastDue })}</span>
              )}
            </p>
          </div>
          {action}
        </section>
      )}
      <Section title={t("loan.facts")}>
        <ShareBar
          label={t("loan.shares")}
          parts={[
            { key: "repaid", label: t("loan.repaid"), amount: repaid },
            { key: "left", label: t("loan.outstanding"), amount: loan.outstandingPrincipal },
          ]}
        />
        <dl className={styles.facts}>
          <Fact label={t("loan.principal")} strong>
            <Money amount={loan.principal} />
          </Fact>
          <Fact label={t("loan.totalPaid")}>
            <Money amount={loan.totalPaid} />
          </Fact>
          <Fact label={t("fact.nominalRate")}>{formatRate(loan.annualRate)}</Fact>
          <Fact label={t("fact.method")}>{t(`repaymentMethod.${loan.method}`)}</Fact>
          <Fact label={t("fact.term")}>{formatTerm(loan.termCount, locale)}</Fact>
          <Fact label={t("loan.startOn")}>
            <Day on={loan.startOn} />
          </Fact>
          <Fact label={t("loan.maturesOn")}>
            <Day on={loan.maturesOn} />
          </Fact>
          <Fact label={t("loan.coolingOff")}>
            {loan.coolingOffEndsOn === null
              ? t("loan.noCoolingOff")
              : t("loan.coolingOffUntil", { day: formatDay(loan.coolingOffEndsOn, locale) })}
          </Fact>
          {loan.bankCard !== null && (
            <Fact label={t("loan.card")}>
              {loan.bankCard.bankName} {loan.bankCard.numberMasked}
            </Fact>
          )}
          <Fact label={t("loan.application")}>
            <Anchor href={`/applications/${loan.application.id}`}>{loan.application.number}</Anchor>
          </Fact>
          <Fact label={t("institution.phone")}>
            <a href={`tel:${institution.servicePhone}`}>{institution.servicePhone}</a>
          </Fact>
        </dl>
        {loan.coolingOffEndsOn !== null && next !== null && (
          <p className={styles.quiet}>
            {t("loan.coolingOffHow", {
              day: formatDay(loan.coolingOffEndsOn, locale),
              institution: institution.shortName,
              phone: institution.servicePhone,
            })}
          </p>
        )}
      </Section>
    </>
  );
}
