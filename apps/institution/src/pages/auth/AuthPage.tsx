import { useQuery } from "@apollo/client/react";
import { takeReturnUrl, useDaichaoClient } from "@daichao/client";
import { DemoAccounts, EntryPage, SignInSteps } from "@daichao/ui/staff-entry";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { useSignIn } from "../../features/identity/useSignIn.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useSession } from "../../lib/session.ts";
import { useT } from "../../lib/texts.ts";

const AuthPageDocument = graphql(`
  query AuthPage {
    demoAccounts {
      key
      kind
      label
      login
      institutionName
    }
  }
`);

/** The way in, and back to the page one came for. */
export function AuthPage() {
  const t = useT();
  const client = useDaichaoClient();
  const navigate = useNavigate();
  const { isSignedIn } = useSession();
  const [search] = useSearchParams();
  const { data } = useQuery(AuthPageDocument);
  usePageTitle(t("auth.title"));
  const signedIn = async () => {
    await client.signedIn();
    await navigate(takeReturnUrl() ?? "/", { replace: true });
  };
  const steps = useSignIn(() => void signedIn());
  if (isSignedIn && !steps.isCodeWanted) return <Navigate to="/" replace />;
  return (
    <EntryPage brand={t("brand.full")} title={t("auth.title")} lead={t("auth.lead")} hasEnded={search.has("ended")}>
      <SignInSteps steps={steps} />
      {data !== undefined && !steps.isCodeWanted && (
        <DemoAccounts accounts={data.demoAccounts} kind="INSTITUTION" onChoose={steps.enterAsDemo} />
      )}
    </EntryPage>
  );
}
