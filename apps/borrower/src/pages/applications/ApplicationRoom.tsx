import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { EmptyState, ErrorState, LinkButton } from "@daichao/ui/light";
import { useParams } from "react-router";
import { ApplicationAsked, ApplicationHead } from "../../features/applications/ApplicationHead.tsx";
import { ApplicationHistory } from "../../features/applications/ApplicationHistory.tsx";
import { DocumentRequests } from "../../features/applications/DocumentRequests.tsx";
import { nextActionOf } from "../../features/applications/next-action.ts";
import { RefusalReasons } from "../../features/applications/RefusalReasons.tsx";
import { ReopenApplication } from "../../features/applications/ReopenApplication.tsx";
import { WithdrawApplication } from "../../features/applications/WithdrawApplication.tsx";
import { BindCard } from "../../features/borrowers/BankCards.tsx";
import { useUploads } from "../../features/borrowers/upload-transport.ts";
import { Payout } from "../../features/lending/Payout.tsx";
import { ReadSheet } from "../../features/lending/ReadSheet.tsx";
import { SignContract } from "../../features/lending/SignContract.tsx";
import { SignedContract } from "../../features/lending/SignedContract.tsx";
import { Offers } from "../../features/underwriting/Offers.tsx";
import type { ApplicationPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { browserNow } from "../../lib/lending/clock.ts";
import { sendOrGoOn } from "../../lib/lending/send-document.ts";
import { useServerOffset } from "../../lib/lending/use-server-clock.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import styles from "./applications-page.module.css";

graphql(`
  fragment ApplicationRoom_application on Application {
    id
    number
    state
    permittedActions
    disclosure {
      id
      confirmedAt
    }
    loan {
      id
    }
    contract {
      id
      ...SignedContract_contract @unmask
    }
    ...ApplicationHead_application @unmask
    ...ApplicationHistory_application @unmask
    ...DocumentRequests_application @unmask
    ...RefusalReasons_application @unmask
    ...ReopenApplication_application @unmask
    ...WithdrawApplication_application @unmask
    ...Offers_application @unmask
    ...ReadSheet_application @unmask
    ...SignContract_application @unmask
    ...Payout_application @unmask
  }
`);

const ApplicationPageDocument = graphql(`
  query ApplicationPage($id: ID!) {
    application(id: $id) {
      id
      ...ApplicationRoom_application @unmask
    }
    businessClock {
      now
      realNow
    }
    viewer {
      id
      borrower {
        id
        documents {
          id
          kind
          state
          fileName
          sizeBytes
        }
        ...SignContract_borrower @unmask
      }
    }
  }
`);

const ApplicationChangedDocument = graphql(`
  subscription ApplicationChanged($applicationId: ID!) {
    applicationStatusChanged(applicationId: $applicationId) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

type Application = NonNullable<ApplicationPageQuery["application"]>;

/** From the submission to the money: everything about one application, live, in the order in which it comes. */
export function ApplicationRoom() {
  const t = useT();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(ApplicationPageDocument, { variables: { id } });
  useSubscription(ApplicationChangedDocument, { variables: { applicationId: id } });
  const uploads = useUploads();
  const clock = data?.businessClock;
  const realOffset = useServerOffset(clock?.realNow);
  const businessOffset = useServerOffset(clock?.now);
  const application = data?.application;
  usePageTitle(application?.number ?? t("applications.title"));
  if (application === null || (error !== undefined && toFailure(error).kind === "not_found")) return <Missing />;
  if (application === undefined) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  const borrower = data?.viewer?.borrower;
  const now = browserNow() + businessOffset;
  const reload = () => void refetch();
  const vault = borrower?.documents ?? [];
  const isOffered = application.offers.some((offer) => offer.state === "OPEN");
  const offers = <Offers application={application} now={now} onReload={reload} />;
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <ApplicationHead application={application} action={<NextStep application={application} />} />
          <RefusalReasons application={application} onReload={reload} />
          <DocumentRequests application={application} vault={vault} now={now} send={sendOrGoOn(uploads, vault)} />
          {isOffered && offers}
          <Payout application={application} />
          {borrower && (
            <SignContract
              application={application}
              borrower={borrower}
              bindCard={(onBound) => <BindCard onBound={onBound} />}
              onReload={reload}
            />
          )}
          <ReadSheet application={application} offset={realOffset} onChanged={() => refetch()} />
          {application.contract !== null && <SignedContract contract={application.contract} />}
          {!isOffered && offers}
          <ApplicationAsked application={application} />
        </div>
        <div className={styles.aside}>
          <ApplicationHistory application={application} now={now} />
          {application.state !== "REJECTED" && <ReopenApplication application={application} />}
          <WithdrawApplication application={application} onReload={reload} />
        </div>
      </div>
    </div>
  );
}

const placeOf = { supply: "#documents", offer: "#offer", sheet: "#sheet", sign: "#sign" } as const;

function NextStep({ application }: { application: Application }) {
  const t = useT();
  const action = nextActionOf(application);
  if (action === "watch") return null;
  const { loan } = application;
  if (action === "repay") {
    return loan === null ? null : <LinkButton href={`/loans/${loan.id}`}>{t("nextAction.repay")}</LinkButton>;
  }
  const go = () => {
    const place = document.querySelector(placeOf[action]);
    place?.scrollIntoView({ behavior: "smooth", block: "start" });
  };
  return (
    <LinkButton
      variant="primary"
      href={placeOf[action]}
      onClick={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {t(`nextAction.${action}`)}
    </LinkButton>
  );
}

function Missing() {
  const t = useT();
  return (
    <EmptyState
      isPage
      title={t("application.missing")}
      reason={t("missing.reason")}
      action={<LinkButton href="/applications">{t("applications.title")}</LinkButton>}
    />
  );
}
