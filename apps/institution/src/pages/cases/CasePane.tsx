import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { LeftIcon } from "@daichao/ui";
import { EmptyState, ErrorState, LinkButton, Skeleton } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { CaseHead } from "../../features/applications/CaseHead.tsx";
import { RequestDocumentDialog } from "../../features/applications/RequestDocumentDialog.tsx";
import { PayoutPanel } from "../../features/lending/PayoutPanel.tsx";
import { DecisionPanel } from "../../features/underwriting/DecisionPanel.tsx";
import { modes } from "../../features/underwriting/decision-draft.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useUrlParams } from "../../lib/url-params.ts";
import { PageTitle } from "../../ui/PageTitle.tsx";
import styles from "./CasesPage.module.css";
import { CaseTabs } from "./CaseTabs.tsx";

export const CasePageDocument = graphql(`
  query CasePage($id: ID!) {
    application(id: $id) {
      id
      version
      amount
      termCount
      method
      product {
        versionId
        rateMax
      }
      applicant {
        monthlyIncome
      }
      ...CaseHead_application @unmask
      ...CaseOverview_application @unmask
      ...CaseDocuments_application @unmask
      ...CaseTimeline_application @unmask
      ...DecisionPanel_application @unmask
      ...PayoutPanel_application @unmask
      offers {
        ...OfferList_offer @unmask
      }
      assessment {
        ...AssessmentPanel_assessment @unmask
      }
      creditReport {
        ...CreditReportPanel_report @unmask
      }
      contract {
        ...ContractPanel_contract @unmask
      }
    }
  }
`);

export interface CasePaneProps {
  id: string;
  /** On to the next case of the queue. */
  onNext: () => void;
  /** Address of the queue alone, for narrow windows. */
  toQueue: string;
  tools: ReactNode;
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Skeleton width={240} height={28} />
      <Skeleton silent height={36} />
      <Skeleton silent height={220} />
      <Skeleton silent height={180} />
    </div>
  );
}

/** One case with its decision beside it. */
export function CasePane({ id, onNext, toQueue, tools }: CasePaneProps) {
  const t = useT();
  const [params, change] = useUrlParams();
  const { data, error, refetch } = useQuery(CasePageDocument, { variables: { id } });
  const failure = error === undefined ? null : toFailure(error);
  // Out of sight is off the screen at once: the borrower may have taken their consent back while the case was open.
  const application = failure?.kind === "not_found" ? null : data?.application;
  const act = params.get("act");
  const mode = modes.find((one) => one === act) ?? null;
  if (application === undefined)
    return failure === null ? <Waiting /> : <ErrorState failure={failure} onRetry={() => void refetch()} />;
  if (application === null)
    return (
      <EmptyState
        title={<PageTitle>{t("case.gone")}</PageTitle>}
        reason={t("case.goneReason")}
        action={<LinkButton href={toQueue}>{t("cases.back")}</LinkButton>}
      />
    );
  return (
    <div className={styles.pane}>
      <div className={styles.middle}>
        <div className={styles.head}>
          <LinkButton href={toQueue} size="small" icon={LeftIcon} className={styles.back}>
            {t("cases.back")}
          </LinkButton>
          {tools}
          <div className={styles.headWords}>
            <CaseHead application={application} />
          </div>
        </div>
        <CaseTabs application={application} onRequest={() => change({ act: "request" })} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <aside className={styles.decision} aria-label={t("decide.title")} tabIndex={0}>
        <DecisionPanel
          application={application}
          mode={mode}
          onMode={(next) => change({ act: next })}
          onRequest={() => change({ act: "request" })}
          onDecided={onNext}
          onReload={() => refetch()}
        >
          {application.disbursement === null ? undefined : <PayoutPanel application={application} />}
        </DecisionPanel>
      </aside>
      <RequestDocumentDialog
        applicationId={application.id}
        version={application.version}
        open={act === "request"}
        onClose={() => change({ act: null })}
      />
    </div>
  );
}
