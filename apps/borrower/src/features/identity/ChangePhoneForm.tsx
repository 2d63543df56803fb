import { useMutation } from "@apollo/client/react";
import { Button, useToast } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { isMobile, PhoneCode } from "./PhoneCode.tsx";
import { useCode } from "./useCode.ts";

const ChangePhoneDocument = graphql(`
  mutation ChangePhone($input: ChangePhoneInput!) {
    changePhone(input: $input) {
      id
      displayName
      borrower {
        id
        phoneMasked
      }
    }
  }
`);

const fields = ["code", "newPhone", "newCode"] as const;

/** A code to the present number and one to the new: both must be in the borrower's hands. */
export function ChangePhoneForm() {
  const t = useT();
  const toast = useToast();
  const [change, { loading }] = useMutation(ChangePhoneDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const present = useCode("CHANGE_PHONE");
  const next = useCode("CHANGE_PHONE");
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [newPhone, setNewPhone] = useState("");
  const [newCode, setNewCode] = useState("");
  const [wasTried, setTried] = useState(false);
  const need = (isMissing: boolean, word: "form.phone" | "form.code") => (wasTried && isMissing ? t(word) : undefined);
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (present.challenge === null || next.challenge === null || code.length !== 6 || newCode.length !== 6) return;
    const [{ challengeId }, { challengeId: newChallengeId }] = [present.challenge, next.challenge];
    try {
      await change({ variables: { input: { challengeId, code, newPhone, newChallengeId, newCode } } });
      toast({ message: t("phone.changed"), family: "success" });
      for (const set of [setPhone, setCode, setNewPhone, setNewCode]) set("");
      setTried(false);
      present.forget();
      next.forget();
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
        phoneLabel={t("phone.current")}
        phone={phone}
        onPhone={setPhone}
        code={code}
        onCode={setCode}
        sms={present}
        onSend={() => void present.send(phone).then(failures.clear, failures.take)}
        phoneError={need(!isMobile(phone), "form.phone")}
        codeError={failures.of("code") ?? need(code.length !== 6, "form.code")}
      />
      <PhoneCode
        phoneLabel={t("phone.new")}
        phone={newPhone}
        onPhone={setNewPhone}
        code={newCode}
        onCode={setNewCode}
        sms={next}
        onSend={() => void next.send(newPhone).then(failures.clear, failures.take)}
        phoneError={failures.of("newPhone") ?? need(!isMobile(newPhone), "form.phone")}
        codeError={failures.of("newCode") ?? need(newCode.length !== 6, "form.code")}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" loading={loading}>
          {t("phone.change")}
        </Button>
      </div>
    </form>
  );
}
