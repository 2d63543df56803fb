import { useMutation } from "@apollo/client/react";
import { Button, TextField, useToast } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./forms.module.css";
import { isLongEnough, NewPassword } from "./NewPassword.tsx";

const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      id
      ...SessionList_session @unmask
    }
  }
`);

const fields = ["currentPassword", "newPassword"] as const;

/** A new password; every other session ends with the old one. */
export function ChangePasswordForm({ onChanged }: { onChanged: () => void }) {
  const t = useT();
  const toast = useToast();
  const [change, { loading }] = useMutation(ChangePasswordDocument);
  const failures = useFormFailures(fields);
  const form = useFocusInvalid(failures.failure);
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [wasTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    failures.clear();
    if (currentPassword === "" || !isLongEnough(newPassword)) return;
    try {
      await change({ variables: { input: { currentPassword, newPassword } } });
      toast({ message: t("password.changed"), family: "success" });
      setCurrent("");
      setNew("");
      setTried(false);
      onChanged();
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
        label={t("password.current")}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        value={currentPassword}
        error={
          failures.of("currentPassword") ?? (wasTried && currentPassword === "" ? t("form.needPassword") : undefined)
        }
        onValueChange={setCurrent}
      />
      <NewPassword
        value={newPassword}
        onValueChange={setNew}
        error={failures.of("newPassword") ?? (wasTried && !isLongEnough(newPassword) ? t("form.password") : undefined)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" loading={loading}>
          {t("password.change")}
        </Button>
      </div>
    </form>
  );
}
