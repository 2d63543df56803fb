import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, Button, Day, Money, Tag } from "@daichao/ui/light";
import type { PrecheckResult_PrecheckFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import type { Need } from "../../lib/need.ts";
import { wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { MatchNote } from "./MatchNote.tsx";
import styles from "./recommendations.module.css";

graphql(`
  fragment PrecheckResult_precheck on Precheck {
    token
    amount
    termCount
    expiresOn
    isClaimed
    band
    matchCount
    productCount
    advice {
      amount
      termCount
      matchCount
    }
    items(first: 12) {
      product {
        id
        slug
        name
        institution {
          id
          shortName
        }
      }
      quote {
        amount
        termCount
        firstPayment
        totalCost
      }
      match {
        ...MatchNote_match @unmask
      }
    }
  }
`);

export interface PrecheckResultProps {
  precheck: PrecheckResult_PrecheckFragment;
  /** Asks again with a changed wish. */
  onNeed: (need: Need) => void;
  onAgain: () => void;
  isBusy: boolean;
}

/** What five answers come to: how many products suit, what to change for more, and each one with why or why not. */
export function PrecheckResult({ precheck, onNeed, onAgain, isBusy }: PrecheckResultProps) {
  const t = useT();
  const { locale } = useLocale();
  const { band, matchCount, productCount, advice, items } = precheck;
  return (
    <div className={styles.why} aria-busy={isBusy}>
      <p className={styles.statement}>
        {t("precheck.noMark")} {t("precheck.keptUntil")} <Day on={precheck.expiresOn} />
      </p>
      <div>
        <p className={styles.verdict} role="status">
          {t("precheck.found", { count: matchCount, all: productCount })}
        </p>
        <p className={styles.note}>
          <Money amount={precheck.amount} as="round" /> · {formatTerm(precheck.termCount, locale)}
          {band !== null && <Tag family="info">{t("precheck.band", { band: t(`odds.band.${band}`) })}</Tag>}
        </p>
      </div>
      {advice.length > 0 && (
        <div className={styles.advice}>
          <h3>{t("precheck.advice")}</h3>
          {advice.map(({ amount, termCount, matchCount: count }) => (
            <Button
              key={`${amount}/${termCount}`}
              disabled={isBusy}
              onClick={() => onNeed({ amount: wholeYuan(amount), term: termCount })}
            >
              {t("precheck.change", {
                amount: wholeYuan(amount).toLocaleString("en-US"),
                term: termCount,
                count,
              })}
            </Button>
          ))}
        </div>
      )}
      <ul className={styles.items}>
        {items.map(({ product, quote, match }) => (
          <li key={product.id} className={styles.item}>
            <Anchor href={`/products/${product.slug}?amount=${wholeYuan(quote.amount)}&term=${quote.termCount}`}>
              {product.name}
            </Anchor>
            <span className={styles.quiet}>
              {product.institution.shortName} · {t("fact.firstMonth")} <Money amount={quote.firstPayment} /> ·{" "}
              {t("fact.totalCost")} <Money amount={quote.totalCost} />
            </span>
            {(quote.amount !== precheck.amount || quote.termCount !== precheck.termCount) && (
              <span className={styles.quiet}>
                {t("product.adjusted", {
                  amount: wholeYuan(quote.amount).toLocaleString("en-US"),
                  term: quote.termCount,
                })}
              </span>
            )}
            <MatchNote match={match} />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t("precheck.noPromise")}</p>
      <Button onClick={onAgain}>{t("precheck.again")}</Button>
    </div>
  );
}
