import { useMutationWithKey } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Dialog, Money, useToast } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import type { DecideApplicationMutation, DecideApplicationMutationVariables } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./DecisionPanel.module.css";
import type { DecisionPanelProps } from "./DecisionPanel.tsx";
import type { Preview } from "./DecisionPreview.tsx";
import type { DecisionDraft, Mode, Terms } from "./decision-draft.ts";
import { verdictOf } from "./decision-draft.ts";

const DecideApplicationDocument = graphql(`
  mutation DecideApplication($input: DecideApplicationInput!) {
    decideApplication(input: $input) {
      approval {
        id
      }
      application {
        id
        ...CaseRow_application
        ...CaseHead_application
        ...DecisionPanel_application
        offers {
          ...OfferList_offer
        }
      }
    }
  }
`);

export interface DecisionConfirmProps extends DecisionPanelProps {
  mode: Mode;
  draft: DecisionDraft;
  terms: Terms | null;
  preview: Preview | null;
  /** The version of the case the figures were written on. */
  version: number;
  onClose: () => void;
}

function useDecide({ application, mode, draft, terms, version, onMode, onDecided, onReload }: DecisionConfirmProps) {
  const t = useT();
  const toast = useToast();
  const mutation = useMutationWithKey<DecideApplicationMutation, DecideApplicationMutationVariables>(
    DecideApplicationDocument,
  );
  const decide = async () => {
    const isCounter = mode === "counter";
    const done = await mutation.submit({
      applicationId: application.id,
      version,
      verdict: verdictOf[mode],
      amount: isCounter ? terms?.amount : undefined,
      termCount: isCounter ? terms?.termCount : undefined,
      method: isCounter ? terms?.method : undefined,
      annualRate: terms?.annualRate,
      reasons: mode === "reject" ? [...draft.reasons] : [],
      comment: draft.comment.trim() === "" ? undefined : draft.comment.trim(),
    });
    if (done === null) {
      // Whatever refused it, what stands here may be out of date.
      await onReload();
      return;
    }
    const waits = done.decideApplication.approval !== null;
    toast({
      message: t(waits ? "decided.waits" : `decided.${mode}`),
      family: waits ? "warning" : "success",
      seconds: 8,
      action: { label: t("case.next"), onPress: onDecided },
    });
    onMode(null);
  };
  return { ...mutation, decide };
}

/** The figures once more, exactly, before they bind. */
export function DecisionConfirm(props: DecisionConfirmProps) {
  const { application, mode, draft, terms, preview, onClose } = props;
  const t = useT();
  const { locale } = useLocale();
  const { decide, failure, isSubmitting } = useDecide(props);
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => submit.current?.focus(), []);
  const needsSecond = mode !== "reject" && preview?.needsSecondPerson === true;
  const quote = preview?.quote;
  const figures =
    terms === null || quote == null
      ? [
          {
            key: "reasons",
            label: t("decide.reasons"),
            value: draft.reasons.map((reason) => t(`reason.${reason}`)).join(t("list.comma")),
            wide: true,
          },
        ]
      : [
          { key: "amount", label: t("terms.amount"), value: <Money amount={terms.amount} size="section" /> },
          {
            key: "cost",
            label: t("quote.annualCost"),
            value: <strong>{formatRate(quote.annualCost.primary)}</strong>,
          },
          { key: "term", label: t("terms.term"), value: formatTerm(terms.termCount, locale) },
          { key: "method", label: t("terms.method"), value: t.find(`repaymentMethod.${terms.method}`) },
          { key: "rate", label: t("terms.rate"), value: formatRate(terms.annualRate) },
          { key: "first", label: t("quote.first"), value: <Money amount={quote.firstPayment} /> },
          { key: "total", label: t("quote.total"), value: <Money amount={quote.totalPayment} /> },
          { key: "net", label: t("quote.net"), value: <Money amount={quote.netDisbursed} /> },
        ];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`confirm.${mode}`)}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button
            ref={submit}
            variant={mode === "reject" ? "danger" : "primary"}
            loading={isSubmitting}
            onClick={() => void decide()}
          >
            {t(needsSecond ? "confirm.ask" : "confirm.submit")}
          </Button>
        </>
      }
    >
      <div className={styles.confirm}>
        <DescriptionsGrid
          columnWidth={180}
          items={[
            { key: "number", label: t("confirm.number"), value: application.number },
            { key: "who", label: t("confirm.applicant"), value: application.applicant?.nameMasked },
            ...figures,
          ]}
        />
        <Notice
          family={needsSecond ? "waiting" : "info"}
          title={t(needsSecond ? "confirm.secondPerson" : "confirm.final")}
        />
        <FormFailure failure={failure} />
      </div>
    </Dialog>
  );
}
