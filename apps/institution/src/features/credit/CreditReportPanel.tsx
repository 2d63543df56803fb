import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatRate } from "@daichao/ui/format";
import { EmptyState, Instant, Money } from "@daichao/ui/light";
import type { CreditReportPanel_ReportFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { shareOf } from "../../lib/wire-figures.ts";
import { Figure, Figures } from "../../ui/Figure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";

graphql(`
  fragment CreditReportPanel_report on CreditReport {
    id
    score
    historyMonths
    openLoanCount
    totalOutstanding
    monthlyObligation
    hardQueries90Days
    worstDaysPastDue12Months
    provider
    fetchedAt
    isStale
  }
`);

export interface CreditReportPanelProps {
  report: CreditReportPanel_ReportFragment | null;
  /** As stated by the applicant, yuan over the wire. */
  monthlyIncome: string | null;
}

/** The bureau's report the application was assessed on. */
export function CreditReportPanel({ report, monthlyIncome }: CreditReportPanelProps) {
  const t = useT();
  if (report === null) return <EmptyState title={t("credit.none")} reason={t("credit.noneReason")} />;
  const load = monthlyIncome === null ? null : shareOf(report.monthlyObligation, monthlyIncome);
  const items = [
    { key: "history", label: t("credit.history"), value: t("applicant.months", { count: report.historyMonths }) },
    { key: "open", label: t("credit.open"), value: t("credit.count", { count: report.openLoanCount }) },
    { key: "outstanding", label: t("credit.outstanding"), value: <Money amount={report.totalOutstanding} /> },
    { key: "queries", label: t("credit.queries"), value: t("credit.times", { count: report.hardQueries90Days }) },
    { key: "worst", label: t("credit.worst"), value: t("credit.days", { count: report.worstDaysPastDue12Months }) },
    { key: "provider", label: t("credit.provider"), value: report.provider },
    { key: "fetched", label: t("credit.fetched"), value: <Instant at={report.fetchedAt} /> },
  ];
  return (
    <Section title={t("case.tab.credit")}>
      {report.isStale && <Notice family="warning" title={t("credit.stale")} />}
      <Figures>
        <Figure label={t("credit.score")}>{report.score}</Figure>
        <Figure label={t("credit.obligation")}>
          <Money amount={report.monthlyObligation} />
        </Figure>
        <Figure label={t("credit.load")} note={t("credit.loadNote")}>
          {load === null ? t("figure.none") : formatRate(load)}
        </Figure>
      </Figures>
      <DescriptionsGrid columnWidth={160} items={items} />
    </Section>
  );
}
