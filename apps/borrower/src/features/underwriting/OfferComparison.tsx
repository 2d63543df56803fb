import { ArrowDownIcon, ArrowUpIcon, Icon } from "@daichao/ui";
import { formatMoney, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Money, StatusTag, useScrollStop } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { OfferComparison_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero, moneyDifference, rateDifference } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./offers.module.css";
import { useQuotedFigures } from "./useQuotedFigures.ts";

graphql(`
  fragment OfferComparison_application on Application {
    id
    amount
    termCount
    method
    submittedAt
    quotedAnnualCost
    quotedAnnualRate
    quotedFirstPayment
    quotedTotalPayment
    offers {
      id
      kind
      state
      amount
      termCount
      annualRate
      method
      quote {
        annualCost {
          primary
          primaryMethod
        }
        netDisbursed
        firstPayment
        totalInterest
        totalFees
        totalCost
        totalPayment
      }
    }
  }
`);

export type ComparedOffer = OfferComparison_ApplicationFragment["offers"][number];

type Compared = Omit<OfferComparison_ApplicationFragment, " $fragmentName">;

interface Line {
  readonly key: string;
  readonly label: string;
  readonly asked: ReactNode;
  readonly offered: (offer: ComparedOffer) => ReactNode;
}

export interface OfferComparisonProps {
  application: Compared;
}

/** What was asked for beside what is offered, figure by figure, each with its difference. */
export function OfferComparison({ application }: OfferComparisonProps) {
  const t = useT();
  const { locale } = useLocale();
  const scroller = useScrollStop<HTMLDivElement>();
  const quoted = useQuotedFigures(application);
  const { amount, termCount, method, quotedAnnualCost, quotedAnnualRate, offers } = application;
  const money = (label: string, key: string, of: (offer: ComparedOffer) => string, asked?: string): Line => ({
    key,
    label,
    asked: asked === undefined ? null : <Money amount={asked} />,
    offered: (offer) => (
      <>
        <Money amount={of(offer)} />
        {asked !== undefined && <Difference by={moneyDifference(asked, of(offer))} show={formatMoney} />}
      </>
    ),
  });
  const points = (by: string) => t("offer.points", { points: formatRate(by).replace("%", "") });
  const lines: readonly Line[] = [
    {
      key: "cost",
      label: t("fact.annualCost"),
      asked: formatRate(quotedAnnualCost),
      offered: ({ quote }) => (
        <>
          <strong>{formatRate(quote.annualCost.primary)}</strong>{" "}
          <span className={styles.quiet}>{t(`annualisation.${quote.annualCost.primaryMethod}`)}</span>
          <Difference by={rateDifference(quotedAnnualCost, quote.annualCost.primary)} show={points} />
        </>
      ),
    },
    {
      key: "amount",
      label: t("offer.amount"),
      asked: <Money amount={amount} />,
      offered: (offer) => (
        <>
          <Money amount={offer.amount} />
          <Difference by={moneyDifference(amount, offer.amount)} show={formatMoney} />
        </>
      ),
    },
    {
      key: "term",
      label: t("fact.term"),
      asked: formatTerm(termCount, locale),
      offered: (offer) => (
        <>
          {formatTerm(offer.termCount, locale)}
          <Difference by={String(offer.termCount - termCount)} show={(by) => formatTerm(Number(by), locale)} />
        </>
      ),
    },
    {
      key: "method",
      label: t("fact.method"),
      asked: t(`repaymentMethod.${method}`),
      offered: (offer) => t(`repaymentMethod.${offer.method}`),
    },
    {
      key: "rate",
      label: t("fact.nominalRate"),
      asked: formatRate(quotedAnnualRate),
      offered: (offer) => (
        <>
          {formatRate(offer.annualRate)}
          <Difference by={rateDifference(quotedAnnualRate, offer.annualRate)} show={points} />
        </>
      ),
    },
    money(t("quote.netDisbursed"), "net", ({ quote }) => quote.netDisbursed, quoted?.netDisbursed),
    money(t("fact.firstMonth"), "first", ({ quote }) => quote.firstPayment, application.quotedFirstPayment),
    money(t("schedule.interest"), "interest", ({ quote }) => quote.totalInterest, quoted?.totalInterest),
    money(t("schedule.fees"), "fees", ({ quote }) => quote.totalFees, quoted?.totalFees),
    money(t("fact.totalCost"), "total", ({ quote }) => quote.totalCost, quoted?.totalCost),
    money(t("quote.totalPayment"), "payment", ({ quote }) => quote.totalPayment, application.quotedTotalPayment),
  ];
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t("offer.compare")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("offer.asked")}</th>
            {offers.map((offer) => (
              <th key={offer.id} scope="col">
                <span className={styles.column}>
                  {t(`offerKind.${offer.kind}`)}
                  <StatusTag kind="offer" status={offer.state} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, asked, offered }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className={styles.quiet}>{asked ?? "—"}</td>
              {offers.map((offer) => (
                <td key={offer.id}>{offered(offer)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** More or less than was asked for, by an arrow and a figure; nothing where both are the same. */
function Difference({ by, show }: { by: string; show: (size: string) => string }) {
  const t = useT();
  if (isZero(by)) return null;
  const isLess = by.startsWith("-");
  const size = show(isLess ? by.slice(1) : by);
  return (
    <span className={styles.difference}>
      <Icon shape={isLess ? ArrowDownIcon : ArrowUpIcon} />
      {t(isLess ? "offer.less" : "offer.more", { size })}
    </span>
  );
}
