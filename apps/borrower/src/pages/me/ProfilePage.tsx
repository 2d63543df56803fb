import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { IdentityPanel } from "../../features/borrowers/IdentityPanel.tsx";
import { ProfileForm } from "../../features/borrowers/ProfileForm.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";

const ProfilePageDocument = graphql(`
  query ProfilePage {
    viewer {
      id
      borrower {
        id
        profile {
          version
        }
        ...IdentityPanel_borrower @unmask
        ...ProfileForm_borrower @unmask
      }
    }
  }
`);

export function ProfilePage() {
  const t = useT();
  usePageTitle(t("me.profile"));
  const { data, error, refetch } = useQuery(ProfilePageDocument);
  return (
    <Panel
      data={data?.viewer?.borrower}
      failure={error === undefined ? null : toFailure(error)}
      onRetry={() => void refetch()}
      height={640}
    >
      {(borrower) => (
        <>
          <IdentityPanel borrower={borrower} />
          <ProfileForm key={borrower.profile?.version ?? 0} borrower={borrower} onReload={() => void refetch()} />
        </>
      )}
    </Panel>
  );
}
