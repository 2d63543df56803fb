import { PlusIcon, TrashIcon } from "@daichao/ui";
import { Button, Select, TextField } from "@daichao/ui/light";
import type { FeeBasis, FeePayee, FeePayment, FeeTiming } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./Product.module.css";
import type { FeeForm } from "./terms-form.ts";
import { emptyFee } from "./terms-form.ts";
import type { TermsEditing } from "./useTermsForm.ts";

const timings: readonly FeeTiming[] = ["UPFRONT", "PER_PERIOD", "AT_END"];
const bases: readonly FeeBasis[] = ["RATE_OF_PRINCIPAL", "RATE_OF_OUTSTANDING", "AMOUNT"];
const payments: readonly FeePayment[] = ["PAID", "DEDUCTED"];
const payees: readonly FeePayee[] = ["INSTITUTION", "GUARANTOR", "PLATFORM"];
const mostFees = 10;

interface FeeProps {
  fee: FeeForm;
  at: number;
  editing: TermsEditing;
}

function useFee({ fee, at, editing }: FeeProps) {
  const { fees } = editing.form;
  return {
    set: (change: Partial<FeeForm>) =>
      editing.set({ fees: fees.map((other) => (other.key === fee.key ? { ...other, ...change } : other)) }),
    remove: () => editing.set({ fees: fees.filter((other) => other.key !== fee.key) }),
    errorOf: (name: string) => editing.errorOf(`fees.${at}.${name}`),
  };
}

function FeeFigure(props: FeeProps) {
  const t = useT();
  const { fee } = props;
  const { set, errorOf } = useFee(props);
  if (fee.basis === "AMOUNT")
    return (
      <TextField
        label={t("fee.amount")}
        inputMode="decimal"
        suffix={t("unit.yuan")}
        value={fee.yuan}
        error={errorOf("amount")}
        onValueChange={(yuan) => set({ yuan })}
      />
    );
  return (
    <TextField
      label={t("fee.rate")}
      inputMode="decimal"
      suffix={t("unit.percent")}
      value={fee.percent}
      error={errorOf("rate")}
      onValueChange={(percent) => set({ percent })}
    />
  );
}

function Fee(props: FeeProps) {
  const t = useT();
  const { fee, at } = props;
  const { set, remove, errorOf } = useFee(props);
  const title = t("fee.title", { number: at + 1 });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset here would nest legends inside the form's own fieldset
    <div className={styles.fee} role="group" aria-label={title}>
      <div className={styles.feeHead}>
        <span className={styles.strong}>{title}</span>
        <Button
          size="small"
          variant="quiet"
          icon={TrashIcon}
          aria-label={`${t("fee.remove")} ${at + 1}`}
          title={t("fee.remove")}
          onClick={remove}
        />
      </div>
      <div className={styles.grid}>
        <TextField
          label={t("fee.code")}
          placeholder={t("fee.codeHint")}
          autoCapitalize="characters"
          autoComplete="off"
          value={fee.code}
          error={errorOf("code")}
          onValueChange={(code) => set({ code: code.toUpperCase() })}
        />
        <TextField
          label={t("fee.name")}
          maxLength={30}
          value={fee.name}
          error={errorOf("name")}
          onValueChange={(name) => set({ name })}
        />
        <Select
          label={t("fee.timing")}
          value={fee.timing}
          error={errorOf("timing")}
          choices={timings.map((value) => ({ value, label: t(`feeTiming.${value}`) }))}
          onValueChange={(timing) => set({ timing, payment: timing === "UPFRONT" ? fee.payment : "PAID" })}
        />
        <Select
          label={t("fee.basis")}
          value={fee.basis}
          error={errorOf("basis")}
          choices={bases.map((value) => ({ value, label: t(`feeBasis.${value}`) }))}
          onValueChange={(basis) => set({ basis })}
        />
        <FeeFigure {...props} />
        <Select
          label={t("fee.payment")}
          value={fee.payment}
          error={errorOf("payment")}
          choices={payments.map((value) => ({
            value,
            label: t(`feePayment.${value}`),
            disabled: value === "DEDUCTED" && fee.timing !== "UPFRONT",
          }))}
          onValueChange={(payment) => set({ payment })}
        />
        <Select
          label={t("fee.payee")}
          value={fee.payee}
          error={errorOf("payee")}
          choices={payees.map((value) => ({ value, label: t(`feePayee.${value}`) }))}
          onValueChange={(payee) => set({ payee })}
        />
        <TextField
          label={t("fee.payeeName")}
          maxLength={60}
          value={fee.payeeName}
          error={errorOf("payeeName")}
          onValueChange={(payeeName) => set({ payeeName })}
        />
      </div>
    </div>
  );
}

/** The fees of a product: who takes what, when and how. */
export function FeeFields({ editing }: { editing: TermsEditing }) {
  const t = useT();
  const { fees } = editing.form;
  const add = () => editing.set({ fees: [...fees, emptyFee(Math.max(-1, ...fees.map(({ key }) => key)) + 1)] });
  return (
    <Section title={t("form.fees")} isPaper note={fees.length === 0 ? t("fee.none") : undefined}>
      <div className={styles.fees}>
        {fees.map((fee, at) => (
          <Fee key={fee.key} fee={fee} at={at} editing={editing} />
        ))}
        <Button size="small" className={styles.start} icon={PlusIcon} disabled={fees.length >= mostFees} onClick={add}>
          {t("fee.add")}
        </Button>
      </div>
    </Section>
  );
}
