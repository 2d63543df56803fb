import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { EmptyState } from "@daichao/ui/light";
import { ApprovalDecision } from "../../features/settings/ApprovalDecision.tsx";
import { ApprovalFacts } from "../../features/settings/ApprovalFacts.tsx";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";
import { useReadable } from "../../ui/use-readable.ts";

const ApprovalPanelDocument = graphql(`
  query ApprovalPanel($id: ID!) {
    approval(id: $id) {
      id
      summary
      ...ApprovalFacts_approval @unmask
      ...ApprovalDecision_approval @unmask
    }
  }
`);

/** One wish with what it would change, and the verdict. */
export function ApprovalPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useT();
  const readable = useReadable();
  const { data, error, refetch } = useQuery(ApprovalPanelDocument, { variables: { id: id ?? "" }, skip: id === null });
  const approval = data?.approval;
  return (
    <SidePanel
      title={approval == null ? t("approvals.title") : readable(approval.summary)}
      open={id !== null}
      onClose={onClose}
      width={760}
    >
      {approval === null ? (
        <EmptyState title={t("missing.thing")} reason={t("missing.thingReason")} />
      ) : (
        <Panel
          data={approval}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={480}
        >
          {(shown) => (
            <>
              <ApprovalDecision approval={shown} onDecided={() => void refetch()} />
              <ApprovalFacts approval={shown} />
            </>
          )}
        </Panel>
      )}
    </SidePanel>
  );
}
