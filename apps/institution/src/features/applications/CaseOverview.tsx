import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Money, Tag } from "@daichao/ui/light";
import type { CaseOverview_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";

graphql(`
  fragment CaseOverview_application on Application {
    id
    amount
    termCount
    method
    purpose
    quotedAnnualCost
    productVersionNumber
    product {
      versionId
      name
      rateMax
    }
    applicant {
      nameMasked
      phoneMasked
      identityNumberMasked
      isIdentityVerified
      age
      sex
      province
      city
      employment
      employer
      employedMonths
      monthlyIncome
      monthlyDebtPayment
      education
      housing
      otherOpenApplicationCount
    }
  }
`);

/** What was asked for. */
export function RequestedTerms({ application }: { application: CaseOverview_ApplicationFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const { product } = application;
  const items = [
    { key: "amount", label: t("terms.amount"), value: <Money amount={application.amount} size="section" /> },
    { key: "term", label: t("terms.term"), value: formatTerm(application.termCount, locale) },
    { key: "method", label: t("terms.method"), value: t.find(`repaymentMethod.${application.method}`) },
    { key: "purpose", label: t("terms.purpose"), value: t(`purpose.${application.purpose}`) },
    {
      key: "product",
      label: t("terms.product"),
      value: `${product.name} · ${t("terms.productVersion", { number: application.productVersionNumber })}`,
    },
    { key: "rate", label: t("terms.rate"), value: formatRate(product.rateMax) },
    { key: "cost", label: t("terms.quoted"), value: formatRate(application.quotedAnnualCost) },
  ];
  return (
    <Section title={t("case.requested")}>
      <DescriptionsGrid columnWidth={140} items={items} />
    </Section>
  );
}

function useApplicantFacts(applicant: NonNullable<CaseOverview_ApplicationFragment["applicant"]>) {
  const t = useT();
  const { employment, education, housing } = applicant;
  const word = (key: string) => t.find(key);
  return [
    { key: "name", label: t("applicant.name"), value: applicant.nameMasked },
    {
      key: "identity",
      label: t("applicant.identity"),
      value: (
        <>
          {applicant.identityNumberMasked}{" "}
          <Tag family={applicant.isIdentityVerified ? "success" : "warning"}>
            {t(applicant.isIdentityVerified ? "applicant.verified" : "applicant.unverified")}
          </Tag>
        </>
      ),
    },
    { key: "phone", label: t("applicant.phone"), value: applicant.phoneMasked },
    { key: "age", label: t("applicant.age"), value: t("applicant.ageOf", { age: applicant.age }) },
    {
      key: "sex",
      label: `${t("applicant.sex")} · ${t("applicant.sexNote")}`,
      value: word(`sex.${applicant.sex}`) ?? applicant.sex,
    },
    {
      key: "residence",
      label: t("applicant.residence"),
      value: [applicant.province, applicant.city].filter(Boolean).join(" ") || null,
    },
    { key: "income", label: t("applicant.income"), value: moneyOrNothing(applicant.monthlyIncome) },
    { key: "debt", label: t("applicant.debt"), value: moneyOrNothing(applicant.monthlyDebtPayment) },
    { key: "employment", label: t("applicant.employment"), value: employment && t(`employment.${employment}`) },
    { key: "employer", label: t("applicant.employer"), value: applicant.employer },
    {
      key: "employed",
      label: t("applicant.employed"),
      value: applicant.employedMonths === null ? null : t("applicant.months", { count: applicant.employedMonths }),
    },
    { key: "education", label: t("applicant.education"), value: education && t(`education.${education}`) },
    { key: "housing", label: t("applicant.housing"), value: housing && t(`housing.${housing}`) },
    {
      key: "others",
      label: t("applicant.others"),
      value: t("applicant.othersOf", { count: applicant.otherOpenApplicationCount }),
    },
  ];
}

const moneyOrNothing = (amount: string | null) => (amount === null ? null : <Money amount={amount} />);

/** Who asks, masked; every gap is seen as a gap. */
export function ApplicantFacts({ application }: { application: CaseOverview_ApplicationFragment }) {
  return application.applicant === null ? null : <Facts applicant={application.applicant} />;
}

function Facts({ applicant }: { applicant: NonNullable<CaseOverview_ApplicationFragment["applicant"]> }) {
  const t = useT();
  return (
    <Section title={t("case.applicant")} note={t("case.masked")}>
      <DescriptionsGrid columnWidth={140} items={useApplicantFacts(applicant)} />
    </Section>
  );
}
