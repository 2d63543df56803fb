import { PlusIcon, TrashIcon } from "@daichao/ui";
import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Disclosure, NumberField, Segmented, Select, TextField } from "@daichao/ui/light";
import { useEffect, useState } from "react";
import { commonTerms, needLimits } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CalculatorForm.module.css";
import type { CalculatorAsk, CalculatorFee } from "./calculator-address.ts";
import {
  calculatorMethods,
  dayCounts,
  decimalIn,
  feeBases,
  feePayments,
  feeTimings,
  monthEnds,
  mostFees,
} from "./calculator-address.ts";

export interface CalculatorFormProps {
  ask: CalculatorAsk;
  onAsk: (ask: CalculatorAsk) => void;
  today: string;
}

const terms = [...commonTerms, 18, 48, 60].sort((a, b) => a - b);

function useTermChoices(term: number) {
  const { locale } = useLocale();
  const all = terms.includes(term) ? terms : [...terms, term].sort((a, b) => a - b);
  return all.map((value) => ({ value: String(value), label: formatTerm(value, locale) }));
}

/** Everything a loan's cost depends on: the four first questions open, the rest folded away. */
export function CalculatorForm({ ask, onAsk, today }: CalculatorFormProps) {
  const t = useT();
  const termChoices = useTermChoices(ask.term);
  return (
    <div className={styles.form}>
      <NumberField
        label={t("need.amount")}
        suffix={t("unit.yuan")}
        slider
        value={ask.amount}
        min={1}
        max={Math.max(needLimits.max, ask.amount)}
        onValueChange={(amount) => onAsk({ ...ask, amount })}
      />
      <Segmented
        legend={t("need.term")}
        value={String(ask.term)}
        choices={termChoices}
        onValueChange={(term) => onAsk({ ...ask, term: Number(term) })}
      />
      <div className={styles.pair}>
        <DecimalField
          label={t("fact.nominalRate")}
          unit={t("unit.percent")}
          value={ask.rate}
          onValue={(rate) => onAsk({ ...ask, rate })}
        />
        <Select
          label={t("fact.method")}
          value={ask.method}
          choices={calculatorMethods.map((method) => ({ value: method, label: t(`repaymentMethod.${method}`) }))}
          onValueChange={(value) =>
            onAsk({ ...ask, method: calculatorMethods.find((method) => method === value) ?? ask.method })
          }
        />
      </div>
      {ask.method === "FLAT" && <p className={styles.hint}>{t("calculator.flat")}</p>}
      <Fees fees={ask.fees} onFees={(fees) => onAsk({ ...ask, fees })} />
      <Disclosure summary={t("calculator.more")}>
        <Details ask={ask} onAsk={onAsk} today={today} />
      </Disclosure>
    </div>
  );
}

interface DecimalFieldProps {
  label: string;
  unit: string;
  value: string;
  onValue: (value: string) => void;
}

/** A figure with decimals; it counts as soon as it is one. */
function DecimalField({ label, unit, value, onValue }: DecimalFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      suffix={unit}
      value={typed}
      error={decimalIn(typed) === null ? t("calculator.figure") : undefined}
      onValueChange={(next) => {
        setTyped(next);
        if (decimalIn(next) !== null) onValue(next);
      }}
    />
  );
}

const firstFee: CalculatorFee = {
  code: "SERVICE",
  timing: "UPFRONT",
  basis: "RATE_OF_PRINCIPAL",
  payment: "PAID",
  value: "1",
};

function Fees({ fees, onFees }: { fees: readonly CalculatorFee[]; onFees: (fees: readonly CalculatorFee[]) => void }) {
  const t = useT();
  return (
    <fieldset className={styles.fees}>
      <legend className={styles.legend}>{t("calculator.fees")}</legend>
      {fees.map((fee, at) => (
        // Fees are told apart by their place alone: two may be alike.
        <FeeLine
          key={`${at + 1} of ${fees.length}`}
          number={at + 1}
          fee={fee}
          onFee={(next) => onFees(fees.map((one, place) => (place === at ? next : one)))}
          onRemove={() => onFees(fees.filter((_, place) => place !== at))}
        />
      ))}
      {fees.length < mostFees && (
        <Button
          size="small"
          icon={PlusIcon}
          onClick={() => onFees([...fees, { ...firstFee, code: fees.length === 0 ? "SERVICE" : freeCode(fees) }])}
        >
          {t("calculator.addFee")}
        </Button>
      )}
    </fieldset>
  );
}

const freeCode = (fees: readonly CalculatorFee[]): string =>
  ["SERVICE", "GUARANTEE", "ASSESSMENT", "INSURANCE", "OTHER"].find((code) => fees.every((fee) => fee.code !== code)) ??
  "OTHER";

interface FeeLineProps {
  number: number;
  fee: CalculatorFee;
  onFee: (fee: CalculatorFee) => void;
  onRemove: () => void;
}

function FeeLine({ number, fee, onFee, onRemove }: FeeLineProps) {
  const t = useT();
  return (
    <fieldset className={styles.fee}>
      <legend className={styles.feeName}>{t("calculator.fee", { number })}</legend>
      <Select
        label={t("calculator.timing")}
        value={fee.timing}
        choices={feeTimings.map((timing) => ({ value: timing, label: t(`feeTiming.${timing}`) }))}
        onValueChange={(value) => {
          const timing = feeTimings.find((one) => one === value) ?? fee.timing;
          onFee({ ...fee, timing, payment: timing === "UPFRONT" ? fee.payment : "PAID" });
        }}
      />
      <Select
        label={t("calculator.basis")}
        value={fee.basis}
        choices={feeBases.map((basis) => ({ value: basis, label: t(`calculator.basis.${basis}`) }))}
        onValueChange={(value) => onFee({ ...fee, basis: feeBases.find((one) => one === value) ?? fee.basis })}
      />
      <DecimalField
        label={t("calculator.value")}
        unit={t(fee.basis === "AMOUNT" ? "unit.yuan" : "unit.percent")}
        value={fee.value}
        onValue={(value) => onFee({ ...fee, value })}
      />
      {fee.timing === "UPFRONT" && (
        <Select
          label={t("calculator.payment")}
          value={fee.payment}
          choices={feePayments.map((payment) => ({ value: payment, label: t(`calculator.payment.${payment}`) }))}
          onValueChange={(value) => onFee({ ...fee, payment: feePayments.find((one) => one === value) ?? fee.payment })}
        />
      )}
      <Button
        variant="quiet"
        size="small"
        icon={TrashIcon}
        aria-label={t("calculator.removeFee", { number })}
        onClick={onRemove}
      />
    </fieldset>
  );
}

function Details({ ask, onAsk, today }: CalculatorFormProps) {
  const t = useT();
  return (
    <div className={styles.pair}>
      <Select
        label={t("calculator.dayCount")}
        value={ask.dayCount}
        choices={dayCounts.map((value) => ({ value, label: t(`calculator.days.${value}`) }))}
        onValueChange={(value) => onAsk({ ...ask, dayCount: dayCounts.find((one) => one === value) ?? ask.dayCount })}
      />
      <Select
        label={t("calculator.monthEnd")}
        value={ask.monthEnd}
        choices={monthEnds.map((value) => ({ value, label: t(`calculator.end.${value}`) }))}
        onValueChange={(value) => onAsk({ ...ask, monthEnd: monthEnds.find((one) => one === value) ?? ask.monthEnd })}
      />
      <TextField
        type="date"
        label={t("calculator.startOn")}
        value={ask.startOn ?? today}
        onValueChange={(value) => onAsk({ ...ask, startOn: value === "" || value === today ? null : value })}
      />
      <TextField
        type="date"
        label={t("calculator.firstDueOn")}
        optional
        value={ask.firstDueOn ?? ""}
        onValueChange={(value) => onAsk({ ...ask, firstDueOn: value === "" ? null : value })}
      />
    </div>
  );
}
