import { useMutation } from "@apollo/client/react";
import { Button, Tag, TextField, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { ContactEmail_PreferencesFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ContactMatrix.module.css";

graphql(`
  fragment ContactEmail_preferences on ContactPreferences {
    emailMasked
    isEmailConfirmed
  }
`);

const SetContactEmailDocument = graphql(`
  mutation SetContactEmail($input: SetContactEmailInput!) {
    setContactEmail(input: $input) {
      emailMasked
      isEmailConfirmed
    }
  }
`);

const ConfirmContactEmailDocument = graphql(`
  mutation ConfirmContactEmail($input: ConfirmContactEmailInput!) {
    confirmContactEmail(input: $input) {
      emailMasked
      isEmailConfirmed
    }
  }
`);

/** The address notices go to: given, proved by a code, or forgotten. */
export function ContactEmail({ preferences }: { preferences: ContactEmail_PreferencesFragment }) {
  const t = useT();
  const toast = useToast();
  const failures = useFormFailures(["email", "code"] as const);
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const [set, setting] = useMutation(SetContactEmailDocument);
  const [confirm, confirming] = useMutation(ConfirmContactEmailDocument);
  const { emailMasked, isEmailConfirmed } = preferences;
  const isWaiting = emailMasked !== null && !isEmailConfirmed;

  async function run(work: () => Promise<unknown>, done: string): Promise<void> {
    failures.clear();
    try {
      await work();
      setEmail("");
      setCode("");
      toast({ message: done, family: "success" });
    } catch (error) {
      failures.take(error);
    }
  }

  return (
    <>
      <p className={styles.quiet}>
        {emailMasked === null ? (
          t("contact.emailNone")
        ) : (
          <>
            {emailMasked}{" "}
            <Tag family={isEmailConfirmed ? "success" : "warning"}>
              {t(isEmailConfirmed ? "contact.emailConfirmed" : "contact.emailWaiting")}
            </Tag>
          </>
        )}
      </p>
      {failures.form !== null && <p role="alert">{failures.form}</p>}
      {isWaiting && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => confirm({ variables: { input: { code } } }), t("contact.emailDone"));
          }}
        >
          <TextField
            label={t("contact.code")}
            className={styles.time}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            error={failures.of("code")}
            onValueChange={setCode}
          />
          <Button type="submit" variant="primary" loading={confirming.loading} disabled={code.length !== 6}>
            {t("contact.confirm")}
          </Button>
        </form>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => set({ variables: { input: { email } } }), t("contact.emailSent"));
        }}
      >
        <TextField
          type="email"
          label={t("contact.emailLabel")}
          className={styles.wide}
          autoComplete="email"
          value={email}
          error={failures.of("email")}
          onValueChange={setEmail}
        />
        <Button type="submit" loading={setting.loading} disabled={email.trim() === ""}>
          {t("contact.sendCode")}
        </Button>
        {emailMasked !== null && (
          <Button
            variant="quiet"
            onClick={() => void run(() => set({ variables: { input: { email: null } } }), t("contact.emailRemoved"))}
          >
            {t("contact.removeEmail")}
          </Button>
        )}
      </form>
    </>
  );
}
