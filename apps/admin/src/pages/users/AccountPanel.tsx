import { useQuery } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { Anchor, EmptyState } from "@daichao/ui/light";
import { AuditFeed } from "../../features/audit/AuditFeed.tsx";
import { AccountFacts } from "../../features/identity/AccountFacts.tsx";
import { AccountFreeze } from "../../features/identity/AccountFreeze.tsx";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/session.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";

const AccountPanelDocument = graphql(`
  query AccountPanel($id: ID!, $withAudit: Boolean!, $withApprovals: Boolean!) {
    account(id: $id) {
      id
      displayName
      ...AccountFacts_account @unmask
      ...AccountFreeze_account @unmask
    }
    approvals(filter: { kind: "account.unfreeze", state: PENDING }, first: 50) @include(if: $withApprovals) {
      edges {
        node {
          id
          subjectId
        }
      }
    }
    auditEntries(filter: { subjectType: "Account", subjectId: $id }, first: 20) @include(if: $withAudit) {
      edges {
        node {
          id
          ...AuditFeed_entry @unmask
        }
      }
    }
  }
`);

/** One account: what is known, freezing and unfreezing, what happened to it. */
export function AccountPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useT();
  const may = useCan();
  const { viewer } = useSession();
  const { data, error, refetch } = useQuery(AccountPanelDocument, {
    variables: { id: id ?? "", withAudit: may("audit:read"), withApprovals: may("approval:read") },
    skip: id === null,
  });
  const account = data?.account;
  const asked = data?.approvals?.edges.find(({ node }) => node.subjectId === id)?.node;
  return (
    <SidePanel title={account?.displayName ?? t("users.title")} open={id !== null} onClose={onClose}>
      {account === null ? (
        <EmptyState title={t("missing.thing")} reason={t("missing.thingReason")} />
      ) : (
        <Panel
          data={account}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={420}
        >
          {(shown) => (
            <>
              <AccountFacts account={shown} />
              <AccountFreeze
                key={shown.id}
                account={shown}
                isSelf={viewer?.id === shown.id}
                isAsked={asked !== undefined}
                onDone={() => void refetch()}
              />
              {asked !== undefined && <Anchor href={`/approvals/${asked.id}`}>{t("unfreeze.openApproval")}</Anchor>}
              {data?.auditEntries != null && (
                <Block title={t("account.history")}>
                  <AuditFeed entries={data.auditEntries.edges.map(({ node }) => node)} label={t("account.history")} />
                </Block>
              )}
            </>
          )}
        </Panel>
      )}
    </SidePanel>
  );
}
