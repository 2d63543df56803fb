import { useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  LinkButton,
  OtpInput,
  Segmented,
  Skeleton,
  TextField,
  useToast,
} from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useState } from "react";
import type { SignContract_ApplicationFragment, SignContract_BorrowerFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import { ContractText } from "./ContractText.tsx";
import styles from "./signing.module.css";
import type { ShownContract } from "./useContractPreview.ts";
import { useContractPreview } from "./useContractPreview.ts";
import type { SigningCode } from "./useSigningCode.ts";
import { useSigningCode } from "./useSigningCode.ts";

graphql(`
  fragment SignContract_application on Application {
    id
    permittedActions
    disclosure {
      id
      confirmedAt
    }
    institution {
      id
      shortName
    }
  }
`);

graphql(`
  fragment SignContract_borrower on Borrower {
    id
    nameMasked
    bankCards {
      id
      bankName
      numberMasked
    }
  }
`);

const SignContractDocument = graphql(`
  mutation SignContract($input: SignContractInput!) {
    signContract(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

const fields = ["typedName", "bankCardId", "code"] as const;

export interface SignContractProps {
  application: SignContract_ApplicationFragment;
  borrower: SignContract_BorrowerFragment;
  /** Where another card can be bound. */
  bindCard: (onBound: () => void) => ReactNode;
  onReload: () => void;
}

/** The second half of signing: the text, then name, card and code, all at once; pressing twice signs once. */
export function SignContract({ application, borrower, bindCard, onReload }: SignContractProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const { submit, isSubmitting, failure } = useMutationWithKey(SignContractDocument);
  const failures = useFormFailures(fields);
  const [tries, setTries] = useState(0);
  const form = useFocusInvalid(failure ?? failures.failure ?? (tries > 0 ? tries : null));
  const sms = useSigningCode(application.id);
  const [typedName, setName] = useState("");
  const [cardId, setCard] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const wasTried = tries > 0;
  const [isBinding, setBinding] = useState(false);
  const { disclosure, permittedActions } = application;
  const { bankCards } = borrower;
  const bankCardId = bankCards.find((card) => card.id === cardId)?.id ?? bankCards[0]?.id;
  const isReady = permittedActions.includes("SIGN") && disclosure?.confirmedAt != null;
  const shown = useContractPreview(isReady ? disclosure.id : null, bankCardId ?? null);
  if (!isReady) return null;
  const ofField = (field: (typeof fields)[number]) =>
    failure?.field?.endsWith(field) ? sentence(failure) : failures.of(field);
  const isOnField = fields.some((field) => failure?.field?.endsWith(field));
  const send = async () => {
    failures.clear();
    try {
      await sms.send();
    } catch (error) {
      failures.take(error);
    }
  };
  const sign = async () => {
    // The second half of a double click: the first one is under way and will say how it went.
    if (isSubmitting) return;
    setTries(tries + 1);
    if (shown.preview === null) return;
    if (typedName.trim() === "" || bankCardId === undefined || sms.challenge === null || code.length !== 6) return;
    const signed = await submit({
      applicationId: application.id,
      disclosureId: disclosure.id,
      bankCardId,
      challengeId: sms.challenge.challengeId,
      code,
      typedName: typedName.trim(),
    });
    if (signed === null) {
      onReload();
      shown.reopen();
    } else toast({ message: t("sign.done"), family: "success" });
  };
  const codeError = sms.challenge === null ? t("sign.needCode") : t("sign.code");
  return (
    <Section
      id="sign"
      title={t("sign.title")}
      hint={t("sign.hint", { institution: application.institution.shortName })}
    >
      <ToRead shown={shown} />
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <FormError>
          {failure !== null && !isOnField
            ? sentence(failure)
            : (failures.form ?? (wasTried && shown.preview === null ? t("sign.textWait") : null))}
        </FormError>
        <TextField
          label={t("sign.name")}
          hint={t("sign.nameHint", { name: borrower.nameMasked ?? "" })}
          autoComplete="name"
          maxLength={30}
          required
          value={typedName}
          error={ofField("typedName") ?? (wasTried && typedName.trim() === "" ? t("sign.needName") : undefined)}
          onValueChange={setName}
        />
        <CardChoice cards={bankCards} chosen={bankCardId ?? null} onChoose={setCard} onBind={() => setBinding(true)} />
        <CodeField
          sms={sms}
          code={code}
          error={ofField("code") ?? (wasTried && code.length !== 6 ? codeError : undefined)}
          onCode={setCode}
          onSend={() => void send()}
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" size="large" loading={isSubmitting}>
            {t("sign.action")}
          </Button>
        </div>
        <p className={styles.quiet}>{t("sign.note")}</p>
      </form>
      <Dialog open={isBinding} onClose={() => setBinding(false)} title={t("sign.bind")}>
        {bindCard(() => setBinding(false))}
      </Dialog>
    </Section>
  );
}

const outdated: readonly string[] = ["LENDING_FIGURES_CHANGED", "LENDING_SHEET_DAY_CHANGED"];

function ToRead({ shown: { preview, failure, reopen } }: { shown: ShownContract }) {
  const t = useT();
  if (preview !== null) return <ContractText preview={preview} />;
  if (failure === null) return <Skeleton lines={8} />;
  // Asking again gives the same answer until the new sheet has been read.
  if (outdated.includes(failure.code))
    return (
      <ErrorState
        failure={failure}
        title={t("sign.textFailed")}
        action={<LinkButton href="#sheet">{t("sign.toSheet")}</LinkButton>}
      />
    );
  return <ErrorState failure={failure} title={t("sign.textFailed")} onRetry={reopen} />;
}

interface CardChoiceProps {
  cards: SignContract_BorrowerFragment["bankCards"];
  chosen: string | null;
  onChoose: (id: string) => void;
  onBind: () => void;
}

function CardChoice({ cards, chosen, onChoose, onBind }: CardChoiceProps) {
  const t = useT();
  if (cards.length === 0) {
    return (
      <EmptyState
        title={t("sign.noCard")}
        reason={t("sign.noCardReason")}
        action={<Button onClick={onBind}>{t("sign.bind")}</Button>}
      />
    );
  }
  return (
    <>
      <Segmented
        legend={t("sign.card")}
        value={chosen}
        choices={cards.map((card) => ({ value: card.id, label: `${card.bankName} ${card.numberMasked}` }))}
        onValueChange={onChoose}
      />
      <div className={styles.buttons}>
        <Button variant="quiet" size="small" onClick={onBind}>
          {t("sign.bindOther")}
        </Button>
      </div>
    </>
  );
}

interface CodeFieldProps {
  sms: SigningCode;
  code: string;
  error: string | undefined;
  onCode: (code: string) => void;
  onSend: () => void;
}

function CodeField({ sms, code, error, onCode, onSend }: CodeFieldProps) {
  const t = useT();
  const { challenge, cooling, isSending } = sms;
  const label =
    cooling > 0 ? t("sign.again", { seconds: cooling }) : t(challenge === null ? "sign.send" : "sign.resend");
  return (
    <div className={styles.code}>
      <OtpInput label={t("sign.codeLabel")} value={code} onValueChange={onCode} error={error} />
      <Button className={styles.send} loading={isSending} disabled={cooling > 0} onClick={onSend}>
        {label}
      </Button>
      {challenge !== null && (
        <p className={styles.sent} role="status">
          {t("sign.sent", { phone: challenge.phoneMasked })}
        </p>
      )}
    </div>
  );
}
