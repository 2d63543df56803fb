import { useQuery, useSubscription } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { EmptyState, FilterBar, listOf } from "@daichao/ui/antd";
import { useNavigate } from "react-router";
import { ApplicationFacts } from "../../features/applications/ApplicationFacts.tsx";
import { ApplicationTable } from "../../features/applications/ApplicationTable.tsx";
import type { ApplicationState } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";

const ApplicationsListDocument = graphql(`
  query ApplicationsList($filter: ApplicationFilter, $after: String) {
    applications(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ApplicationTable_application @unmask
        }
      }
    }
  }
`);

const ApplicationPanelDocument = graphql(`
  query ApplicationPanel($id: ID!) {
    application(id: $id) {
      id
      number
      ...ApplicationFacts_application @unmask
    }
  }
`);

const ApplicationsListChangedDocument = graphql(`
  subscription ApplicationsListChanged {
    applicationStatusChanged {
      id
      state
      updatedAt
    }
  }
`);

const states: readonly ApplicationState[] = [
  "SUBMITTED",
  "SCREENING",
  "UNDER_REVIEW",
  "NEED_MORE_INFO",
  "COUNTER_OFFERED",
  "APPROVED",
  "CONTRACT_PENDING",
  "CONTRACTED",
  "DISBURSING",
  "DISBURSE_FAILED",
  "DISBURSED",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
  "CANCELLED",
];

export function ApplicationsList({ id }: { id: string | null }) {
  const t = useT();
  const navigate = useNavigate();
  const fields: readonly FilterField[] = [
    { key: "text", label: t("lending.search"), type: "search" },
    {
      key: "state",
      label: t("application.state"),
      type: "many",
      choices: states.map((value) => ({ value, label: t(`status.application.${value}`) })),
    },
  ];
  const list = useListAddress(fields);
  const wanted = listOf(list.values.state);
  const filter = {
    text: list.values.text || null,
    states: wanted.length === 0 ? null : states.filter((state) => wanted.includes(state)),
  };
  const { data, previousData, error, loading, refetch } = useQuery(ApplicationsListDocument, {
    variables: { filter, after: list.after },
    notifyOnNetworkStatusChange: true,
  });
  const refresh = useRefresh(refetch, 1_500);
  useSubscription(ApplicationsListChangedDocument, { onData: refresh, ignoreResults: true });
  const applications = (data ?? previousData)?.applications;
  return (
    <>
      <ApplicationTable
        rows={applications?.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(applications)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onOpen={(row) => void navigate(list.hrefOf(`/lending/${row.id}`))}
        openKey={id}
      />
      <ApplicationPanel id={id} onClose={() => void navigate(list.hrefOf("/lending"))} />
    </>
  );
}

function ApplicationPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery(ApplicationPanelDocument, {
    variables: { id: id ?? "" },
    skip: id === null,
  });
  const application = data?.application;
  return (
    <SidePanel
      title={application?.number ?? t("lending.applications")}
      open={id !== null}
      onClose={onClose}
      width={760}
    >
      {application === null && error === undefined ? (
        <EmptyState title={t("missing.thing")} reason={t("missing.thingReason")} />
      ) : (
        <Panel
          data={application}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={520}
        >
          {(shown) => <ApplicationFacts application={shown} />}
        </Panel>
      )}
    </SidePanel>
  );
}
