import { Can } from "@daichao/client";
import { CaseDocuments } from "../../features/applications/CaseDocuments.tsx";
import { ApplicantFacts, RequestedTerms } from "../../features/applications/CaseOverview.tsx";
import { CaseTimeline } from "../../features/applications/CaseTimeline.tsx";
import { RevealPanel } from "../../features/applications/RevealPanel.tsx";
import { CreditReportPanel } from "../../features/credit/CreditReportPanel.tsx";
import { ContractPanel } from "../../features/lending/ContractPanel.tsx";
import { AssessmentPanel } from "../../features/underwriting/AssessmentPanel.tsx";
import { OfferList } from "../../features/underwriting/OfferList.tsx";
import { RequestedQuote } from "../../features/underwriting/RequestedQuote.tsx";
import type { CasePageQuery } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { useUrlParams } from "../../lib/url-params.ts";
import { Tabs } from "../../ui/Tabs.tsx";

const tabs = ["overview", "documents", "credit", "rules", "history"] as const;

export type Case = NonNullable<CasePageQuery["application"]>;

/** What is known of the case, one view at a time; the view stands in the address. */
export function CaseTabs({ application, onRequest }: { application: Case; onRequest: () => void }) {
  const t = useT();
  const [params, change] = useUrlParams();
  const active = tabs.find((tab) => tab === params.get("tab")) ?? "overview";
  const counts = { documents: application.documents.length };
  return (
    <Tabs
      label={t("case.tabs")}
      isFramed
      active={active}
      onChange={(tab) => change({ tab: tab === "overview" ? null : tab, doc: null })}
      items={tabs.map((key) => ({
        key,
        label: t(`case.tab.${key}`),
        count: key === "documents" ? counts.documents : undefined,
      }))}
    >
      {active === "overview" && <Overview application={application} />}
      {active === "documents" && (
        <CaseDocuments
          application={application}
          openId={params.get("doc")}
          onOpen={(doc) => change({ doc })}
          onRequest={onRequest}
        />
      )}
      {active === "credit" && (
        <CreditReportPanel
          report={application.creditReport}
          monthlyIncome={application.applicant?.monthlyIncome ?? null}
        />
      )}
      {active === "rules" && <AssessmentPanel assessment={application.assessment} />}
      {active === "history" && <CaseTimeline application={application} />}
    </Tabs>
  );
}

function Overview({ application }: { application: Case }) {
  const { id, amount, termCount, method, product } = application;
  return (
    <>
      <RequestedTerms application={application} />
      <RequestedQuote applicationId={id} asked={{ amount, termCount, method, rate: product.rateMax }} />
      <OfferList offers={application.offers} />
      <ApplicantFacts application={application} />
      <Can permission="personal-data:reveal">
        <RevealPanel applicationId={id} />
      </Can>
      <ContractPanel contract={application.contract} />
    </>
  );
}
