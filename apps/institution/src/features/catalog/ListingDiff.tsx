import type { DiffLine } from "@daichao/ui/antd";
import { DiffView } from "@daichao/ui/antd";
import { formatMoney, formatRate } from "@daichao/ui/format";
import { EmptyState } from "@daichao/ui/light";
import type { TermsForm_VersionFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Notice } from "../../ui/Notice.tsx";

type Version = TermsForm_VersionFragment;

const names = [
  "name",
  "tagline",
  "category",
  "amountMin",
  "amountMax",
  "rateMin",
  "rateMax",
  "termOptions",
  "repaymentMethods",
  "dayCount",
  "dueShift",
  "fees",
  "eligibility",
  "requiredDocuments",
  "disbursementHours",
  "coolingOffDays",
] as const;

/** The value of each parameter as one line of text, so that equal values are equal lines. */
function useTold() {
  const t = useT();
  const list = (words: readonly string[]) => (words.length === 0 ? t("value.none") : words.join(t("list.comma")));
  const feeOf = (fee: Version["fees"][number]) =>
    [
      fee.name,
      t(`feeTiming.${fee.timing}`),
      t(`feeBasis.${fee.basis}`),
      fee.amount !== null ? formatMoney(fee.amount) : fee.rate !== null ? formatRate(fee.rate) : "",
      t(`feePayment.${fee.payment}`),
      fee.payeeName,
    ].join(" ");
  const eligibilityOf = ({ minAge, maxAge, ...rest }: Version["eligibility"]) =>
    [
      `${t("applicant.age")} ${minAge}–${maxAge}`,
      rest.minMonthlyIncome === null ? null : `${t("form.minMonthlyIncome")} ${formatMoney(rest.minMonthlyIncome)}`,
      rest.minEmploymentMonths === null ? null : `${t("form.minEmploymentMonths")} ${rest.minEmploymentMonths}`,
      `${t("form.employments")} ${list(rest.employments.map((value) => t(`employment.${value}`)))}`,
      `${t("form.provinces")} ${list(rest.provinceNames)}`,
    ]
      .filter((part) => part !== null)
      .join(t("list.semicolon"));
  return (version: Version): Readonly<Record<(typeof names)[number], string>> => ({
    name: version.name,
    tagline: version.tagline,
    category: t(`category.${version.category}`),
    amountMin: formatMoney(version.amountMin),
    amountMax: formatMoney(version.amountMax),
    rateMin: formatRate(version.rateMin),
    rateMax: formatRate(version.rateMax),
    termOptions: version.termOptions.join(t("list.comma")),
    repaymentMethods: list(version.repaymentMethods.map((value) => t.find(`repaymentMethod.${value}`) ?? value)),
    dayCount: t(`dayCount.${version.dayCount}`),
    dueShift: t(`dueShift.${version.dueShift}`),
    fees: version.fees.length === 0 ? t("fee.none") : version.fees.map(feeOf).join(t("list.semicolon")),
    eligibility: eligibilityOf(version.eligibility),
    requiredDocuments: list(version.requiredDocuments.map((value) => t(`document.${value}`))),
    disbursementHours: String(version.disbursementHours),
    coolingOffDays: String(version.coolingOffDays),
  });
}

/** The draft beside what borrowers see now. */
export function ListingDiff({ current, draft }: { current: Version | null; draft: Version | null }) {
  const t = useT();
  const told = useTold();
  if (draft === null) return <EmptyState title={t("product.noDraft")} reason={t("product.noDraftReason")} />;
  const [before, after] = [current === null ? null : told(current), told(draft)];
  const lines: readonly DiffLine[] = names.map((name) => ({
    key: name,
    label: t(`form.${name}`),
    before: before === null ? null : before[name],
    after: after[name],
  }));
  return (
    <>
      {current === null && <Notice family="info" title={t("product.noCurrent")} />}
      <DiffView label={t("product.tab.diff")} lines={lines} whole />
    </>
  );
}
