import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog } from "@daichao/ui/light";
import { useState } from "react";
import type { DisclosureDialog_DisclosureFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { CostSheet } from "./CostSheet.tsx";
import styles from "./sheet.module.css";
import { useReadingTime } from "./useReadingTime.ts";

graphql(`
  fragment DisclosureDialog_disclosure on CostDisclosure {
    id
    readingSeconds
    confirmableAt
    confirmedAt
    ...CostSheet_disclosure @unmask
  }
`);

const ConfirmDisclosureDocument = graphql(`
  mutation ConfirmDisclosure($input: ConfirmDisclosureInput!) {
    confirmDisclosure(input: $input) {
      id
      confirmedAt
    }
  }
`);

export interface DisclosureDialogProps {
  disclosure: DisclosureDialog_DisclosureFragment;
  /** What the server's clock is ahead of this browser's, in milliseconds. */
  offset: number;
  onClose: () => void;
  onConfirmed: () => void;
}

/** The cost sheet as it has to be shown before signing: it can be confirmed only once its reading time is over. */
export function DisclosureDialog({ disclosure, offset, onClose, onConfirmed }: DisclosureDialogProps) {
  const t = useT();
  const sentence = useFailureText();
  const [confirm, { loading }] = useMutation(ConfirmDisclosureDocument);
  const [refusal, setRefusal] = useState<string | null>(null);
  const left = useReadingTime(disclosure.confirmableAt, offset);
  const isConfirmed = disclosure.confirmedAt !== null;
  const agree = async () => {
    setRefusal(null);
    try {
      await confirm({ variables: { input: { disclosureId: disclosure.id } } });
      onConfirmed();
    } catch (error) {
      setRefusal(sentence(toFailure(error)));
    }
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t("sheet.title")}
      footer={
        isConfirmed ? (
          <Button variant="primary" onClick={onClose}>
            {t("action.close")}
          </Button>
        ) : (
          <>
            <p className={styles.waiting} role="timer">
              {left > 0 ? t("sheet.wait", { seconds: left }) : t("sheet.ready")}
            </p>
            <Button onClick={onClose}>{t("sheet.later")}</Button>
            <Button variant="primary" disabled={left > 0} loading={loading} onClick={() => void agree()}>
              {t("sheet.confirm")}
            </Button>
          </>
        )
      }
    >
      <FormError>{refusal}</FormError>
      <CostSheet sheet={disclosure} />
    </Dialog>
  );
}
