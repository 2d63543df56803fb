import { useMutation } from "@apollo/client/react";
import { Button, TextField } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { useSignedIn } from "./useSignedIn.ts";

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
        kind
      }
      secondFactor {
        challengeId
      }
    }
  }
`);

const fields = ["login", "password"] as const;

export function PasswordSignIn() {
  const t = useT();
  const signedIn = useSignedIn();
  const [signIn, { loading }] = useMutation(SignInDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [wasTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (login.trim() === "" || password === "") return;
    try {
      await signIn({ variables: { input: { login: login.trim(), password } } });
      await signedIn();
    } catch (error) {
      failures.take(error);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!loading) void submit();
      }}
    >
      <FormError>{failures.form}</FormError>
      <TextField
        label={t("phone.label")}
        type="tel"
        autoComplete="username"
        maxLength={60}
        required
        value={login}
        error={failures.of("login") ?? (wasTried && login.trim() === "" ? t("form.phone") : undefined)}
        onValueChange={setLogin}
      />
      <TextField
        label={t("password.label")}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        value={password}
        error={failures.of("password") ?? (wasTried && password === "" ? t("form.needPassword") : undefined)}
        onValueChange={setPassword}
      />
      <Button type="submit" variant="primary" size="large" block loading={loading}>
        {t("shell.signIn")}
      </Button>
    </form>
  );
}
