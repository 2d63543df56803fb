import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, Day, Money, StatusTag } from "@daichao/ui/light";
import type { LoanCard_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import styles from "./loans.module.css";

graphql(`
  fragment LoanCard_loan on Loan {
    id
    number
    state
    principal
    outstandingPrincipal
    daysPastDue
    termCount
    institution {
      id
      shortName
      monogram
    }
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
  }
`);

/** One loan in the list: what is left, and what comes next. */
export function LoanCard({ loan }: { loan: LoanCard_LoanFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const { institution, nextInstalment: next } = loan;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <InstitutionMark monogram={institution.monogram} name={institution.shortName} note={loan.number} />
        <StatusTag kind="loan" status={loan.state} lateness={{ daysPastDue: loan.daysPastDue }} />
      </div>
      <h3 className={styles.cardName}>
        <Anchor href={`/loans/${loan.id}`} className={styles.cardLink}>
          {loan.product.name}
        </Anchor>
      </h3>
      <dl className={styles.cardFacts}>
        <Fact label={t("loan.outstanding")} strong>
          <Money amount={loan.outstandingPrincipal} />
        </Fact>
        <Fact label={t("loan.principal")}>
          <Money amount={loan.principal} as="round" /> · {formatTerm(loan.termCount, locale)}
        </Fact>
        {next !== null && (
          <Fact label={t("instalment.next")}>
            <Money amount={next.remaining} /> · <Day on={next.dueOn} style="short" />
          </Fact>
        )}
      </dl>
    </li>
  );
}
