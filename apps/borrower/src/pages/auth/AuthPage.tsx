import { useQuery } from "@apollo/client/react";
import { keptReturnUrl, takeReturnUrl } from "@daichao/client";
import { Anchor, classNames } from "@daichao/ui/light";
import { useEffect } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { CodeSignIn } from "../../features/identity/CodeSignIn.tsx";
import { DemoAccounts } from "../../features/identity/DemoAccounts.tsx";
import { PasswordSignIn } from "../../features/identity/PasswordSignIn.tsx";
import { RegisterForm } from "../../features/identity/RegisterForm.tsx";
import { ResetPasswordForm } from "../../features/identity/ResetPasswordForm.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import styles from "./AuthPage.module.css";

const AuthPageDocument = graphql(`
  query AuthPage {
    demoAccounts {
      key
      kind
      ...DemoAccounts_account @unmask
    }
  }
`);

const forms = {
  code: CodeSignIn,
  password: PasswordSignIn,
  register: RegisterForm,
  reset: ResetPasswordForm,
} as const;
type Mode = keyof typeof forms;
const ways: readonly Mode[] = ["code", "password", "register"];

const isMode = (mode: string | undefined): mode is Mode => mode !== undefined && Object.hasOwn(forms, mode);

/** Signed in: on to where the borrower was going. */
function Return() {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate(takeReturnUrl("/"), { replace: true });
  }, [navigate]);
  return <PageSkeleton />;
}

/** Why a guest stands here instead of where they were going; nobody who came by themselves is told anything. */
function Why() {
  const t = useT();
  const kept = keptReturnUrl();
  if (kept === null) return null;
  return <p className={styles.why}>{t(/^\/apply\b/.test(kept) ? "auth.why.apply" : "auth.why.page")}</p>;
}

export function AuthPage() {
  const t = useT();
  const { mode: asked } = useParams();
  const [params] = useSearchParams();
  const mode: Mode = isMode(asked) ? asked : "code";
  const { isSignedIn } = useSession();
  usePageTitle(t(`auth.${mode}`));
  const { data } = useQuery(AuthPageDocument);
  const demo = data?.demoAccounts?.filter((account) => account.kind === "BORROWER") ?? [];
  const Form = forms[mode];
  if (isSignedIn) return <Return />;
  return (
    <div className={styles.page}>
      <section className={styles.card}>
        <h1 className={styles.title}>{t(`auth.${mode}.title`)}</h1>
        {params.has("ended") ? (
          <p className={styles.ended} role="status">
            {t("auth.ended")}
          </p>
        ) : (
          <Why />
        )}
        {mode !== "reset" && (
          <nav aria-label={t("auth.ways")}>
            <ul className={styles.ways}>
              {ways.map((way) => (
                <li key={way}>
                  <Anchor
                    href={`/auth/${way}`}
                    className={classNames(styles.way, way === mode && styles.chosen)}
                    aria-current={way === mode ? "page" : undefined}
                  >
                    {t(`auth.${way}`)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Form key={mode} />
        <p className={styles.more}>
          {mode === "password" && <Anchor href="/auth/reset">{t("auth.forgot")}</Anchor>}
          {mode === "reset" && <Anchor href="/auth/password">{t("auth.back")}</Anchor>}
        </p>
      </section>
      <DemoAccounts accounts={demo} />
    </div>
  );
}
