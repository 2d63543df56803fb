import { DescriptionsGrid, MoneyRange } from "@daichao/ui/antd";
import { formatRateRange } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { VersionTerms_VersionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { termsWords, useFieldWords } from "../../ui/use-field-words.tsx";

graphql(`
  fragment VersionTerms_version on ProductVersion {
    id
    number
    name
    tagline
    category
    amountMin
    amountMax
    rateMin
    rateMax
    termOptions
    repaymentMethods
    dayCount
    dueShift
    disbursementHours
    coolingOffDays
    requiredDocuments
    eligibility {
      minAge
      maxAge
      minMonthlyIncome
      minEmploymentMonths
      employments
      provinces
      lines
    }
    fees {
      code
      name
      timing
      basis
      amount
      rate
      payment
      payee
      payeeName
    }
  }
`);

/** The terms of one version, whole. */
export function VersionTerms({ version }: { version: VersionTerms_VersionFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const words = useFieldWords();
  const value = (field: string, content: unknown) =>
    words.valueOf(field, typeof content === "object" ? JSON.stringify(content) : String(content));
  const fees = version.fees.map(({ __typename: _, ...fee }) => fee);
  const list = locale === "zh-CN" ? "、" : ", ";
  const items = [
    { key: "rate", label: t("field.rate"), value: formatRateRange(version.rateMin, version.rateMax) },
    {
      key: "amount",
      label: t("field.amount"),
      value: <MoneyRange least={version.amountMin} most={version.amountMax} />,
    },
    {
      key: "terms",
      label: t("field.termOptions"),
      value: termsWords(version.termOptions, locale),
    },
    { key: "methods", label: t("field.repaymentMethods"), value: value("repaymentMethods", version.repaymentMethods) },
    { key: "category", label: t("field.category"), value: value("category", version.category) },
    { key: "speed", label: t("field.disbursementHours"), value: value("disbursementHours", version.disbursementHours) },
    { key: "cooling", label: t("field.coolingOffDays"), value: value("coolingOffDays", version.coolingOffDays) },
    { key: "dayCount", label: t("field.dayCount"), value: value("dayCount", version.dayCount) },
    { key: "dueShift", label: t("field.dueShift"), value: value("dueShift", version.dueShift) },
    {
      key: "documents",
      label: t("field.requiredDocuments"),
      value: value("requiredDocuments", version.requiredDocuments),
    },
    {
      key: "eligibility",
      label: t("field.eligibility"),
      value: version.eligibility.lines.join(list) || "—",
      wide: true,
    },
    {
      key: "fees",
      label: t("field.fees"),
      value: fees.length === 0 ? t("listing.noFees") : value("fees", fees),
      wide: true,
    },
    { key: "tagline", label: t("field.tagline"), value: version.tagline, wide: true },
  ];
  return <DescriptionsGrid items={items} />;
}
