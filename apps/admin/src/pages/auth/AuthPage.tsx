import { useQuery } from "@apollo/client/react";
import { takeReturnUrl, useDaichaoClient } from "@daichao/client";
import { PreferencesMenu } from "@daichao/ui/light";
import { useState } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { DemoAccounts } from "../../features/identity/DemoAccounts.tsx";
import { SecondFactorForm } from "../../features/identity/SecondFactorForm.tsx";
import { SignInForm } from "../../features/identity/SignInForm.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useSession } from "../../lib/session.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./AuthPage.module.css";

const AuthPageDocument = graphql(`
  query AuthPage {
    demoAccounts {
      key
      ...DemoAccounts_account @unmask
    }
  }
`);

/** Sign-in of staff: password, then the code of the second factor. */
export function AuthPage() {
  const t = useT();
  const client = useDaichaoClient();
  const navigate = useNavigate();
  const { isSignedIn } = useSession();
  const [search] = useSearchParams();
  const [challengeId, setChallengeId] = useState<string | null>(null);
  const { data } = useQuery(AuthPageDocument);
  usePageTitle(t("auth.title"));
  const signedIn = async () => {
    await client.signedIn();
    await navigate(takeReturnUrl() ?? "/", { replace: true });
  };
  if (isSignedIn && challengeId === null) return <Navigate to="/" replace />;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.brand}>{t("brand.full")}</span>
        <PreferencesMenu />
      </header>
      <main className={styles.card} id="main" tabIndex={-1}>
        <h1 className={styles.title}>{t("auth.title")}</h1>
        <p className={styles.lead}>{search.has("ended") ? t("auth.ended") : t("auth.lead")}</p>
        {challengeId === null ? (
          <SignInForm onSignedIn={() => void signedIn()} onSecondFactor={setChallengeId} />
        ) : (
          <SecondFactorForm
            challengeId={challengeId}
            onSignedIn={() => void signedIn()}
            onBack={() => setChallengeId(null)}
          />
        )}
        {data !== undefined && challengeId === null && (
          <DemoAccounts accounts={data.demoAccounts} onSignedIn={() => void signedIn()} />
        )}
      </main>
    </div>
  );
}
