import { CheckIcon, Icon } from "@daichao/ui";
import { formatRate, formatTerm, formatTimeLeft } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, LinkButton, Money, useScrollStop } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { OfferBoard_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { moneyDifference, rateDifference } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./offers.module.css";

graphql(`
  fragment OfferBoard_application on Application {
    id
    permittedActions
    institution {
      id
      shortName
    }
    product {
      versionId
      name
    }
    offers {
      id
      state
      kind
      amount
      termCount
      annualRate
      expiresAt
      quote {
        annualCost {
          primary
          primaryMethod
        }
        netDisbursed
        firstPayment
        totalFees
        totalCost
        totalPayment
      }
    }
  }
`);

type Told = Omit<OfferBoard_ApplicationFragment, " $fragmentName">;

/** One open offer with whose it is. */
interface Column {
  readonly application: Told;
  readonly offer: Told["offers"][number];
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly show: (column: Column) => ReactNode;
  /** Less is better: below zero where the first is less than the second. */
  readonly difference?: (a: Column, b: Column) => string;
  /** A sum of money grows with the loan: it is judged among offers of the same loan only. */
  readonly isOfLoan?: boolean;
}

/** Open offers among applications, each with its application. */
export const openOffers = (applications: readonly Told[]): readonly Column[] =>
  applications.flatMap((application) => {
    if (!application.permittedActions.includes("ACCEPT_OFFER")) return [];
    const offer = application.offers.find(({ state }) => state === "OPEN");
    return offer === undefined ? [] : [{ application, offer }];
  });

const isSameLoan = ({ offer: a }: Column, { offer: b }: Column): boolean =>
  a.amount === b.amount && a.termCount === b.termCount;

/** Whether some of the offers are of another amount or term than the others. */
export const areOfOtherLoans = (columns: readonly Column[]): boolean =>
  columns.some((column) => columns.some((other) => !isSameLoan(column, other)));

const isLess = (difference: string): boolean => difference.startsWith("-");

/** Several lenders' offers beside each other, by the same figures; the least of each line is marked. */
export function OfferBoard({ columns, now }: { columns: readonly Column[]; now: number }) {
  const t = useT();
  const { locale } = useLocale();
  const scroller = useScrollStop<HTMLDivElement>();
  const money = (key: string, label: string, of: (column: Column) => string, isMarked = true): Line => ({
    key,
    label,
    show: (column) => <Money amount={of(column)} />,
    ...(isMarked ? { difference: (a, b) => moneyDifference(of(b), of(a)), isOfLoan: true } : {}),
  });
  const lines: readonly Line[] = [
    {
      key: "cost",
      label: t("fact.annualCost"),
      show: ({ offer }) => (
        <>
          <strong>{formatRate(offer.quote.annualCost.primary)}</strong>{" "}
          <span className={styles.quiet}>{t(`annualisation.${offer.quote.annualCost.primaryMethod}`)}</span>
        </>
      ),
      difference: (a, b) => rateDifference(b.offer.quote.annualCost.primary, a.offer.quote.annualCost.primary),
    },
    money("total", t("fact.totalCost"), ({ offer }) => offer.quote.totalCost),
    money("first", t("fact.firstMonth"), ({ offer }) => offer.quote.firstPayment),
    money("amount", t("offer.amount"), ({ offer }) => offer.amount, false),
    money("net", t("quote.netDisbursed"), ({ offer }) => offer.quote.netDisbursed, false),
    { key: "term", label: t("fact.term"), show: ({ offer }) => formatTerm(offer.termCount, locale) },
    money("fees", t("schedule.fees"), ({ offer }) => offer.quote.totalFees),
    { key: "kind", label: t("offers.kind"), show: ({ offer }) => t(`offerKind.${offer.kind}`) },
    {
      key: "left",
      label: t("offers.left"),
      show: ({ offer }) => formatTimeLeft(offer.expiresAt, now, locale),
    },
  ];
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t("offers.caption")}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ application }) => (
              <th key={application.id} scope="col">
                <Anchor href={`/applications/${application.id}`}>{application.institution.shortName}</Anchor>
                <br />
                <span className={styles.quiet}>{application.product.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, show, difference, isOfLoan = false }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <td key={column.offer.id}>
                  {show(column)}
                  {difference !== undefined && isLeast(column, peersOf(column, columns, isOfLoan), difference) && (
                    <Least />
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {columns.map(({ application, offer }) => (
              <td key={offer.id}>
                <LinkButton href={`/applications/${application.id}`} size="small" variant="primary">
                  {t("offers.answer")}
                </LinkButton>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const peersOf = (column: Column, columns: readonly Column[], isOfLoan: boolean): readonly Column[] =>
  isOfLoan ? columns.filter((other) => isSameLoan(column, other)) : columns;

/** Whether no other is less and some other is more. */
function isLeast(column: Column, columns: readonly Column[], difference: (a: Column, b: Column) => string): boolean {
  const others = columns.filter((other) => other !== column);
  return (
    others.every((other) => !isLess(difference(other, column))) &&
    others.some((other) => isLess(difference(column, other)))
  );
}

function Least() {
  const t = useT();
  return (
    <span className={styles.difference}>
      <Icon shape={CheckIcon} />
      {t("offers.least")}
    </span>
  );
}
