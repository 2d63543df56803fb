import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { AttentionIcon, CheckIcon, Icon } from "@daichao/ui";
import { FileUploader } from "@daichao/ui/antd";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Instant, useToast } from "@daichao/ui/light";
import { useEffect, useRef, useState } from "react";
import type { DocumentKind, DocumentsStep_DraftFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useRefusalWords } from "../../lib/refusal-words.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { stepForm } from "./WizardFrame.tsx";
import styles from "./wizard.module.css";

graphql(`
  fragment DocumentsStep_draft on ApplicationDraft {
    id
    items {
      isSelected
      product {
        id
        institution {
          id
          shortName
        }
      }
      requiredDocuments {
        kind
        document {
          id
          kind
          fileName
          uploadedAt
          isBlurred
          keptAt
          reading {
            state
            facts {
              field
              isLapsed
            }
          }
        }
      }
    }
  }
`);

const readingPauseMs = 2_000;

type Required = DocumentsStep_DraftFragment["items"][number]["requiredDocuments"][number];

export interface WantedDocument {
  readonly kind: DocumentKind;
  readonly document: Required["document"];
  readonly institutions: readonly string[];
}

/** A photo too unclear to count, unless its owner keeps it knowingly. */
const isUnclear = (document: Required["document"]): boolean => document?.isBlurred === true && document.keptAt === null;

/** A card on which a last day was read that is over. It may still be handed in: readers err, lenders look. */
const isLapsed = (document: Required["document"]): boolean =>
  document?.reading?.facts.some((fact) => fact.field === "VALID_UNTIL" && fact.isLapsed) ?? false;

/** Every kind of document once, with the institutions it satisfies. */
export function wantedDocuments(draft: DocumentsStep_DraftFragment): readonly WantedDocument[] {
  const byKind = new Map<DocumentKind, WantedDocument>();
  for (const { isSelected, product, requiredDocuments } of draft.items) {
    if (!isSelected) continue;
    for (const { kind, document } of requiredDocuments) {
      const institutions = new Set([...(byKind.get(kind)?.institutions ?? []), product.institution.shortName]);
      byKind.set(kind, { kind, document, institutions: [...institutions] });
    }
  }
  return [...byKind.values()];
}

/** A card is read within seconds of its upload: asks again until it was. */
function useReadingAwaited(wanted: readonly WantedDocument[], ask: () => void): void {
  const isPending = wanted.some(({ document }) => document?.reading?.state === "PENDING");
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(() => asking.current(), readingPauseMs);
    return () => clearInterval(timer);
  }, [isPending]);
}

const KeepDocumentDocument = graphql(`
  mutation KeepDocument($input: KeepDocumentInput!) {
    keepDocument(input: $input) {
      id
      isBlurred
      keptAt
    }
  }
`);

export interface UploadOutcome {
  readonly state: string;
  readonly refusal: string | null;
}

export type SendDocument = (
  kind: DocumentKind,
  file: File,
  handle: { readonly signal: AbortSignal; readonly onProgress: (sent: number, total: number) => void },
) => Promise<UploadOutcome>;

export interface DocumentsStepProps {
  draft: DocumentsStep_DraftFragment;
  send: SendDocument;
  onChanged: () => void;
  onNext: () => void;
}

/** Which papers are wanted by whom; what was accepted before counts again, the rest is uploaded here. */
export function DocumentsStep({ draft, send, onChanged, onNext }: DocumentsStepProps) {
  const t = useT();
  const [error, setError] = useState<string | null>(null);
  const wanted = wantedDocuments(draft);
  const missing = wanted.filter(({ document }) => document === null || isUnclear(document));
  useReadingAwaited(wanted, onChanged);
  return (
    <>
      <FormError>{missing.length > 0 ? error : null}</FormError>
      {wanted.map((one) => (
        <DocumentWish key={one.kind} wanted={one} send={send} onChanged={onChanged} />
      ))}
      <form
        id={stepForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) onNext();
          else
            setError(
              t("apply.issue.documents", {
                kinds: missing.map(({ kind }) => t(`documentKind.${kind}`)).join(t("list.comma")),
              }),
            );
        }}
      />
    </>
  );
}

function DocumentWish({
  wanted,
  send,
  onChanged,
}: { wanted: WantedDocument } & Omit<DocumentsStepProps, "draft" | "onNext">) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [isReplacing, setReplacing] = useState(false);
  const refusedBecause = useRefusalWords();
  const { kind, document, institutions } = wanted;
  const [keep, keeping] = useMutation(KeepDocumentDocument);
  const done = (outcome: UploadOutcome) => {
    // A refused file stays in its place, with the reason, until the next one is chosen.
    if (refusedBecause(outcome) === null) setReplacing(false);
    onChanged();
  };
  const keepIt = async (documentId: string) => {
    try {
      await keep({ variables: { input: { documentId } } });
      onChanged();
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  const unclear = isUnclear(document);
  const lapsed = isLapsed(document);
  const wantedBy = t("documents.wantedBy", { institutions: institutions.join(t("list.comma")) });
  return (
    <Section title={t(`documentKind.${kind}`)} hint={`${wantedBy} ${t(`documentWhy.${kind}`)}`}>
      {document !== null && (
        <div className={styles.choice}>
          <p className={unclear || lapsed ? styles.problem : styles.good}>
            <Icon shape={unclear || lapsed ? AttentionIcon : CheckIcon} />
            <span>
              {t("documents.reused", { file: document.fileName })}
              {document.uploadedAt !== null && (
                <>
                  {" "}
                  · <Instant at={document.uploadedAt} />
                </>
              )}
            </span>
          </p>
          {!isReplacing && !unclear && (
            <Button size="small" className={styles.keep} onClick={() => setReplacing(true)}>
              {t("documents.replace")}
            </Button>
          )}
        </div>
      )}
      {lapsed && <p role="alert">{t("documents.lapsed")}</p>}
      {document !== null && unclear && (
        <div className={styles.body} role="alert">
          <p>{t("documents.unclear")}</p>
          <p className={styles.quiet}>{t("documents.unclearHow")}</p>
          <Button
            size="small"
            className={styles.keep}
            loading={keeping.loading}
            onClick={() => void keepIt(document.id)}
          >
            {t("documents.keepUnclear")}
          </Button>
        </div>
      )}
      {(document === null || isReplacing || unclear) && (
        <FileUploader
          label={t("documents.upload")}
          maxFiles={1}
          capture="environment"
          upload={(file, handle) => send(kind, file, handle)}
          onDone={done}
          refusedBecause={refusedBecause}
        />
      )}
    </Section>
  );
}
