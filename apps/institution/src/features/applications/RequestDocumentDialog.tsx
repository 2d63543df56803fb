import { useMutationWithKey } from "@daichao/client";
import { Button, Dialog, NumberField, Select, TextArea, useToast } from "@daichao/ui/light";
import type { FormEvent } from "react";
import { useState } from "react";
import type { DocumentKind, RequestDocumentMutation, RequestDocumentMutationVariables } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import styles from "./RevealPanel.module.css";

const RequestDocumentDocument = graphql(`
  mutation RequestDocument($input: RequestDocumentInput!) {
    requestDocument(input: $input) {
      id
      ...CaseRow_application
      ...CaseHead_application
      ...CaseDocuments_application
    }
  }
`);

export interface RequestDocumentDialogProps {
  applicationId: string;
  version: number;
  open: boolean;
  onClose: () => void;
}

const kinds: readonly DocumentKind[] = [
  "INCOME_PROOF",
  "BANK_STATEMENT",
  "WORK_PROOF",
  "RESIDENCE_PROOF",
  "IDENTITY_FRONT",
  "IDENTITY_BACK",
  "OTHER",
];

/** Reasons most requests have: the paper is missing, cannot be read, or is too old. */
const templates = ["missing", "unclear", "stale"] as const;

/** Asks the borrower for one more document; the review clock stops until it comes. */
export function RequestDocumentDialog({ applicationId, version, open, onClose }: RequestDocumentDialogProps) {
  const t = useT();
  const toast = useToast();
  const [kind, setKind] = useState<DocumentKind>("INCOME_PROOF");
  const [reason, setReason] = useState("");
  const [dueInDays, setDays] = useState(7);
  const [isTried, setTried] = useState(false);
  const { submit, failure, isSubmitting, reset } = useMutationWithKey<
    RequestDocumentMutation,
    RequestDocumentMutationVariables
  >(RequestDocumentDocument);
  const isShort = reason.trim().length < 2;
  const close = () => {
    reset();
    setTried(false);
    onClose();
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    // A number of days that cannot count says so itself: nothing is asked in its place.
    if (isShort || event.currentTarget.querySelector('[aria-invalid="true"]') !== null) return;
    const done = await submit({ applicationId, version, kind, reason: reason.trim(), dueInDays });
    if (done === null) return;
    toast({ message: t("request.sent"), family: "success" });
    setReason("");
    close();
  };
  return (
    <Dialog open={open} onClose={close} title={t("request.title")}>
      <form className={styles.panel} onSubmit={(event) => void send(event)} noValidate>
        <Select
          label={t("request.kind")}
          value={kind}
          choices={kinds.map((value) => ({ value, label: t(`document.${value}`) }))}
          onValueChange={setKind}
        />
        <fieldset className={styles.templates}>
          <legend>{t("request.templates")}</legend>
          {templates.map((name) => {
            const text = t(`request.template.${kind}.${name}`);
            return (
              <Button key={name} size="small" aria-pressed={reason === text} onClick={() => setReason(text)}>
                {t(`request.templateName.${name}`)}
              </Button>
            );
          })}
        </fieldset>
        <TextArea
          label={t("request.reason")}
          hint={t("request.reasonHint")}
          required
          rows={3}
          maxLength={300}
          value={reason}
          error={isTried && isShort ? t("request.tooShort") : undefined}
          onValueChange={setReason}
        />
        <p className={styles.hint}>{t("request.pause")}</p>
        <NumberField
          label={t("request.days")}
          hint={t("request.daysHint")}
          min={1}
          max={14}
          value={dueInDays}
          suffix={t("unit.day")}
          onValueChange={setDays}
        />
        <FormFailure failure={failure} />
        <div className={styles.line}>
          <Button type="submit" variant="primary" loading={isSubmitting}>
            {t("request.send")}
          </Button>
          <Button onClick={close}>{t("action.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
