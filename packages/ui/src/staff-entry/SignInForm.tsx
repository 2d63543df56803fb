import { type FormEvent, useState } from "react";
import { Button } from "../light/Button.tsx";
import { TextField } from "../light/TextField.tsx";
import { AttemptFailure } from "./AttemptFailure.tsx";
import styles from "./SignIn.module.css";
import { useEntryT } from "./texts.ts";
import { type AttemptOutcome, useAttempt } from "./use-attempt.ts";

export function SignInForm({ onSubmit }: { onSubmit: (login: string, password: string) => AttemptOutcome }) {
  const t = useEntryT();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const { isUnderWay, failure, begin } = useAttempt();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void begin(onSubmit(login, password));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField label={t("entry.login")} value={login} onValueChange={setLogin} autoComplete="username" required />
      <TextField
        label={t("entry.password")}
        type="password"
        value={password}
        onValueChange={setPassword}
        autoComplete="current-password"
        required
      />
      <AttemptFailure failure={failure} />
      <Button type="submit" variant="primary" block loading={isUnderWay} disabled={login === "" || password === ""}>
        {t("shell.signIn")}
      </Button>
    </form>
  );
}
