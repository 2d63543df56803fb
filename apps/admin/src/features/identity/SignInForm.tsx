import { useMutation } from "@apollo/client/react";
import { type Failure, toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, TextField } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./SignIn.module.css";

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
        kind
      }
      secondFactor {
        challengeId
        expiresAt
      }
    }
  }
`);

export interface SignInFormProps {
  onSignedIn: () => void;
  /** The password was right: the code of the second factor is wanted now. */
  onSecondFactor: (challengeId: string) => void;
}

export function SignInForm({ onSignedIn, onSecondFactor }: SignInFormProps) {
  const t = useT();
  const say = useFailureText();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signIn, { loading }] = useMutation(SignInDocument);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    signIn({ variables: { input: { login: login.trim(), password } } }).then(
      ({ data }) => {
        const challengeId = data?.signIn.secondFactor?.challengeId;
        if (challengeId) onSecondFactor(challengeId);
        else onSignedIn();
      },
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField label={t("auth.login")} value={login} onValueChange={setLogin} autoComplete="username" required />
      <TextField
        label={t("auth.password")}
        type="password"
        value={password}
        onValueChange={setPassword}
        autoComplete="current-password"
        required
      />
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {say(failure)}
        </p>
      )}
      <Button type="submit" variant="primary" block loading={loading} disabled={login === "" || password === ""}>
        {t("auth.signIn")}
      </Button>
    </form>
  );
}
