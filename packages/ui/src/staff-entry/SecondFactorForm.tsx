import { type FormEvent, useState } from "react";
import { Button } from "../light/Button.tsx";
import { OtpInput } from "../light/OtpInput.tsx";
import { AttemptFailure } from "./AttemptFailure.tsx";
import styles from "./SignIn.module.css";
import { useEntryT } from "./texts.ts";
import { type AttemptOutcome, useAttempt } from "./use-attempt.ts";

export interface SecondFactorFormProps {
  onSubmit: (code: string) => AttemptOutcome;
  onBack: () => void;
}

/** The last digit sends the code; a refused one makes room for the next. */
export function SecondFactorForm({ onSubmit, onBack }: SecondFactorFormProps) {
  const t = useEntryT();
  const [code, setCode] = useState("");
  const { isUnderWay, failure, begin } = useAttempt();
  const send = async (value: string) => {
    if (!(await begin(onSubmit(value)))) setCode("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(code);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.hint}>{t("entry.secondFactor")}</p>
      <OtpInput
        label={t("entry.code")}
        value={code}
        onValueChange={setCode}
        onComplete={(value) => void send(value)}
        length={6}
      />
      <AttemptFailure failure={failure} />
      <Button type="submit" variant="primary" block loading={isUnderWay} disabled={code.length !== 6}>
        {t("entry.confirm")}
      </Button>
      <Button type="button" variant="quiet" block onClick={onBack}>
        {t("entry.back")}
      </Button>
    </form>
  );
}
