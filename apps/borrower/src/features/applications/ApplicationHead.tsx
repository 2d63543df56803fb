import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { ApplicationSteps, Instant, Money, StatusTag } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ApplicationHead_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications.module.css";
import { ForecastLine } from "./ForecastLine.tsx";
import { nextWords, whoActs } from "./next-action.ts";

graphql(`
  fragment ApplicationHead_application on Application {
    id
    number
    state
    step
    isOpen
    isClockPaused
    dueAt
    offerAcceptedAt
    amount
    termCount
    purpose
    method
    quotedAnnualCost
    submittedAt
    disclosure {
      id
      confirmedAt
    }
    institution {
      id
      name
      shortName
      monogram
      servicePhone
    }
    ...ForecastLine_application @unmask
    product {
      id
      name
    }
  }
`);

export interface ApplicationHeadProps {
  application: ApplicationHead_ApplicationFragment;
  /** What to do about it now. */
  action: ReactNode;
}

/** Of whom it was asked, who has to act, and how far it has come. */
export function ApplicationHead({ application, action }: ApplicationHeadProps) {
  const t = useT();
  const { institution, product, state, step } = application;
  const actor = whoActs(state);
  const values = { institution: institution.shortName };
  return (
    <>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <InstitutionMark monogram={institution.monogram} name={institution.name} note={application.number} />
          <h1 className={styles.title}>{product.name}</h1>
        </div>
        <StatusTag kind="application" status={state} audience="borrower" />
      </header>
      <section className={styles.callout} data-actor={actor} aria-label={t("application.now")} aria-live="polite">
        <div className={styles.calloutWords}>
          <p className={styles.calloutTitle}>
            {application.isOpen ? t(`whoActs.${actor}`, values) : t(`status.application.${state}`)}
          </p>
          <p className={styles.quiet}>{t(`application.next.${nextWords(application)}`, values)}</p>
          <ForecastLine application={application} />
          {application.isClockPaused && <p className={styles.quiet}>{t("application.paused")}</p>}
          {application.dueAt !== null && !application.isClockPaused && (
            <p className={styles.quiet}>
              {t("application.dueBy")} <Instant at={application.dueAt} />
            </p>
          )}
        </div>
        {action}
      </section>
      <Section title={t("progress.label")}>
        <ApplicationSteps status={state} reached={step} />
      </Section>
    </>
  );
}

/** What was asked for, and whom to call about it. */
export function ApplicationAsked({ application }: Pick<ApplicationHeadProps, "application">) {
  const t = useT();
  const { locale } = useLocale();
  const { institution } = application;
  return (
    <Section title={t("application.asked")}>
      <dl className={styles.facts}>
        <Fact label={t("need.amount")} strong>
          <Money amount={application.amount} />
        </Fact>
        <Fact label={t("need.term")}>{formatTerm(application.termCount, locale)}</Fact>
        <Fact label={t("fact.annualCost")}>{formatRate(application.quotedAnnualCost)}</Fact>
        <Fact label={t("fact.method")}>{t(`repaymentMethod.${application.method}`)}</Fact>
        <Fact label={t("apply.purpose")}>{t(`loanPurpose.${application.purpose}`)}</Fact>
        <Fact label={t("application.submittedAt")}>
          <Instant at={application.submittedAt} />
        </Fact>
        <Fact label={t("institution.phone")}>
          <a href={`tel:${institution.servicePhone}`}>{institution.servicePhone}</a>
        </Fact>
      </dl>
    </Section>
  );
}
