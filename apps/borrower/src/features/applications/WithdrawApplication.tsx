import { useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, TextArea, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { WithdrawApplication_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./applications.module.css";

graphql(`
  fragment WithdrawApplication_application on Application {
    id
    version
    permittedActions
    institution {
      id
      shortName
    }
  }
`);

const WithdrawApplicationDocument = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

export interface WithdrawApplicationProps {
  application: WithdrawApplication_ApplicationFragment;
  /** It changed meanwhile: fetch it again. */
  onReload: () => void;
}

/** Takes the application back, as long as the api permits; the consent ends with it. */
export function WithdrawApplication({ application, onReload }: WithdrawApplicationProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { submit, failure, isSubmitting, reset } = useMutationWithKey(WithdrawApplicationDocument);
  if (!application.permittedActions.includes("WITHDRAW")) return null;
  const close = () => {
    setOpen(false);
    reset();
  };
  const withdraw = async () => {
    const { id: applicationId, version } = application;
    const text = reason.trim();
    const done = await submit({ applicationId, version, reason: text === "" ? null : text });
    if (done === null) {
      onReload();
      return;
    }
    close();
    toast({ message: t("withdraw.done"), family: "success" });
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {t("withdraw.action")}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={close}
        title={t("withdraw.title")}
        footer={
          <>
            <Button onClick={close}>{t("action.cancel")}</Button>
            <Button variant="danger" loading={isSubmitting} onClick={() => void withdraw()}>
              {t("withdraw.action")}
            </Button>
          </>
        }
      >
        <div className={styles.requests}>
          <p>{t("withdraw.text", { institution: application.institution.shortName })}</p>
          <FormError>{failure === null ? null : sentence(failure)}</FormError>
          <TextArea
            label={t("withdraw.reason")}
            optional
            rows={3}
            maxLength={200}
            value={reason}
            onValueChange={setReason}
          />
        </div>
      </Dialog>
    </>
  );
}
