import { useMutation } from "@apollo/client/react";
import { type Failure, toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, OtpInput } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./SignIn.module.css";

const VerifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) {
      id
      kind
    }
  }
`);

export interface SecondFactorFormProps {
  challengeId: string;
  onSignedIn: () => void;
  onBack: () => void;
}

export function SecondFactorForm({ challengeId, onSignedIn, onBack }: SecondFactorFormProps) {
  const t = useT();
  const say = useFailureText();
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [verify, { loading }] = useMutation(VerifySecondFactorDocument);
  const send = (value: string) => {
    setFailure(null);
    verify({ variables: { input: { challengeId, code: value } } }).then(onSignedIn, (error: unknown) => {
      setCode("");
      setFailure(toFailure(error));
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.hint}>{t("auth.secondFactor")}</p>
      <OtpInput label={t("auth.code")} value={code} onValueChange={setCode} onComplete={send} length={6} />
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {say(failure)}
        </p>
      )}
      <Button type="submit" variant="primary" block loading={loading} disabled={code.length !== 6}>
        {t("auth.confirm")}
      </Button>
      <Button type="button" variant="quiet" block onClick={onBack}>
        {t("auth.back")}
      </Button>
    </form>
  );
}
