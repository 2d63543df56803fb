import { Day, LinkButton, Money, StatusTag } from "@daichao/ui/light";
import type { NextInstalment_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./NextInstalment.module.css";

graphql(`
  fragment NextInstalment_loan on Loan {
    id
    number
    state
    daysPastDue
    product {
      id
      name
    }
    nextInstalment {
      id
      number
      dueOn
      remaining
    }
    termCount
  }
`);

/** The payment that is due first: how much, when, and the way to pay it. */
export function NextInstalment({ loan }: { loan: NextInstalment_LoanFragment }) {
  const t = useT();
  const next = loan.nextInstalment;
  if (next === null) return null;
  return (
    <section className={styles.card} aria-label={t("instalment.next")}>
      <div className={styles.words}>
        <p className={styles.quiet}>
          {t("instalment.next")} · {loan.product.name} ·{" "}
          {t("instalment.of", { number: next.number, count: loan.termCount })}
        </p>
        <p className={styles.figure}>
          <Money amount={next.remaining} size="figure" />
        </p>
        <p className={styles.quiet}>
          {t("instalment.dueOn")} <Day on={next.dueOn} />{" "}
          {loan.daysPastDue > 0 && (
            <StatusTag kind="loan" status={loan.state} lateness={{ daysPastDue: loan.daysPastDue }} />
          )}
        </p>
      </div>
      <LinkButton href={`/loans/${loan.id}?pay=1`} variant="primary" className={styles.pay}>
        {t("instalment.pay")}
      </LinkButton>
    </section>
  );
}
