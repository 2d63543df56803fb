import { useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, Disclosure, RelativeTime, ScheduleTable, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { Offers_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
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
      comment
      expiresAt
      quote {
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

const AcceptOfferDocument = graphql(`
  mutation AcceptOffer($input: AcceptOfferInput!) {
    acceptOffer(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

const DeclineOfferDocument = graphql(`
  mutation DeclineOffer($input: DeclineOfferInput!) {
    declineOffer(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
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
            caption={t("quote.scheduleCaption", { day: shown.quote.startOn })}
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
          <p className={styles.quiet}>
            {t("offer.expires")} <RelativeTime at={open.expiresAt} now={now} />
          </p>
          <Answer application={application} offerId={open.id} onReload={onReload} />
        </>
      )}
    </Section>
  );
}

function Answer({ application, offerId, onReload }: Omit<OffersProps, "now"> & { offerId: string }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const accept = useMutationWithKey(AcceptOfferDocument);
  const decline = useMutationWithKey(DeclineOfferDocument);
  const [isDeclining, setDeclining] = useState(false);
  const { permittedActions, institution } = application;
  const failure = accept.failure ?? decline.failure;
  const answer = async (mutation: typeof accept | typeof decline, done: string) => {
    const result = await mutation.submit({ offerId });
    setDeclining(false);
    if (result === null) onReload();
    else toast({ message: done, family: "success" });
  };
  return (
    <>
      <FormError>{failure === null ? null : sentence(failure)}</FormError>
      <div className={styles.buttons}>
        {permittedActions.includes("ACCEPT_OFFER") && (
          <Button
            variant="primary"
            size="large"
            loading={accept.isSubmitting}
            onClick={() => void answer(accept, t("offer.accepted"))}
          >
            {t("offer.accept")}
          </Button>
        )}
        {permittedActions.includes("DECLINE_OFFER") && (
          <Button size="large" onClick={() => setDeclining(true)}>
            {t("offer.decline")}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t("offer.noDuty")}</p>
      <Dialog
        open={isDeclining}
        onClose={() => setDeclining(false)}
        title={t("offer.declineTitle")}
        footer={
          <>
            <Button onClick={() => setDeclining(false)}>{t("action.cancel")}</Button>
            <Button
              variant="danger"
              loading={decline.isSubmitting}
              onClick={() => void answer(decline, t("offer.declined"))}
            >
              {t("offer.decline")}
            </Button>
          </>
        }
      >
        <p>{t("offer.declineText", { institution: institution.shortName })}</p>
      </Dialog>
    </>
  );
}
