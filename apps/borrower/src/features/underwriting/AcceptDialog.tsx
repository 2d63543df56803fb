import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { formatInstant, formatMoney, formatRate, formatTerm } from "@daichao/ui/format";
import { useFailureText, useHouseT, useLocale } from "@daichao/ui/i18n";
import { Button, Checkbox, Dialog, Skeleton, StatusTag } from "@daichao/ui/light";
import { useState } from "react";
import type { Offers_ApplicationFragment, OthersUnderWayQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./offers.module.css";

const OthersUnderWayDocument = graphql(`
  query OthersUnderWay {
    applications(filter: { isOpen: true }, first: 50) {
      edges {
        node {
          id
          state
          permittedActions
          institution {
            id
            shortName
          }
          product {
            versionId
            name
          }
        }
      }
    }
  }
`);

type Other = NonNullable<OthersUnderWayQuery["applications"]>["edges"][number]["node"];

export interface AcceptDialogProps {
  application: Offers_ApplicationFragment;
  offer: Offers_ApplicationFragment["offers"][number];
  isOpen: boolean;
  isSending: boolean;
  onClose: () => void;
  /** Given the other applications that are to end with it. */
  onAccept: (withdrawing: readonly string[]) => void;
}

/** What is accepted, once more in figures, and what becomes of the borrower's other applications. */
export function AcceptDialog({ application, offer, isOpen, isSending, onClose, onAccept }: AcceptDialogProps) {
  const t = useT();
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Asked when the dialogue opens: what was under way when the page was drawn may not be any more.
  const { data, error, refetch } = useQuery(OthersUnderWayDocument, { skip: !isOpen, fetchPolicy: "network-only" });
  const others = (data?.applications?.edges.map(({ node }) => node) ?? []).filter(
    ({ id, permittedActions }) => id !== application.id && permittedActions.includes("WITHDRAW"),
  );
  const withdrawing = others.map(({ id }) => id).filter((id) => chosen.has(id));
  const isAsking = isOpen && data === undefined && error === undefined;
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t("offer.acceptTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="primary" loading={isSending} disabled={isAsking} onClick={() => onAccept(withdrawing)}>
            {withdrawing.length === 0 ? t("offer.accept") : t("offer.acceptAlone", { count: withdrawing.length })}
          </Button>
        </>
      }
    >
      <div className={styles.ask}>
        <p>
          {t("offer.acceptText", {
            institution: application.institution.shortName,
            amount: formatMoney(offer.amount),
            term: formatTerm(offer.termCount, locale),
            cost: formatRate(offer.quote.annualCost.primary),
            until: formatInstant(offer.expiresAt, locale),
          })}
        </p>
        {isAsking && <Skeleton lines={2} />}
        {error !== undefined && <OthersUnknown error={error} onRetry={() => void refetch()} />}
        {others.length > 0 && <Others others={others} chosen={chosen} onChoose={choose} />}
      </div>
    </Dialog>
  );
}

interface OthersProps {
  others: readonly Other[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

function Others({ others, chosen, onChoose }: OthersProps) {
  const t = useT();
  return (
    <fieldset className={styles.others}>
      <legend>{t("offer.others", { count: others.length })}</legend>
      <p className={styles.quiet}>{t("offer.othersHint", { count: others.length })}</p>
      <ul>
        {others.map(({ id, state, institution, product }) => (
          <li key={id}>
            <Checkbox checked={chosen.has(id)} onCheckedChange={(isChosen) => onChoose(id, isChosen)}>
              {t("offer.withdrawOther", { institution: institution.shortName, product: product.name })}{" "}
              <StatusTag kind="application" status={state} audience="borrower" />
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function OthersUnknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const ofHouse = useHouseT();
  const sentence = useFailureText();
  return (
    <p className={styles.quiet} role="status">
      {t("offer.othersUnknown", { why: sentence(toFailure(error)) })}{" "}
      <Button variant="quiet" size="small" onClick={onRetry}>
        {ofHouse("error.retry")}
      </Button>
    </p>
  );
}
