import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { shrinkImage } from "@daichao/ui/antd";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, EmptyState, Instant, StatusTag, useToast } from "@daichao/ui/light";
import { useRef, useState } from "react";
import type { DocumentList_DocumentFragment, OpenOwnDocumentMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { OtherFile } from "../../lib/lending/send-document.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";
import { useUploads } from "./upload-transport.ts";

graphql(`
  fragment DocumentList_document on Document {
    id
    kind
    fileName
    contentType
    sizeBytes
    state
    refusal
    createdAt
    uploadedAt
    isBlurred
    keptAt
  }
`);

const OpenOwnDocumentDocument = graphql(`
  mutation OpenOwnDocument($input: OpenDocumentInput!) {
    openDocument(input: $input) {
      document {
        id
        fileName
        contentType
      }
      url
      expiresAt
      watermark
    }
  }
`);

const DiscardDocumentDocument = graphql(`
  mutation DiscardDocument($input: DiscardDocumentInput!) {
    discardDocument(input: $input) {
      id
      documents {
        id
      }
    }
  }
`);

const megabyte = 1024 * 1024;
const sizeOf = (bytes: number): string =>
  bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / megabyte).toFixed(1)} MB`;

type View = OpenOwnDocumentMutation["openDocument"];

export interface DocumentListProps {
  documents: readonly DocumentList_DocumentFragment[];
  onChanged: () => void;
}

/** The papers in the vault with how far each has come. */
export function DocumentList({ documents, onChanged }: DocumentListProps) {
  const t = useT();
  const [view, setView] = useState<View | null>(null);
  const [leaving, setLeaving] = useState<DocumentList_DocumentFragment | null>(null);
  if (documents.length === 0) return <EmptyState title={t("documents.none")} reason={t("documents.noneReason")} />;
  return (
    <>
      <ul className={styles.list}>
        {documents.map((document) => (
          <DocumentItem
            key={document.id}
            document={document}
            onView={setView}
            onDiscard={() => setLeaving(document)}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <Viewer view={view} onClose={() => setView(null)} />
      {leaving !== null && (
        <DiscardDialog document={leaving} onClose={() => setLeaving(null)} onDiscarded={onChanged} />
      )}
    </>
  );
}

interface DocumentItemProps {
  document: DocumentList_DocumentFragment;
  onView: (view: View) => void;
  onDiscard: () => void;
  onChanged: () => void;
}

function DocumentItem({ document, onView, onDiscard, onChanged }: DocumentItemProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [open, { loading }] = useMutation(OpenOwnDocumentDocument);
  const show = async () => {
    try {
      const { data } = await open({ variables: { input: { documentId: document.id, purpose: "OWN_DATA" } } });
      if (data) onView(data.openDocument);
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p>
          <strong>{t(`documentKind.${document.kind}`)}</strong> <StatusTag kind="document" status={document.state} />
        </p>
        <p className={styles.quiet}>
          {document.fileName} · {sizeOf(document.sizeBytes)} ·{" "}
          <Instant at={document.uploadedAt ?? document.createdAt} />
        </p>
        {document.isBlurred && (
          <p className={styles.stale}>{t(document.keptAt === null ? "documents.unclear" : "documents.unclearKept")}</p>
        )}
        {document.refusal !== null && (
          <p className={styles.wrong}>{t.find(`refusal.${document.refusal}`) ?? document.refusal}</p>
        )}
      </div>
      <div className={styles.actions}>
        {document.state === "AWAITING_UPLOAD" && <GoOn document={document} onChanged={onChanged} />}
        {document.state === "ACCEPTED" && (
          <Button size="small" loading={loading} onClick={() => void show()}>
            {t("documents.view")}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={onDiscard}>
          {t("action.delete")}
        </Button>
      </div>
    </li>
  );
}

function GoOn({ document, onChanged }: { document: DocumentList_DocumentFragment; onChanged: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const uploads = useUploads();
  const chooser = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (chosen: File) => {
    const refuse = () => toast({ message: t("documents.otherFile", { file: document.fileName }), family: "warning" });
    // A large photograph was made smaller before it was sent.
    const file = chosen.size === document.sizeBytes ? chosen : await shrinkImage(chosen);
    if (file.size !== document.sizeBytes) {
      refuse();
      return;
    }
    setBusy(true);
    try {
      await uploads.goOn(document.id, file);
      onChanged();
    } catch (error) {
      if (error instanceof OtherFile) refuse();
      else toast({ message: sentence(toFailure(error)), family: "error" });
    }
    setBusy(false);
  };
  return (
    <>
      <Button size="small" variant="primary" loading={isBusy} onClick={() => chooser.current?.click()}>
        {t("documents.goOn")}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={document.contentType}
        className={styles.file}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
    </>
  );
}

function Viewer({ view, onClose }: { view: View | null; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open={view !== null} onClose={onClose} title={view?.document.fileName ?? ""} wide>
      {view?.document.contentType.startsWith("image/") && (
        <img src={view.url} alt={view.document.fileName} className={styles.picture} />
      )}
      <p className={styles.quiet}>{t("documents.recorded")}</p>
      {view !== null && (
        <a href={view.url} target="_blank" rel="noreferrer">
          {t("documents.openFile")}
        </a>
      )}
    </Dialog>
  );
}

interface DiscardDialogProps {
  document: DocumentList_DocumentFragment;
  onClose: () => void;
  onDiscarded: () => void;
}

function DiscardDialog({ document, onClose, onDiscarded }: DiscardDialogProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [discard, { loading }] = useMutation(DiscardDocumentDocument);
  const leave = async () => {
    try {
      await discard({ variables: { input: { documentId: document.id } } });
      onDiscarded();
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("documents.discardTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="danger" loading={loading} onClick={() => void leave()}>
            {t("documents.discard")}
          </Button>
        </>
      }
    >
      <p>{t("documents.discardText", { file: document.fileName })}</p>
    </Dialog>
  );
}
