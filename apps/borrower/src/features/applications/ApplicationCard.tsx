import { dayOfInstant, formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Anchor, Day, LinkButton, Money, StatusTag } from "@daichao/ui/light";
import type { ApplicationCard_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { InstitutionMark } from "../../ui/InstitutionMark.tsx";
import styles from "./applications.module.css";
import { nextActionOf, whoActs } from "./next-action.ts";
import { StepsBar } from "./StepsBar.tsx";

graphql(`
  fragment ApplicationCard_application on Application {
    id
    number
    state
    step
    isOpen
    amount
    termCount
    quotedAnnualCost
    submittedAt
    updatedAt
    permittedActions
    institution {
      id
      shortName
      monogram
    }
    product {
      id
      name
    }
    offers {
      id
      state
      amount
      termCount
      quote {
        annualCost {
          primary
        }
      }
    }
    disclosure {
      id
      confirmedAt
    }
    loan {
      id
    }
  }
`);

/** What was agreed, once an offer is taken; until then what was asked for. */
export function termsOf({ offers, amount, termCount, quotedAnnualCost }: ApplicationCard_ApplicationFragment) {
  const taken = offers.find(({ state }) => state === "ACCEPTED");
  if (taken === undefined) return { amount, termCount, annualCost: quotedAnnualCost };
  return { amount: taken.amount, termCount: taken.termCount, annualCost: taken.quote.annualCost.primary };
}

/** One application on the board: whose, for what, how far, and what to do next. */
export function ApplicationCard({ application }: { application: ApplicationCard_ApplicationFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const { id, state, step, institution, product, loan } = application;
  const { amount, termCount, annualCost } = termsOf(application);
  const action = nextActionOf(application);
  const actor = whoActs(state);
  const href = action === "repay" && loan !== null ? `/loans/${loan.id}` : `/applications/${id}`;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <InstitutionMark monogram={institution.monogram} name={institution.shortName} note={application.number} />
        <StatusTag kind="application" status={state} audience="borrower" />
      </div>
      <div className={styles.cardWhat}>
        <h3 className={styles.cardName}>
          <Anchor href={`/applications/${id}`} className={styles.cardLink}>
            {product.name}
          </Anchor>
        </h3>
        <p className={styles.quiet}>
          <Money amount={amount} as="round" /> · {formatTerm(termCount, locale)} · {t("fact.annualCost")}{" "}
          {formatRate(annualCost)}
        </p>
      </div>
      <StepsBar state={state} step={step} />
      <div className={styles.cardFoot}>
        <p className={styles.quiet}>
          {application.isOpen ? t(`whoActs.${actor}`, { institution: institution.shortName }) : t("applications.ended")}{" "}
          <span className={styles.dot}>· </span>
          <span className={styles.unbroken}>
            {t("applications.on")} <Day on={dayOfInstant(application.submittedAt)} style="short" />
          </span>
        </p>
        <LinkButton href={href} size="small" variant={action === "watch" || action === "repay" ? "default" : "primary"}>
          {t(`nextAction.${action}`)}
        </LinkButton>
      </div>
    </li>
  );
}
