import { Button, TextArea } from "@daichao/ui/light";
import type { FormEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useT } from "../lib/texts.ts";
import { FormError } from "./FormError.tsx";
import styles from "./ReasonForm.module.css";

export interface ReasonFormProps {
  title: ReactNode;
  /** What will happen, one sentence each. */
  effects: readonly ReactNode[];
  label: string;
  hint?: string;
  confirm: string;
  danger?: boolean;
  /** Without a reason nothing is sent, unless it is optional. */
  optional?: boolean;
  maxLength?: number;
  isSubmitting: boolean;
  /** The refusal of the reason itself. */
  reasonError?: string;
  /** Any other refusal. */
  formError: string | null;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** An act on somebody or something: what it does, why it is done, and then doing it. */
export function ReasonForm(props: ReasonFormProps) {
  const { title, effects, label, hint, confirm, danger = false, optional = false, maxLength = 200 } = props;
  const { isSubmitting, reasonError, formError, onConfirm, onCancel } = props;
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    setMissing(said === "" && !optional);
    if (said === "" && !optional) form.current?.querySelector("textarea")?.focus();
    else if (!isSubmitting) onConfirm(said);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.title}>{title}</p>
      <ul className={styles.effects}>
        {effects.map((effect, index) => (
          <li key={index}>{effect}</li>
        ))}
      </ul>
      <FormError>{formError}</FormError>
      <TextArea
        label={label}
        hint={hint}
        rows={3}
        maxLength={maxLength}
        required={!optional}
        optional={optional}
        value={reason}
        onValueChange={setReason}
        error={isMissing && reason.trim() === "" ? t("reason.missing") : reasonError}
      />
      <div className={styles.actions}>
        <Button type="submit" variant={danger ? "danger" : "primary"} loading={isSubmitting}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}
