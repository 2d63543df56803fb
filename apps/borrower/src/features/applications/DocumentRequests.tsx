import { useMutationWithKey } from "@daichao/client";
import { CheckIcon } from "@daichao/ui";
import { FileUploader } from "@daichao/ui/antd";
import { formatTimeLeft } from "@daichao/ui/format";
import { useFailureText, useLocale } from "@daichao/ui/i18n";
import { Button, Instant, Select, Tag, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { DocumentKind, DocumentRequests_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useRefusalWords } from "../../lib/refusal-words.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications.module.css";
import type { SendDocument, UploadOutcome } from "./DocumentsStep.tsx";

graphql(`
  fragment DocumentRequests_application on Application {
    id
    permittedActions
    documentRequests {
      id
      kind
      reason
      requestedAt
      dueAt
      isOpen
      answeredAt
      document {
        id
        fileName
      }
    }
  }
`);

const AnswerDocumentRequestDocument = graphql(`
  mutation AnswerDocumentRequest($input: AnswerDocumentRequestInput!) {
    answerDocumentRequest(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

type DocumentRequest = DocumentRequests_ApplicationFragment["documentRequests"][number];

/** A paper of the borrower's vault that could answer a request. */
export interface VaultDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly state: string;
}

export interface DocumentRequestsProps {
  application: DocumentRequests_ApplicationFragment;
  vault: readonly VaultDocument[];
  /** Business time in milliseconds: requests run out by the business clock. */
  now: number;
  send: (...request: Parameters<SendDocument>) => Promise<UploadOutcome & { readonly id: string }>;
}

/** What the institution still wants to see, why and until when; answered in place. */
export function DocumentRequests({ application, vault, now, send }: DocumentRequestsProps) {
  const t = useT();
  const { locale } = useLocale();
  const { documentRequests, permittedActions } = application;
  if (documentRequests.length === 0) return null;
  const canAnswer = permittedActions.includes("SUPPLY_DOCUMENT");
  return (
    <Section id="documents" title={t("requests.title")} hint={canAnswer ? t("requests.hint") : undefined}>
      <ul className={styles.requests}>
        {documentRequests.map((request) => (
          <li key={request.id} className={styles.request}>
            <div className={styles.requestHead}>
              <span className={styles.name}>{t(`documentKind.${request.kind}`)}</span>
              {request.isOpen ? (
                <Tag family="warning">{t("requests.open")}</Tag>
              ) : (
                <Tag family={request.document === null ? "neutral" : "success"} icon={CheckIcon}>
                  {t(request.document === null ? "requests.closed" : "requests.answered")}
                </Tag>
              )}
            </div>
            <p>{request.reason}</p>
            <p className={styles.quiet}>
              {request.isOpen ? (
                <>
                  {t("requests.dueAt")} <Instant at={request.dueAt} />
                  {t("list.comma")}
                  {t("requests.left", { time: formatTimeLeft(request.dueAt, now, locale) })}
                </>
              ) : (
                <>
                  {request.document?.fileName}
                  {request.answeredAt !== null && (
                    <>
                      {" "}
                      · <Instant at={request.answeredAt} />
                    </>
                  )}
                </>
              )}
            </p>
            {request.isOpen && canAnswer && (
              <Answer applicationId={application.id} request={request} vault={vault} send={send} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Answer({
  applicationId,
  request,
  vault,
  send,
}: { applicationId: string; request: DocumentRequest } & Omit<DocumentRequestsProps, "application" | "now">) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const { submit, failure, isSubmitting } = useMutationWithKey(AnswerDocumentRequestDocument);
  const refusedBecause = useRefusalWords();
  const [chosen, setChosen] = useState("");
  const fitting = vault.filter(({ kind, state }) => kind === request.kind && state === "ACCEPTED");
  const answer = async (documentId: string) => {
    const answered = await submit({ requestId: request.id, documentId });
    if (answered === null) return;
    toast({ message: t("requests.done"), family: "success", about: `/applications/${applicationId}` });
  };
  const done = (outcome: UploadOutcome & { readonly id: string }) => {
    if (refusedBecause(outcome) === null) void answer(outcome.id);
  };
  return (
    <>
      <FormError>{failure === null ? null : sentence(failure)}</FormError>
      {fitting.length > 0 && (
        <div className={styles.buttons}>
          <Select
            label={t("requests.reuse")}
            value={chosen}
            placeholder={t("requests.choose")}
            choices={fitting.map(({ id, fileName }) => ({ value: id, label: fileName }))}
            onValueChange={setChosen}
          />
          <Button
            loading={isSubmitting}
            disabled={chosen === ""}
            className={styles.beside}
            onClick={() => void answer(chosen)}
          >
            {t("requests.use")}
          </Button>
        </div>
      )}
      <FileUploader
        label={t("documents.upload")}
        maxFiles={1}
        capture="environment"
        upload={(file, handle) => send(request.kind, file, handle)}
        onDone={done}
        refusedBecause={refusedBecause}
      />
    </>
  );
}
