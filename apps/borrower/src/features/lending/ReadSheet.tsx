import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { CheckIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Instant, Tag } from "@daichao/ui/light";
import { useState } from "react";
import type { ReadSheet_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { DisclosureDialog } from "./DisclosureDialog.tsx";
import styles from "./signing.module.css";

graphql(`
  fragment ReadSheet_application on Application {
    id
    state
    permittedActions
    disclosure {
      id
      ...DisclosureDialog_disclosure @unmask
    }
  }
`);

const OpenDisclosureDocument = graphql(`
  mutation OpenDisclosure($input: OpenDisclosureInput!) {
    openDisclosure(input: $input) {
      id
      ...DisclosureDialog_disclosure @unmask
    }
  }
`);

export interface ReadSheetProps {
  application: ReadSheet_ApplicationFragment;
  offset: number;
  /** The application has another sheet now: fetch it. */
  onChanged: () => Promise<unknown>;
}

/** The first half of signing: the sheet of all costs, read and confirmed. After the contract it can be read again. */
export function ReadSheet({ application, offset, onChanged }: ReadSheetProps) {
  const t = useT();
  const sentence = useFailureText();
  const [open, { loading }] = useMutation(OpenDisclosureDocument);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { disclosure, permittedActions, id: applicationId } = application;
  const canRead = permittedActions.includes("READ_DISCLOSURE");
  if (!canRead && disclosure === null) return null;
  const show = async () => {
    setRefusal(null);
    try {
      if (canRead) {
        await open({ variables: { input: { applicationId } } });
        await onChanged();
      }
      setOpen(true);
    } catch (error) {
      setRefusal(sentence(toFailure(error)));
    }
  };
  const confirmedAt = disclosure?.confirmedAt ?? null;
  return (
    <Section
      id="sheet"
      title={t("sheet.title")}
      hint={t("sheet.hint")}
      aside={
        confirmedAt === null ? undefined : (
          <Tag family="success" icon={CheckIcon}>
            {t("sheet.confirmed")}
          </Tag>
        )
      }
    >
      <FormError>{refusal}</FormError>
      {confirmedAt !== null && (
        <p className={styles.quiet}>
          {t("sheet.confirmedAt")} <Instant at={confirmedAt} />
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant={confirmedAt === null ? "primary" : "default"} loading={loading} onClick={() => void show()}>
          {t(confirmedAt === null ? "sheet.read" : "sheet.again")}
        </Button>
      </div>
      {isOpen && disclosure !== null && (
        <DisclosureDialog
          disclosure={disclosure}
          offset={offset}
          onClose={() => setOpen(false)}
          onConfirmed={() => {
            setOpen(false);
            void onChanged();
          }}
        />
      )}
    </Section>
  );
}
