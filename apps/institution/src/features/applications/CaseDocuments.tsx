import { WarningIcon } from "@daichao/ui";
import { Button, classNames, EmptyState, Instant, StatusTag, Tag } from "@daichao/ui/light";
import type { CaseDocuments_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { Section } from "../../ui/Section.tsx";
import { CardReading, needsLook } from "./CardReading.tsx";
import styles from "./CaseDocuments.module.css";
import { DocumentPane } from "./DocumentPane.tsx";
import { DuplicateNote } from "./DuplicateNote.tsx";

graphql(`
  fragment CaseDocuments_application on Application {
    id
    permittedActions
    applicant {
      nameMasked
      identityNumberMasked
    }
    documents {
      id
      kind
      state
      contentType
      pageCount
      uploadedAt
      isDuplicateElsewhere
      isBlurred
      keptAt
      ...CardReading_document @unmask
    }
    documentRequests {
      id
      kind
      reason
      requestedAt
      dueAt
      answeredAt
      isOpen
      document {
        id
      }
    }
  }
`);

export interface CaseDocumentsProps {
  application: CaseDocuments_ApplicationFragment;
  /** The document in the viewer; it stands in the address. */
  openId: string | null;
  onOpen: (id: string) => void;
  onRequest: () => void;
}

function Requests({ application }: Pick<CaseDocumentsProps, "application">) {
  const t = useT();
  const requests = application.documentRequests;
  if (requests.length === 0) return <p className={styles.quiet}>{t("documents.requestsNone")}</p>;
  return (
    <ul className={styles.requests}>
      {requests.map((request) => (
        <li key={request.id} className={styles.request}>
          <span className={styles.kind}>{t(`document.${request.kind}`)}</span>
          <Tag family={request.answeredAt !== null ? "success" : request.isOpen ? "warning" : "neutral"}>
            {t(
              request.answeredAt !== null
                ? "documents.answered"
                : request.isOpen
                  ? "documents.waiting"
                  : "documents.lapsed",
            )}
          </Tag>
          <span className={styles.reason}>{request.reason}</span>
          <span className={styles.quiet}>
            <Instant at={request.requestedAt} /> → <Instant at={request.answeredAt ?? request.dueAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The documents behind the application, one of them open beside the list, and what else was asked for. */
export function CaseDocuments({ application, openId, onOpen, onRequest }: CaseDocumentsProps) {
  const t = useT();
  const { documents } = application;
  const open = documents.find(({ id }) => id === openId) ?? null;
  const read = documents.filter(({ reading }) => reading !== null);
  const typed = {
    name: application.applicant?.nameMasked ?? null,
    identityNumber: application.applicant?.identityNumberMasked ?? null,
  };
  const mayRequest = application.permittedActions.includes("REQUEST_DOCUMENT");
  return (
    <>
      <Section
        title={t("documents.title")}
        aside={
          mayRequest && (
            <Button size="small" onClick={onRequest}>
              {t("documents.request")} <KeyHint>I</KeyHint>
            </Button>
          )
        }
      >
        {documents.length === 0 ? (
          <EmptyState title={t("documents.none")} reason={t("documents.noneReason")} />
        ) : (
          <ul className={styles.documents}>
            {documents.map((document) => (
              <li key={document.id}>
                <button
                  type="button"
                  className={classNames(styles.document, document.id === openId && styles.open)}
                  aria-pressed={document.id === openId}
                  onClick={() => onOpen(document.id)}
                >
                  <span className={styles.kind}>{t(`document.${document.kind}`)}</span>
                  <span className={styles.quiet}>
                    {document.contentType.split("/")[1]?.toUpperCase()}
                    {document.pageCount !== null && ` · ${t("documents.pages", { count: document.pageCount })}`}
                  </span>
                  <StatusTag kind="document" status={document.state} />
                  {document.isDuplicateElsewhere === true && <DuplicateNote />}
                  {document.isBlurred && (
                    <Tag family="warning">{t(document.keptAt === null ? "documents.unclear" : "documents.kept")}</Tag>
                  )}
                  {needsLook(document.reading) && (
                    <Tag family="error" icon={WarningIcon}>
                      {t("reading.look")}
                    </Tag>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
        {open !== null && (
          <DocumentPane
            key={open.id}
            applicationId={application.id}
            documentId={open.id}
            contentType={open.contentType}
            name={t(`document.${open.kind}`)}
          />
        )}
      </Section>
      {read.length > 0 && (
        <Section title={t("reading.title")}>
          {read.map(({ id, kind, reading }) => (
            <div key={id}>
              <p className={styles.kind}>{t(`document.${kind}`)}</p>
              {reading !== null && <CardReading reading={reading} typed={typed} />}
            </div>
          ))}
        </Section>
      )}
      <Section title={t("documents.requests")}>
        <Requests application={application} />
      </Section>
    </>
  );
}
