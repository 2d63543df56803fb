import { useMutation } from "@apollo/client/react";
import { toFailure, useMutationWithKey } from "@daichao/client";
import { checkBankCard } from "@daichao/finance";
import { BankIcon, Icon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, EmptyState, Instant, TextField, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { BankCards_BorrowerFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isSandbox } from "../../lib/sandbox.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./forms.module.css";

graphql(`
  fragment BankCards_borrower on Borrower {
    id
    isIdentityVerified
    bankCards {
      id
      bankName
      numberMasked
      boundAt
    }
  }
`);

const BindBankCardDocument = graphql(`
  mutation BindBankCard($input: BindBankCardInput!) {
    bindBankCard(input: $input) {
      id
      ...BankCards_borrower @unmask
    }
  }
`);

const UnbindBankCardDocument = graphql(`
  mutation UnbindBankCard($input: UnbindBankCardInput!) {
    unbindBankCard(input: $input) {
      id
      ...BankCards_borrower @unmask
    }
  }
`);

type Card = BankCards_BorrowerFragment["bankCards"][number];

const groupsOf = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, "$1 ");

/** The cards that money comes to and goes from. */
export function BankCards({ borrower }: { borrower: BankCards_BorrowerFragment }) {
  const t = useT();
  const [leaving, setLeaving] = useState<Card | null>(null);
  return (
    <>
      <Section title={t("cards.title")}>
        {borrower.bankCards.length === 0 ? (
          <EmptyState title={t("cards.none")} reason={t("cards.noneReason")} />
        ) : (
          <ul className={styles.list}>
            {borrower.bankCards.map((card) => (
              <li key={card.id} className={styles.item}>
                <div className={styles.words}>
                  <p>
                    <Icon shape={BankIcon} /> <strong>{card.bankName}</strong> {card.numberMasked}
                  </p>
                  <p className={styles.quiet}>
                    {t("cards.boundAt")} <Instant at={card.boundAt} />
                  </p>
                </div>
                <div className={styles.actions}>
                  <Button
                    size="small"
                    aria-label={t("cards.unbindOne", { card: `${card.bankName} ${card.numberMasked}` })}
                    onClick={() => setLeaving(card)}
                  >
                    {t("cards.unbind")}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("cards.add")} hint={t("cards.hint")}>
        <BindCard />
      </Section>
      {leaving !== null && <UnbindDialog card={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function UnbindDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [unbind, { loading }] = useMutation(UnbindBankCardDocument);
  const [refusal, setRefusal] = useState<string | null>(null);
  const leave = async () => {
    setRefusal(null);
    try {
      await unbind({ variables: { input: { bankCardId: card.id } } });
      toast({ message: t("cards.unbound"), family: "success" });
      onClose();
    } catch (error) {
      setRefusal(sentence(toFailure(error)));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("cards.unbindTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="danger" loading={loading} onClick={() => void leave()}>
            {t("cards.unbind")}
          </Button>
        </>
      }
    >
      <FormError>{refusal}</FormError>
      <p>{t("cards.unbindText", { card: `${card.bankName} ${card.numberMasked}` })}</p>
    </Dialog>
  );
}

/** The form to bind a card, for a page that has its own frame around it. */
export function BindCard({ onBound }: { onBound?: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const { submit, failure, isSubmitting, reset } = useMutationWithKey(BindBankCardDocument);
  const form = useFocusInvalid(failure);
  const [cardNumber, setNumber] = useState("");
  const [wasTried, setTried] = useState(false);
  const isValid = checkBankCard(cardNumber).valid;
  const isField = failure?.field?.endsWith("cardNumber") ?? false;
  const bind = async () => {
    setTried(true);
    if (!isValid) return;
    const bound = await submit({ cardNumber });
    if (bound === null) return;
    toast({ message: t("cards.bound"), family: "success" });
    setNumber("");
    setTried(false);
    reset();
    onBound?.();
  };
  const refusal = failure === null ? null : sentence(failure);
  return (
    <form
      ref={form}
      noValidate
      className={styles.grid}
      onSubmit={(event) => {
        event.preventDefault();
        void bind();
      }}
    >
      <div className={styles.whole}>
        <FormError>{isField ? null : refusal}</FormError>
      </div>
      <TextField
        label={t("cards.number")}
        hint={isSandbox() ? t("cards.sandbox") : undefined}
        inputMode="numeric"
        autoComplete="cc-number"
        maxLength={24}
        required
        value={groupsOf(cardNumber)}
        error={(isField ? refusal : undefined) ?? (wasTried && !isValid ? t("cards.numberWrong") : undefined)}
        onValueChange={(typed) => setNumber(typed.replace(/\D/g, "").slice(0, 19))}
      />
      <div className={styles.whole}>
        <Button type="submit" variant="primary" loading={isSubmitting}>
          {t("cards.bind")}
        </Button>
      </div>
    </form>
  );
}
