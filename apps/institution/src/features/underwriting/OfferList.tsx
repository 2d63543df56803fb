import { formatRate, formatTerm, formatTimeLeft } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Instant, Money, StatusTag } from "@daichao/ui/light";
import type { OfferList_OfferFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./OfferList.module.css";

graphql(`
  fragment OfferList_offer on Offer {
    id
    kind
    state
    amount
    annualRate
    termCount
    method
    comment
    createdAt
    expiresAt
  }
`);

/** What was offered so far, newest first. */
export function OfferList({ offers }: { offers: readonly OfferList_OfferFragment[] }) {
  const t = useT();
  const { locale } = useLocale();
  const { now } = useBusinessClock();
  if (offers.length === 0) return null;
  return (
    <Section title={t("case.offers")}>
      <ul>
        {[...offers].reverse().map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <StatusTag kind="offer" status={offer.state} />
            <span className={styles.terms}>
              <Money amount={offer.amount} /> · {formatTerm(offer.termCount, locale)} ·{" "}
              {t.find(`repaymentMethod.${offer.method}`)} · {formatRate(offer.annualRate)}
            </span>
            <span className={styles.quiet}>
              <Instant at={offer.createdAt} /> → <Instant at={offer.expiresAt} />
              {offer.state === "OPEN" && (
                <> · {t("offer.left", { time: formatTimeLeft(offer.expiresAt, now, locale) })}</>
              )}
            </span>
            {offer.comment !== null && <p className={styles.comment}>{offer.comment}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
