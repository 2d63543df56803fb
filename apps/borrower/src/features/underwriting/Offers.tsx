import { formatDay, formatTimeLeft } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Disclosure, Instant, ScheduleTable } from "@daichao/ui/light";
import type { Offers_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { OfferAnswer } from "./OfferAnswer.tsx";
import { OfferComparison } from "./OfferComparison.tsx";
import styles from "./offers.module.css";

graphql(`
  fragment Offers_application on Application {
    id
    permittedActions
    institution {
      id
      shortName
    }
    offers {
      id
      state
      amount
      termCount
      comment
      expiresAt
      quote {
        annualCost {
          primary
        }
        amount
        startOn
        totalInterest
        totalFees
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
    ...OfferComparison_application @unmask
  }
`);

export interface OffersProps {
  application: Offers_ApplicationFragment;
  /** Business time in milliseconds: offers expire by the business clock. */
  now: number;
  onReload: () => void;
}

/** What the institution offers: compared with what was asked for, its exact plan, and the answer to it. */
export function Offers({ application, now, onReload }: OffersProps) {
  const t = useT();
  const { locale } = useLocale();
  const { offers, institution } = application;
  if (offers.length === 0) return null;
  const open = offers.find((offer) => offer.state === "OPEN");
  const shown = open ?? offers.at(-1);
  return (
    <Section id="offer" title={t("offer.title")} hint={t("offer.hint", { institution: institution.shortName })}>
      {offers.map(({ id, comment }) =>
        comment === null ? null : (
          <blockquote key={id} className={styles.comment}>
            <p>{comment}</p>
            <footer className={styles.quiet}>{t("offer.commentBy", { institution: institution.shortName })}</footer>
          </blockquote>
        ),
      )}
      <OfferComparison application={application} />
      {shown !== undefined && (
        <Disclosure summary={t("quote.schedule", { count: shown.quote.rows.length })}>
          <ScheduleTable
            caption={t("quote.scheduleCaption", { day: formatDay(shown.quote.startOn, locale) })}
            rows={shown.quote.rows.map((row) => ({
              number: row.number,
              dueOn: row.dueOn,
              due: row.payment,
              principal: row.principal,
              interest: row.interest,
              fees: isZero(shown.quote.totalFees) ? null : row.fee,
              balance: row.closingPrincipal,
            }))}
            totals={{
              due: shown.quote.totalPayment,
              principal: shown.quote.amount,
              interest: shown.quote.totalInterest,
              fees: shown.quote.totalFees,
            }}
          />
          {shown.quote.rows.some((row) => !row.isCalendarKnown) && (
            <p className={styles.quiet}>{t("quote.calendar")}</p>
          )}
        </Disclosure>
      )}
      {open !== undefined && (
        <>
          <p className={styles.quiet} role="timer">
            {t("offer.left", { time: formatTimeLeft(open.expiresAt, now, locale) })} {t("offer.expires")}{" "}
            <Instant at={open.expiresAt} />
          </p>
          <OfferAnswer application={application} offer={open} onReload={onReload} />
        </>
      )}
    </Section>
  );
}
