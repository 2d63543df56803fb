import { Button, NumberField, Segmented, Select } from "@daichao/ui/light";
import type { SyntheticEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { isHeldByField } from "../../lib/held-by-field.ts";
import { provinceCodes } from "../../lib/province-codes.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { type Answers, ageBands, employments, isAnswered, type Question, questions } from "./precheck-answers.ts";
import styles from "./recommendations.module.css";

export interface PrecheckQuestionsProps {
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  onDone: () => void;
  isBusy: boolean;
  failure: string | null;
}

/** Five questions, one at a time: Enter goes on, and what was answered stays on the way back. */
export function PrecheckQuestions({ answers, onAnswers, onDone, isBusy, failure }: PrecheckQuestionsProps) {
  const t = useT();
  const [at, setAt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const question = questions[at] ?? "employment";
  const isLast = at === questions.length - 1;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input:checked, input, select")?.focus();
  }, [at]);
  const next = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (form.current !== null && isHeldByField(form.current)) return;
    if (!isAnswered(question, answers)) return;
    if (isLast) onDone();
    else setAt(at + 1);
  };
  return (
    <form ref={form} className={styles.questions} onSubmit={next}>
      <p className={styles.step} role="status">
        {t("precheck.step", { at: at + 1, count: questions.length })}
      </p>
      <OneQuestion question={question} answers={answers} onAnswers={onAnswers} />
      <FormError>{failure}</FormError>
      <div className={styles.buttons}>
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t("precheck.back")}
        </Button>
        <Button type="submit" variant="primary" loading={isBusy} disabled={!isAnswered(question, answers)}>
          {t(isLast ? "precheck.finish" : "precheck.next")}
        </Button>
      </div>
    </form>
  );
}

interface OneProps {
  question: Question;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}

function OneQuestion({ question, answers, onAnswers }: OneProps) {
  const t = useT();
  switch (question) {
    case "employment":
      return (
        <Segmented
          legend={t("precheck.employment")}
          value={answers.employment}
          choices={employments.map((value) => ({ value, label: t(`precheck.work.${value}`) }))}
          onValueChange={(employment) => onAnswers({ ...answers, employment })}
        />
      );
    case "income":
      return (
        <NumberField
          label={t("precheck.income")}
          hint={t("precheck.incomeHint")}
          suffix={t("unit.yuan")}
          value={answers.income}
          min={0}
          max={1_000_000}
          onValueChange={(income) => onAnswers({ ...answers, income })}
        />
      );
    case "debt":
      return (
        <NumberField
          label={t("precheck.debt")}
          hint={t("precheck.debtHint")}
          suffix={t("unit.yuan")}
          value={answers.debt}
          min={0}
          max={1_000_000}
          onValueChange={(debt) => onAnswers({ ...answers, debt })}
        />
      );
    case "age":
      return (
        <Segmented
          legend={t("precheck.age")}
          value={answers.age}
          choices={ageBands.map((value) => ({ value, label: t(`precheck.age.${value}`) }))}
          onValueChange={(age) => onAnswers({ ...answers, age })}
        />
      );
    case "province":
      return (
        <Select
          label={t("precheck.province")}
          placeholder={t("precheck.choose")}
          value={provinceCodes.find((code) => code === answers.province) ?? ""}
          choices={provinceCodes.map((value) => ({ value, label: t(`province.${value}`) }))}
          onValueChange={(province) => onAnswers({ ...answers, province })}
        />
      );
  }
}
