import { formatMoneyRange, formatRate } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Select, TextArea, TextField } from "@daichao/ui/light";
import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useT } from "../../lib/texts.ts";
import { moneyOfYuan, percentOfRate, rateOfPercent, yuanOfMoney } from "../../lib/wire-figures.ts";
import { CheckGroup } from "../../ui/CheckGroup.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { DecisionConfirm } from "./DecisionConfirm.tsx";
import styles from "./DecisionPanel.module.css";
import type { DecisionPanelProps } from "./DecisionPanel.tsx";
import { DecisionPreview } from "./DecisionPreview.tsx";
import type { Asked, DecisionDraft, Mode } from "./decision-draft.ts";
import { decisionReasons, draftFor, outsideOf, termsOf } from "./decision-draft.ts";
import { useDecisionPreview } from "./useDecisionPreview.ts";

type FormProps = DecisionPanelProps & { mode: Mode };

interface FieldsProps {
  draft: DecisionDraft;
  onDraft: (draft: DecisionDraft) => void;
  application: FormProps["application"];
  problemOf: (field: string) => string | undefined;
}

function RateField({ draft, onDraft, application, problemOf }: FieldsProps) {
  const t = useT();
  const isBad = rateOfPercent(draft.percent) === null;
  return (
    <TextField
      label={t("decide.rate")}
      inputMode="decimal"
      autoComplete="off"
      value={draft.percent}
      suffix={t("unit.percent")}
      hint={t("decide.rateHint", { max: formatRate(application.product.rateMax) })}
      error={isBad ? t("decide.rateBad") : problemOf("annualRate")}
      onValueChange={(percent) => onDraft({ ...draft, percent })}
    />
  );
}

function CounterFields(props: FieldsProps) {
  const { draft, onDraft, application, problemOf } = props;
  const t = useT();
  const { locale } = useLocale();
  const { termOptions, repaymentMethods, amountMin, amountMax } = application.product;
  const terms = termOptions.includes(draft.termCount) ? termOptions : [draft.termCount, ...termOptions];
  return (
    <>
      <TextField
        label={t("decide.amount")}
        inputMode="decimal"
        autoComplete="off"
        value={draft.yuan}
        suffix={t("unit.yuan")}
        hint={t("decide.amountHint", { range: formatMoneyRange(amountMin, amountMax, locale) })}
        error={moneyOfYuan(draft.yuan) === null ? t("decide.amountBad") : problemOf("amount")}
        onValueChange={(yuan) => onDraft({ ...draft, yuan })}
      />
      <div className={styles.pair}>
        <Select
          label={t("decide.term")}
          value={String(draft.termCount)}
          choices={terms.map((term) => ({ value: String(term), label: `${term} ${t("unit.month")}` }))}
          error={problemOf("termCount")}
          onValueChange={(term) => onDraft({ ...draft, termCount: Number(term) })}
        />
        <Select
          label={t("decide.method")}
          value={draft.method}
          choices={repaymentMethods.map((value) => ({ value, label: t.find(`repaymentMethod.${value}`) ?? value }))}
          error={problemOf("method")}
          onValueChange={(method) => onDraft({ ...draft, method })}
        />
      </div>
      <RateField {...props} />
    </>
  );
}

/** The model's own terms, taken over with one press. */
function Suggestion({ draft, onDraft, application }: FieldsProps) {
  const t = useT();
  const { suggestedAmount, suggestedRate, suggestedTermCount } = application.assessment ?? {};
  if (suggestedAmount == null && suggestedRate == null && suggestedTermCount == null) return null;
  const take = () =>
    onDraft({
      ...draft,
      yuan: suggestedAmount == null ? draft.yuan : yuanOfMoney(suggestedAmount),
      percent: suggestedRate == null ? draft.percent : percentOfRate(suggestedRate),
      termCount: suggestedTermCount ?? draft.termCount,
    });
  return (
    <Button size="small" className={styles.suggest} onClick={take}>
      {t("decide.suggest")}
    </Button>
  );
}

// The version the figures were written on: whatever happens to the case meanwhile has to be looked at first.
function useStanding({ application, onReload }: FormProps) {
  const [base, setBase] = useState(application.version);
  return {
    base,
    isStale: base !== application.version,
    take: () => void onReload().then(() => setBase(application.version)),
  };
}

/** One verdict being written, with its live figures. */
export function DecisionForm(props: FormProps) {
  const { application, mode, onMode } = props;
  const t = useT();
  const { locale } = useLocale();
  const { amount, termCount, method, product } = application;
  const asked: Asked = { amount, termCount, method, rate: product.rateMax };
  const [draft, setDraft] = useState(() => draftFor(asked));
  const [isConfirming, setConfirming] = useState(false);
  const [isTried, setTried] = useState(false);
  const standing = useStanding(props);
  const form = useRef<HTMLFormElement>(null);
  const typed = mode === "reject" ? null : termsOf(mode, draft, asked);
  const outside = typed === null ? null : outsideOf(typed, product);
  const terms = outside === null ? typed : null;
  const { preview, failure, isStale } = useDecisionPreview(application.id, terms);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  const limits = {
    range: formatMoneyRange(product.amountMin, product.amountMax, locale),
    max: formatRate(product.rateMax),
  };
  const lacksReason = mode === "reject" && draft.reasons.length === 0;
  const canGo = mode === "reject" ? !lacksReason : terms !== null && !isStale && preview?.quote != null;
  const go = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (canGo && !standing.isStale) setConfirming(true);
  };
  const problemOf = (field: string) => {
    if (field === outside) return t(field === "amount" ? "decide.amountOutside" : "decide.rateOutside", limits);
    return preview?.problems.find((problem) => problem.field === field)?.detail;
  };
  const fields: FieldsProps = { draft, onDraft: setDraft, application, problemOf };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={go}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isConfirming) onMode(null);
      }}
      noValidate
    >
      {standing.isStale && (
        <Notice
          family="warning"
          title={t("stale.title")}
          isUrgent
          action={
            <Button size="small" onClick={standing.take}>
              {t("stale.take")}
            </Button>
          }
        >
          {t("stale.reason")}
        </Notice>
      )}
      {mode === "approve" && <p className={styles.quiet}>{t("decide.asAsked")}</p>}
      {mode === "approve" && <RateField {...fields} />}
      {mode === "counter" && <CounterFields {...fields} />}
      {mode === "counter" && <Suggestion {...fields} />}
      {mode === "reject" && (
        <CheckGroup
          legend={t("decide.reasons")}
          error={isTried && lacksReason ? t("decide.reasonsNone") : undefined}
          choices={decisionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          values={draft.reasons}
          onValuesChange={(reasons) => setDraft({ ...draft, reasons })}
        />
      )}
      <TextArea
        label={t(mode === "reject" ? "decide.commentInner" : "decide.comment")}
        optional
        rows={2}
        maxLength={300}
        value={draft.comment}
        onValueChange={(comment) => setDraft({ ...draft, comment })}
      />
      {mode !== "reject" && (
        <DecisionPreview preview={preview} failure={failure} isStale={isStale} isOpen={terms === null} />
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          variant={mode === "reject" ? "danger" : "primary"}
          disabled={standing.isStale || (mode !== "reject" && !canGo)}
        >
          {t(`decide.go.${mode}`)}
        </Button>
        <Button variant="quiet" onClick={() => onMode(null)}>
          {t("action.cancel")}
        </Button>
      </div>
      {isConfirming && (
        <DecisionConfirm
          {...props}
          draft={draft}
          terms={terms}
          preview={preview}
          version={standing.base}
          onClose={() => setConfirming(false)}
        />
      )}
    </form>
  );
}
