import { useMutation } from "@apollo/client/react";
import { Button } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { isLongEnough, NewPassword } from "./NewPassword.tsx";
import { isMobile, PhoneCode } from "./PhoneCode.tsx";
import { useCode } from "./useCode.ts";
import { useSignedIn } from "./useSignedIn.ts";

const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      id
      kind
    }
  }
`);

const fields = ["phone", "code", "newPassword"] as const;

/** A forgotten password: the phone proves who one is, the new password signs in at once. */
export function ResetPasswordForm() {
  const t = useT();
  const signedIn = useSignedIn();
  const sms = useCode("RESET_PASSWORD");
  const [reset, { loading }] = useMutation(ResetPasswordDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [wasTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (sms.challenge === null || code.length !== 6 || !isLongEnough(password)) return;
    const { challengeId } = sms.challenge;
    try {
      await reset({ variables: { input: { challengeId, code, newPassword: password } } });
      await signedIn();
    } catch (error) {
      failures.take(error);
    }
  };
  const isCoded = sms.challenge !== null && code.length === 6;
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
        codeError={failures.of("code") ?? (wasTried && !isCoded ? t("form.code") : undefined)}
      />
      <NewPassword
        value={password}
        onValueChange={setPassword}
        error={failures.of("newPassword") ?? (wasTried && !isLongEnough(password) ? t("form.password") : undefined)}
      />
      <Button type="submit" variant="primary" size="large" block loading={loading}>
        {t("auth.resetAndSignIn")}
      </Button>
    </form>
  );
}
