import { useMutation } from "@apollo/client/react";
import { Button } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { isMobile, PhoneCode } from "./PhoneCode.tsx";
import { useCode } from "./useCode.ts";
import { useSignedIn } from "./useSignedIn.ts";

const SignInWithCodeDocument = graphql(`
  mutation SignInWithCode($input: SignInWithCodeInput!) {
    signInWithCode(input: $input) {
      id
      kind
    }
  }
`);

const fields = ["phone", "code"] as const;

export function CodeSignIn() {
  const t = useT();
  const signedIn = useSignedIn();
  const sms = useCode("SIGN_IN");
  const [signIn, { loading }] = useMutation(SignInWithCodeDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [wasTried, setTried] = useState(false);
  const isReady = sms.challenge !== null && code.length === 6;
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (sms.challenge === null || code.length !== 6) return;
    try {
      await signIn({ variables: { input: { challengeId: sms.challenge.challengeId, code } } });
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
      <PhoneCode
        phone={phone}
        onPhone={(next) => {
          setPhone(next);
          sms.forget();
        }}
        code={code}
        onCode={setCode}
        sms={sms}
        onSend={() => void sms.send(phone).then(failures.clear, failures.take)}
        phoneError={failures.of("phone") ?? (wasTried && !isMobile(phone) ? t("form.phone") : undefined)}
        codeError={failures.of("code") ?? (wasTried && !isReady ? t("form.code") : undefined)}
      />
      <Button type="submit" variant="primary" size="large" block loading={loading}>
        {t("shell.signIn")}
      </Button>
    </form>
  );
}
