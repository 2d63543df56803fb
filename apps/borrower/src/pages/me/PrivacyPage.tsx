import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Button } from "@daichao/ui/light";
import { ActivitySetting } from "../../features/activity/ActivitySetting.tsx";
import { AccessRecords } from "../../features/borrowers/AccessRecords.tsx";
import { ConsentList } from "../../features/borrowers/ConsentList.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";

const PrivacyPageDocument = graphql(`
  query PrivacyPage($after: String) {
    viewer {
      id
      borrower {
        id
        consents {
          id
          ...ConsentList_consent @unmask
        }
        accessRecords(first: 20, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              id
              ...AccessRecords_record @unmask
            }
          }
        }
      }
    }
  }
`);

const PrivacyChangedDocument = graphql(`
  subscription PrivacyChanged {
    privacyChanged {
      id
    }
  }
`);

export function PrivacyPage() {
  const t = useT();
  usePageTitle(t("me.privacy"));
  const { data, error, loading, refetch, fetchMore } = useQuery(PrivacyPageDocument, {
    notifyOnNetworkStatusChange: true,
  });
  // Whoever looks while this page is open is seen to look.
  const again = () => void refetch();
  useSubscription(PrivacyChangedDocument, { onData: again, onError: again, ignoreResults: true });
  const panel = {
    data: data?.viewer?.borrower,
    failure: error === undefined ? null : toFailure(error),
    onRetry: () => void refetch(),
    height: 200,
  };
  return (
    <>
      <Section title={t("consents.title")} hint={t("consents.hint")}>
        <Panel {...panel}>{({ consents }) => <ConsentList consents={consents} />}</Panel>
      </Section>
      <Section title={t("activity.title")} hint={t("activity.hint")}>
        <ActivitySetting />
      </Section>
      <Section title={t("access.title")} hint={t("access.hint")}>
        <Panel {...panel}>
          {({ accessRecords: { edges, pageInfo } }) => (
            <>
              <AccessRecords records={edges.map((edge) => edge.node)} />
              {pageInfo.hasNextPage && (
                <Button loading={loading} onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {t("action.more")}
                </Button>
              )}
            </>
          )}
        </Panel>
      </Section>
    </>
  );
}
