import { useMutation } from "@apollo/client/react";
import { Button, Checkbox } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { isLongEnough, NewPassword } from "./NewPassword.tsx";
import { isMobile, PhoneCode } from "./PhoneCode.tsx";
import { Terms } from "./Terms.tsx";
import { useCode } from "./useCode.ts";
import { useSignedIn } from "./useSignedIn.ts";

const RegisterDocument = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      id
      kind
    }
  }
`);

const fields = ["phone", "code", "password", "acceptsTerms"] as const;

/** A new account: phone and code first, the password after, and terms that nobody has ticked beforehand. */
export function RegisterForm() {
  const t = useT();
  const signedIn = useSignedIn();
  const sms = useCode("REGISTER");
  const [register, { loading }] = useMutation(RegisterDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [acceptsTerms, setAccepts] = useState(false);
  const [wasTried, setTried] = useState(false);
  const missing = (isMissing: boolean, word: "form.phone" | "form.code" | "form.password" | "form.terms") =>
    wasTried && isMissing ? t(word) : undefined;
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (sms.challenge === null || code.length !== 6 || !isLongEnough(password) || !acceptsTerms) return;
    const { challengeId } = sms.challenge;
    try {
      await register({ variables: { input: { challengeId, code, password, acceptsTerms } } });
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
        phoneError={failures.of("phone") ?? missing(!isMobile(phone), "form.phone")}
        codeError={failures.of("code") ?? missing(sms.challenge === null || code.length !== 6, "form.code")}
      />
      <NewPassword
        value={password}
        onValueChange={setPassword}
        error={failures.of("password") ?? missing(!isLongEnough(password), "form.password")}
      />
      <div>
        <Checkbox
          checked={acceptsTerms}
          onCheckedChange={setAccepts}
          aria-invalid={(wasTried && !acceptsTerms) || undefined}
        >
          {t("terms.accept")}
        </Checkbox>
        <Terms />
        {(failures.of("acceptsTerms") ?? missing(!acceptsTerms, "form.terms")) !== undefined && (
          <p className={styles.wrong} role="alert">
            {failures.of("acceptsTerms") ?? t("form.terms")}
          </p>
        )}
      </div>
      <Button type="submit" variant="primary" size="large" block loading={loading}>
        {t("auth.register")}
      </Button>
    </form>
  );
}
