import { AttemptFailure } from "./AttemptFailure.tsx";
import styles from "./SignIn.module.css";
import { useEntryT } from "./texts.ts";
import { type AttemptOutcome, useAttempt } from "./use-attempt.ts";

export interface DemoAccount {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly login: string;
  readonly institutionName: string | null;
}

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  /** Whom the app is for: the others are not shown. */
  kind: string;
  onChoose: (key: string) => AttemptOutcome;
}

/** Sandbox only: everybody the demo market has prepared for this app, one press away. */
export function DemoAccounts({ accounts, kind, onChoose }: DemoAccountsProps) {
  const t = useEntryT();
  const { isUnderWay, failure, begin } = useAttempt();
  const shown = accounts.filter((account) => account.kind === kind);
  if (shown.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.demoTitle}>
        {t("entry.demo")}
      </h2>
      <ul className={styles.demoList}>
        {shown.map(({ key, label, login, institutionName }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.demoAccount}
              disabled={isUnderWay}
              onClick={() => void begin(onChoose(key))}
            >
              <span>{label}</span>
              <span className={styles.demoLogin}>{institutionName ?? login}</span>
            </button>
          </li>
        ))}
      </ul>
      <AttemptFailure failure={failure} />
    </section>
  );
}
