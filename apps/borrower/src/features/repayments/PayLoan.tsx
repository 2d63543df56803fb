import { useMutationWithKey } from "@daichao/client";
import { formatMoney } from "@daichao/ui/format";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, Segmented, TextField } from "@daichao/ui/light";
import { useCallback, useMemo, useState } from "react";
import type { PayLoan_BorrowerFragment, PayLoan_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isMore } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import { PaymentPreview } from "./PaymentPreview.tsx";
import { isSettled, PaymentProgress } from "./PaymentProgress.tsx";
import styles from "./pay.module.css";
import type { PayWay } from "./pay-amount.ts";
import { amountFor, lastOwnTurn, payableAmounts } from "./pay-amount.ts";

graphql(`
  fragment PayLoan_loan on Loan {
    id
    instalments {
      id
      number
      remaining
      state
    }
    payments {
      id
      state
      amount
    }
  }
`);

graphql(`
  fragment PayLoan_borrower on Borrower {
    id
    bankCards {
      id
      bankName
      numberMasked
    }
  }
`);

const PayLoanDocument = graphql(`
  mutation PayLoan($input: PayLoanInput!) {
    payLoan(input: $input) {
      id
      ...PaymentProgress_payment @unmask
    }
  }
`);

export interface PayLoanProps {
  loan: PayLoan_LoanFragment;
  borrower: PayLoan_BorrowerFragment;
  /** Whether the payment lies over the page: the address says so. */
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  onChanged: () => void;
}

/** Opens the payment: how much, what it clears, from which card; then how it went. */
export function PayLoan({ loan, borrower, isOpen, onOpen, onClose, onChanged }: PayLoanProps) {
  const t = useT();
  const [paymentId, setPayment] = useState<string | null>(null);
  const pending = loan.payments.find(({ state }) => !isSettled(state));
  const settled = useCallback(() => onChanged(), [onChanged]);
  const close = () => {
    setPayment(null);
    onClose();
  };
  const open = (id: string | null) => {
    setPayment(id);
    onOpen();
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button variant="primary" size="large" onClick={() => open(null)}>
          {t("instalment.pay")}
        </Button>
        {pending !== undefined && (
          <Button variant="quiet" size="small" onClick={() => open(pending.id)}>
            {t("pay.pending", { amount: formatMoney(pending.amount) })}
          </Button>
        )}
      </div>
      {isOpen && paymentId === null && (
        <PayDialog loan={loan} borrower={borrower} onClose={close} onPaid={setPayment} />
      )}
      {isOpen && paymentId !== null && (
        <Dialog
          open
          onClose={close}
          title={t("pay.result")}
          footer={
            <Button variant="primary" onClick={close}>
              {t("action.close")}
            </Button>
          }
        >
          <PaymentProgress id={paymentId} onSettled={settled} />
        </Dialog>
      )}
    </>
  );
}

interface PayDialogProps extends Pick<PayLoanProps, "loan" | "borrower" | "onClose"> {
  onPaid: (paymentId: string) => void;
}

export function PayDialog({ loan, borrower, onClose, onPaid }: PayDialogProps) {
  const t = useT();
  const sentence = useFailureText();
  const { submit, failure, isSubmitting } = useMutationWithKey(PayLoanDocument);
  const amounts = payableAmounts(loan.instalments);
  const [way, setWay] = useState<PayWay>(amounts.due === null ? "instalment" : "due");
  const [typed, setTyped] = useState("");
  const [tries, setTries] = useState(0);
  const [cardId, setCard] = useState(borrower.bankCards[0]?.id ?? null);
  const amount = amountFor(way, typed, amounts);
  const isAbove = amount !== null && isMore(amount, amounts.owed);
  const settledAmount = useDebouncedValue(amount, 300);
  const form = useFocusInvalid(useMemo(() => (tries === 0 ? null : { tries, failure }), [tries, failure]));
  const isAmount = failure?.field?.endsWith("amount") ?? false;
  const refusal = failure === null ? null : sentence(failure);
  const pay = async () => {
    setTries(tries + 1);
    if (amount === null || isAbove || cardId === null) return;
    const paid = await submit({ loanId: loan.id, amount, bankCardId: cardId });
    if (paid !== null) onPaid(paid.payLoan.id);
  };
  const label = (word: string, sum: string) => `${word} ${formatMoney(sum)}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("pay.title")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button
            variant="primary"
            loading={isSubmitting}
            disabled={borrower.bankCards.length === 0}
            onClick={() => void pay()}
          >
            {amount === null || isAbove ? t("pay.action") : t("pay.actionAmount", { amount: formatMoney(amount) })}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void pay();
        }}
      >
        <FormError>{isAmount ? null : refusal}</FormError>
        <Segmented<PayWay>
          legend={t("pay.amount")}
          value={way}
          choices={[
            ...(amounts.instalment === null
              ? []
              : [{ value: "instalment" as const, label: label(t("pay.thisInstalment"), amounts.instalment) }]),
            ...(amounts.due === null ? [] : [{ value: "due" as const, label: label(t("pay.allDue"), amounts.due) }]),
            { value: "custom", label: t("pay.custom") },
          ]}
          onValueChange={setWay}
        />
        {way === "custom" && (
          <TextField
            label={t("pay.customAmount")}
            hint={t("pay.customHint", { owed: formatMoney(amounts.owed) })}
            inputMode="decimal"
            suffix={t("unit.yuan")}
            required
            value={typed}
            error={
              (isAbove ? t("pay.above", { owed: formatMoney(amounts.owed) }) : null) ??
              (isAmount ? refusal : null) ??
              ((tries > 0 || typed !== "") && amount === null ? t("pay.wrong") : undefined)
            }
            onValueChange={setTyped}
          />
        )}
        {way !== "custom" && isAmount && (
          <p className={styles.wrong} role="alert">
            {refusal}
          </p>
        )}
        {settledAmount !== null && !isAbove && (
          <PaymentPreview loanId={loan.id} amount={settledAmount} lastTurn={lastOwnTurn(loan.instalments)} />
        )}
        {borrower.bankCards.length === 0 ? (
          <p className={styles.wrong}>{t("pay.noCard")}</p>
        ) : (
          <Segmented
            legend={t("pay.card")}
            value={cardId}
            choices={borrower.bankCards.map((card) => ({
              value: card.id,
              label: `${card.bankName} ${card.numberMasked}`,
            }))}
            onValueChange={setCard}
          />
        )}
      </form>
    </Dialog>
  );
}
