import { useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, LinkButton, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { RefusalReasons_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications.module.css";
import { ReopenDialog, useReopening } from "./ReopenApplication.tsx";

graphql(`
  fragment RefusalReasons_application on Application {
    id
    version
    state
    amount
    termCount
    canRequestHumanReview
    refusalReasons {
      code
      text
    }
    refusalAdvice {
      text
      isEnough
      amount
      termCount
    }
    institution {
      id
      shortName
      servicePhone
    }
  }
`);

const RequestHumanReviewDocument = graphql(`
  mutation RequestHumanReview($input: RequestHumanReviewInput!) {
    requestHumanReview(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

export interface RefusalReasonsProps {
  application: RefusalReasons_ApplicationFragment;
  /** It changed meanwhile: fetch it again. */
  onReload: () => void;
}

type Advice = RefusalReasons_ApplicationFragment["refusalAdvice"][number];

/** Why it was refused, in plain words, what would have changed that, and every way on. */
export function RefusalReasons({ application, onReload }: RefusalReasonsProps) {
  const t = useT();
  const { refusalReasons, refusalAdvice, institution, id } = application;
  const { ask, dialog } = useReopening(id);
  if (refusalReasons.length === 0) return null;
  const smaller = refusalAdvice.find(({ amount, isEnough }) => isEnough && amount !== null);
  const near = new URLSearchParams({
    amount: (smaller?.amount ?? application.amount).replace(/\.00$/, ""),
    term: String(application.termCount),
  });
  return (
    <Section title={t("refused.title")} hint={t("refused.who", { institution: institution.shortName })}>
      <ul className={styles.reasons}>
        {refusalReasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      {refusalAdvice.length > 0 && (
        <div className={styles.advice}>
          <h3 className={styles.name}>{t("advice.title")}</h3>
          <ul className={styles.adviceList}>
            {refusalAdvice.map((advice) => (
              <AdviceLine key={advice.text} advice={advice} onTry={() => ask(advice)} />
            ))}
          </ul>
          <p className={styles.quiet}>{t("advice.note")}</p>
        </div>
      )}
      <p className={styles.quiet}>{t("refused.next", { phone: institution.servicePhone })}</p>
      <div className={styles.buttons}>
        <LinkButton href={`/products?${near}`}>{t("refused.near")}</LinkButton>
        <Button onClick={() => ask()}>{t("reopen.action")}</Button>
        <HumanReview application={application} onReload={onReload} />
      </div>
      <ReopenDialog {...dialog} />
    </Section>
  );
}

/** One tested change; where it is a matter of terms alone it can be tried at once. */
function AdviceLine({ advice, onTry }: { advice: Advice; onTry: () => void }) {
  const t = useT();
  const { text, isEnough, amount, termCount } = advice;
  return (
    <li className={styles.adviceLine}>
      <span>{text}</span>
      {isEnough && (amount !== null || termCount !== null) && (
        <Button size="small" onClick={onTry}>
          {t("advice.try")}
        </Button>
      )}
    </li>
  );
}

/** A person looks again, once, where only a machine has looked. */
function HumanReview({ application, onReload }: RefusalReasonsProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [isOpen, setOpen] = useState(false);
  const { submit, failure, isSubmitting, reset } = useMutationWithKey(RequestHumanReviewDocument);
  const { id: applicationId, version, institution, canRequestHumanReview } = application;
  if (!canRequestHumanReview) return null;
  const close = () => {
    setOpen(false);
    reset();
  };
  const ask = async () => {
    const done = await submit({ applicationId, version });
    if (done === null) {
      onReload();
      return;
    }
    close();
    toast({ message: t("humanReview.done"), family: "success" });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("humanReview.action")}</Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={t("humanReview.title")}
        footer={
          <>
            <Button onClick={close}>{t("action.cancel")}</Button>
            <Button variant="primary" loading={isSubmitting} onClick={() => void ask()}>
              {t("humanReview.action")}
            </Button>
          </>
        }
      >
        <FormError>{failure === null ? null : sentence(failure)}</FormError>
        <p>{t("humanReview.text", { institution: institution.shortName })}</p>
      </Dialog>
    </>
  );
}
