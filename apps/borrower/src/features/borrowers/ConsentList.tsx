import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Anchor, Button, Dialog, EmptyState, Instant, Tag, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { ConsentList_ConsentFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";

graphql(`
  fragment ConsentList_consent on Consent {
    id
    purpose
    givenAt
    withdrawnAt
    endedReason
    isStanding
    applicationId
    institution {
      id
      name
    }
  }
`);

const WithdrawConsentDocument = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      id
      ...ConsentList_consent @unmask
    }
  }
`);

/** Who may see the borrower's data, since when and what for; standing ones can be withdrawn. */
export function ConsentList({ consents }: { consents: readonly ConsentList_ConsentFragment[] }) {
  const t = useT();
  const [leaving, setLeaving] = useState<ConsentList_ConsentFragment | null>(null);
  if (consents.length === 0) return <EmptyState title={t("consents.none")} reason={t("consents.noneReason")} />;
  return (
    <>
      <ul className={styles.list}>
        {consents.map((consent) => (
          <li key={consent.id} className={styles.item}>
            <div className={styles.words}>
              <p>
                <strong>{consent.institution.name}</strong> · {t(`consentPurpose.${consent.purpose}`)}{" "}
                <Tag family={consent.isStanding ? "success" : "neutral"}>
                  {t(consent.isStanding ? "consents.standing" : "consents.ended")}
                </Tag>
              </p>
              <p className={styles.quiet}>
                {t("consents.given")} <Instant at={consent.givenAt} />
                {consent.withdrawnAt !== null && (
                  <>
                    {" "}
                    · {t("consents.withdrawn")} <Instant at={consent.withdrawnAt} />
                  </>
                )}
                {consent.applicationId !== null && (
                  <>
                    {" "}
                    · <Anchor href={`/applications/${consent.applicationId}`}>{t("consents.application")}</Anchor>
                  </>
                )}
              </p>
            </div>
            {consent.isStanding && (
              <Button size="small" onClick={() => setLeaving(consent)}>
                {t("consents.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving !== null && <WithdrawDialog consent={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function WithdrawDialog({ consent, onClose }: { consent: ConsentList_ConsentFragment; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [withdraw, { loading }] = useMutation(WithdrawConsentDocument);
  const leave = async () => {
    try {
      await withdraw({ variables: { input: { consentId: consent.id } } });
      toast({ message: t("consents.done"), family: "success" });
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("consents.withdrawTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="danger" loading={loading} onClick={() => void leave()}>
            {t("consents.withdraw")}
          </Button>
        </>
      }
    >
      <p>
        {t(consent.purpose === "CREDIT_REVIEW" ? "consents.withdrawReview" : "consents.withdrawServicing", {
          institution: consent.institution.name,
        })}
      </p>
    </Dialog>
  );
}
