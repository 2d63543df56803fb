import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { UserIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Anchor, Button, Instant, StatusTag, Tag, useToast } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { CaseHead_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/session.ts";
import { useKey } from "../../lib/shortcuts.tsx";
import { useT } from "../../lib/texts.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { DueTag } from "./DueTag.tsx";
import { PaceNote } from "./PaceNote.tsx";

graphql(`
  fragment CaseHead_application on Application {
    id
    number
    state
    version
    dueAt
    isClockPaused
    submittedAt
    assigneeName
    humanReviewAskedAt
    reopenedFrom {
      id
      number
      state
    }
    permittedActions
    forecast {
      step
      caseCount
      elapsedMinutes
      medianMinutes
      ninetiethMinutes
    }
    applicant {
      nameMasked
    }
  }
`);

const AssignApplicationDocument = graphql(`
  mutation AssignApplication($input: AssignApplicationInput!) {
    assignApplication(input: $input) {
      id
      version
      assigneeName
      state
      permittedActions
    }
  }
`);

/** Who applies, where it stands, whose hands it is in. */
export function CaseHead({ application, actions }: { application: CaseHead_ApplicationFragment; actions?: ReactNode }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const { viewer } = useSession();
  const [assign, { loading }] = useMutation(AssignApplicationDocument);
  const { id, version, assigneeName, applicant, number } = application;
  const isMine = assigneeName !== null && assigneeName === viewer?.displayName;
  const mayAssign = application.permittedActions.includes("ASSIGN");
  const take = (toMe: boolean) =>
    void assign({ variables: { input: { applicationId: id, toMe, version } } }).then(
      () => toast({ message: t(toMe ? "case.assigned" : "case.released"), family: "success" }),
      (error: unknown) => toast({ message: sentence(toFailure(error)), family: "error", seconds: 8 }),
    );
  useKey("e", () => take(true), mayAssign && !isMine && !loading);
  return (
    <PageHead
      title={applicant?.nameMasked ?? number}
      lead={
        <>
          <span>{number}</span>
          <StatusTag kind="application" status={application.state} />
          <DueTag dueAt={application.dueAt} isPaused={application.isClockPaused} />
          <span>
            {t("case.submitted")} <Instant at={application.submittedAt} />
          </span>
          {application.forecast != null && <PaceNote forecast={application.forecast} />}
          {application.humanReviewAskedAt !== null && (
            <Tag family="warning" icon={UserIcon}>
              {t("case.humanReview")}
            </Tag>
          )}
          {application.reopenedFrom !== null && (
            <span>
              {t("case.reopenedFrom")}{" "}
              <Anchor href={`/cases/${application.reopenedFrom.id}?view=all`}>{application.reopenedFrom.number}</Anchor>
            </span>
          )}
          <span>
            {t("case.assignee")} {assigneeName ?? t("case.unassigned")}
          </span>
        </>
      }
      actions={
        <>
          {mayAssign && !isMine && (
            <Button size="small" loading={loading} onClick={() => take(true)}>
              {t("case.assign")} <KeyHint>E</KeyHint>
            </Button>
          )}
          {mayAssign && isMine && (
            <Button size="small" variant="quiet" loading={loading} onClick={() => take(false)}>
              {t("case.release")}
            </Button>
          )}
          {actions}
        </>
      }
    />
  );
}
