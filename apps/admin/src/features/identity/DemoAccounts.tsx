import { useMutation } from "@apollo/client/react";
import { type Failure, toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { useState } from "react";
import type { DemoAccounts_AccountFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./SignIn.module.css";

graphql(`
  fragment DemoAccounts_account on DemoAccount {
    key
    kind
    label
    login
    institutionName
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

export interface DemoAccountsProps {
  accounts: readonly DemoAccounts_AccountFragment[];
  onSignedIn: () => void;
}

/** Sandbox only: everybody the demo market has prepared for this app, one press away. */
export function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const t = useT();
  const say = useFailureText();
  const shown = accounts.filter(({ kind }) => kind === "PLATFORM");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signIn, { loading }] = useMutation(SignInAsDemoDocument);
  if (shown.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.demoTitle}>
        {t("auth.demo")}
      </h2>
      <ul className={styles.demoList}>
        {shown.map(({ key, label, login, institutionName }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.demoAccount}
              disabled={loading}
              onClick={() =>
                void signIn({ variables: { input: { key } } }).then(onSignedIn, (error: unknown) =>
                  setFailure(toFailure(error)),
                )
              }
            >
              <span className={styles.demoLabel}>{label}</span>
              <span className={styles.demoLogin}>{institutionName ?? login}</span>
            </button>
          </li>
        ))}
      </ul>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {say(failure)}
        </p>
      )}
    </section>
  );
}
