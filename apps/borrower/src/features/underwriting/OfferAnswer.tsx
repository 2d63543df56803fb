import { useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, Select, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { DeclineReason, Offers_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { AcceptDialog } from "./AcceptDialog.tsx";
import styles from "./offers.module.css";

const AcceptOfferDocument = graphql(`
  mutation AcceptOffer($input: AcceptOfferInput!) {
    acceptOffer(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

const DeclineOfferDocument = graphql(`
  mutation DeclineOffer($input: DeclineOfferInput!) {
    declineOffer(input: $input) {
      id
      ...ApplicationRoom_application @unmask
    }
  }
`);

const reasons: readonly DeclineReason[] = ["COST", "AMOUNT", "TERM", "OTHER_OFFER", "NO_NEED"];

export interface OfferAnswerProps {
  application: Offers_ApplicationFragment;
  offer: Offers_ApplicationFragment["offers"][number];
  onReload: () => void;
}

/** Yes or no to an open offer, each confirmed: what is accepted stands in the confirmation, what is declined says why. */
export function OfferAnswer({ application, offer, onReload }: OfferAnswerProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const accept = useMutationWithKey(AcceptOfferDocument);
  const decline = useMutationWithKey(DeclineOfferDocument);
  const [asked, setAsked] = useState<"accept" | "decline" | null>(null);
  const [reason, setReason] = useState<DeclineReason | "">("");
  const { permittedActions } = application;
  const failure = accept.failure ?? decline.failure;
  const take = async (withdrawing: readonly string[]) => {
    const done = await accept.submit({ offerId: offer.id, withdrawing: [...withdrawing] });
    setAsked(null);
    if (done === null) onReload();
    else toast({ message: t("offer.accepted"), family: "success" });
  };
  const leave = async () => {
    const done = await decline.submit({ offerId: offer.id, reason: reason === "" ? null : reason });
    setAsked(null);
    if (done === null) onReload();
    else toast({ message: t("offer.declined"), family: "success" });
  };
  return (
    <>
      <FormError>{failure === null ? null : sentence(failure)}</FormError>
      <div className={styles.buttons}>
        {permittedActions.includes("ACCEPT_OFFER") && (
          <Button variant="primary" size="large" onClick={() => setAsked("accept")}>
            {t("offer.accept")}
          </Button>
        )}
        {permittedActions.includes("DECLINE_OFFER") && (
          <Button size="large" onClick={() => setAsked("decline")}>
            {t("offer.decline")}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t("offer.noDuty")}</p>
      <AcceptDialog
        application={application}
        offer={offer}
        isOpen={asked === "accept"}
        isSending={accept.isSubmitting}
        onClose={() => setAsked(null)}
        onAccept={(withdrawing) => void take(withdrawing)}
      />
      <Dialog
        open={asked === "decline"}
        onClose={() => setAsked(null)}
        title={t("offer.declineTitle")}
        footer={
          <>
            <Button onClick={() => setAsked(null)}>{t("action.cancel")}</Button>
            <Button variant="danger" loading={decline.isSubmitting} onClick={() => void leave()}>
              {t("offer.decline")}
            </Button>
          </>
        }
      >
        <div className={styles.ask}>
          <p>{t("offer.declineText", { institution: application.institution.shortName })}</p>
          <Select
            label={t("offer.declineReason")}
            optional
            value={reason}
            placeholder={t("requests.choose")}
            choices={reasons.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
            onValueChange={setReason}
          />
        </div>
      </Dialog>
    </>
  );
}
