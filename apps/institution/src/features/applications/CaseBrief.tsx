import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { ErrorState, Money, Skeleton, StatusTag } from "@daichao/ui/light";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";

const CaseBriefDocument = graphql(`
  query CaseBrief($id: ID!) {
    application(id: $id) {
      id
      number
      amount
      termCount
      method
      quotedAnnualCost
      applicant {
        nameMasked
        monthlyIncome
      }
      product {
        versionId
        name
        rateMax
      }
      assessment {
        id
        outcome
        score
      }
    }
  }
`);

/** What the second person needs of the case at a glance; the whole of it is one press away. */
export function CaseBrief({ applicationId }: { applicationId: string }) {
  const t = useT();
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery(CaseBriefDocument, { variables: { id: applicationId } });
  if (data === undefined)
    return error === undefined ? (
      <Skeleton height={120} silent />
    ) : (
      <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
    );
  const application = data.application;
  if (application === null) return <p>{t("case.gone")}</p>;
  const { applicant, product, assessment } = application;
  const income = applicant?.monthlyIncome ?? null;
  const items = [
    { key: "who", label: t("applicant.name"), value: applicant?.nameMasked },
    { key: "product", label: t("terms.product"), value: product.name },
    { key: "amount", label: t("terms.amount"), value: <Money amount={application.amount} size="section" /> },
    { key: "term", label: t("terms.term"), value: formatTerm(application.termCount, locale) },
    { key: "method", label: t("terms.method"), value: t.find(`repaymentMethod.${application.method}`) },
    { key: "rate", label: t("terms.rate"), value: formatRate(product.rateMax) },
    { key: "cost", label: t("terms.quoted"), value: formatRate(application.quotedAnnualCost) },
    { key: "income", label: t("applicant.income"), value: income === null ? null : <Money amount={income} /> },
    {
      key: "model",
      label: t("decide.model"),
      value: assessment === null ? null : <StatusTag kind="rule" status={assessment.outcome} />,
    },
    { key: "score", label: t("rules.score"), value: assessment?.score },
  ];
  return (
    <Section title={t("case.requested")} level={3}>
      <DescriptionsGrid columnWidth={150} items={items} />
    </Section>
  );
}
