import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useEffect } from "react";
import { DocumentList } from "../../features/borrowers/DocumentList.tsx";
import { DocumentVault } from "../../features/borrowers/DocumentVault.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";

const DocumentsPageDocument = graphql(`
  query DocumentsPage {
    viewer {
      id
      borrower {
        id
        documents {
          id
          state
          ...DocumentList_document @unmask
        }
      }
    }
  }
`);

// While a document is being checked it is looked at again: no event tells of it.
const whileChecking = 2_000;

export function DocumentsPage() {
  const t = useT();
  usePageTitle(t("me.documents"));
  const { data, error, refetch, startPolling, stopPolling } = useQuery(DocumentsPageDocument);
  const borrower = data?.viewer?.borrower;
  const isChecking = borrower?.documents.some((document) => document.state === "CHECKING") ?? false;
  useEffect(() => {
    if (!isChecking) return;
    startPolling(whileChecking);
    return stopPolling;
  }, [isChecking, startPolling, stopPolling]);
  return (
    <>
      <DocumentVault documents={borrower?.documents ?? []} onChanged={() => void refetch()} />
      <Section title={t("documents.title")}>
        <Panel
          data={borrower}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={240}
        >
          {({ documents }) => <DocumentList documents={documents} onChanged={() => void refetch()} />}
        </Panel>
      </Section>
    </>
  );
}
