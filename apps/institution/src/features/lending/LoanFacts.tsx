import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Day, Money } from "@daichao/ui/light";
import type { LoanFacts_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Figure, Figures } from "../../ui/Figure.tsx";
import { Section } from "../../ui/Section.tsx";

graphql(`
  fragment LoanFacts_loan on Loan {
    id
    principal
    outstandingPrincipal
    totalPaid
    annualRate
    termCount
    method
    startOn
    maturesOn
    daysPastDue
    planHash
    borrowerNameMasked
    product {
      versionId
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

/** What the loan is, what is left of it and what is due next. */
export function LoanFacts({ loan }: { loan: LoanFacts_LoanFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const next = loan.nextInstalment;
  const items = [
    { key: "borrower", label: t("loans.borrower"), value: loan.borrowerNameMasked },
    { key: "product", label: t("loans.product"), value: loan.product.name },
    { key: "principal", label: t("loans.principal"), value: <Money amount={loan.principal} /> },
    { key: "rate", label: t("loans.rate"), value: formatRate(loan.annualRate) },
    { key: "term", label: t("terms.term"), value: formatTerm(loan.termCount, locale) },
    { key: "method", label: t("terms.method"), value: t.find(`repaymentMethod.${loan.method}`) },
    { key: "start", label: t("loans.start"), value: <Day on={loan.startOn} /> },
    { key: "matures", label: t("loans.matures"), value: <Day on={loan.maturesOn} /> },
    { key: "plan", label: t("loan.plan"), value: loan.planHash, wide: true },
  ];
  return (
    <Section title={t("loan.facts")} isPaper>
      <Figures>
        <Figure label={t("loans.outstanding")}>
          <Money amount={loan.outstandingPrincipal} />
        </Figure>
        <Figure label={t("loans.next")} note={next === null ? undefined : <Day on={next.dueOn} />}>
          {next === null ? "—" : <Money amount={next.remaining} />}
        </Figure>
        <Figure label={t("loans.paid")}>
          <Money amount={loan.totalPaid} />
        </Figure>
        <Figure label={t("loans.late")}>{t("credit.days", { count: loan.daysPastDue })}</Figure>
      </Figures>
      <DescriptionsGrid columnWidth={160} items={items} />
    </Section>
  );
}
