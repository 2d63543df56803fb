import { useMutation } from "@apollo/client/react";
import { Icon, RightIcon } from "@daichao/ui";
import { useState } from "react";
import type { DemoAccounts_AccountFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./DemoAccounts.module.css";
import { useSignedIn } from "./useSignedIn.ts";

graphql(`
  fragment DemoAccounts_account on DemoAccount {
    key
    kind
    label
    login
    password
  }
`);

const SignInAsDemoDocument = graphql(`
  mutation SignInAsDemo($input: SignInAsDemoInput!) {
    signInAsDemo(input: $input) {
      id
      kind
    }
  }
`);

/** The invented people of the sandbox, one press each. In production the api names none and nothing is drawn. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccounts_AccountFragment[] }) {
  const t = useT();
  const signedIn = useSignedIn();
  const [signIn] = useMutation(SignInAsDemoDocument);
  const [busy, setBusy] = useState<string | null>(null);
  const failures = useFormFailures([]);
  if (accounts.length === 0) return null;
  const enter = async (key: string) => {
    if (busy !== null) return;
    setBusy(key);
    try {
      await signIn({ variables: { input: { key } } });
      await signedIn();
    } catch (error) {
      failures.take(error);
    }
    setBusy(null);
  };
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.title}>
        {t("demo.title")}
      </h2>
      <p className={styles.quiet}>{t("demo.hint")}</p>
      <FormError>{failures.form}</FormError>
      <ul className={styles.list}>
        {accounts.map(({ key, label, login, password }) => (
          <li key={key}>
            <button type="button" className={styles.account} aria-busy={busy === key} onClick={() => void enter(key)}>
              <span className={styles.words}>
                <span className={styles.label}>{label}</span>
                <span className={styles.quiet}>
                  {login} / {password}
                </span>
              </span>
              <Icon shape={RightIcon} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {t("demo.outbox")}{" "}
        <a href="/dev/outbox" target="_blank" rel="noreferrer">
          /dev/outbox
        </a>
      </p>
    </section>
  );
}
