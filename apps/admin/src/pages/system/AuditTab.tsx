import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import type { FilterField } from "@daichao/ui/antd";
import { FilterBar } from "@daichao/ui/antd";
import { useSearchParams } from "react-router";
import { AuditEntryFacts } from "../../features/audit/AuditEntryFacts.tsx";
import { AuditTable } from "../../features/audit/AuditTable.tsx";
import { events, subjects } from "../../features/audit/audit-words.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { SidePanel } from "../../ui/SidePanel.tsx";

const AuditTabDocument = graphql(`
  query AuditTab($filter: AuditFilter, $after: String) {
    auditEntries(filter: $filter, first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AuditTable_entry @unmask
        }
      }
    }
  }
`);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who did what to which thing, newest first. */
export function AuditTab() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const fields: readonly FilterField[] = [
    { key: "subject", label: t("audit.subjectId"), type: "search", placeholder: t("audit.subjectHint") },
    {
      key: "event",
      label: t("audit.event"),
      type: "one",
      choices: events.map((value) => ({ value, label: t.find(`event.${value}`) ?? value })),
    },
    {
      key: "type",
      label: t("audit.subject"),
      type: "one",
      choices: subjects.map((value) => ({ value, label: t.find(`subject.${value}`) ?? value })),
    },
  ];
  const list = useListAddress(fields);
  const subject = (list.values.subject ?? "").trim();
  const filter = {
    event: list.values.event || null,
    subjectType: list.values.type || null,
    subjectId: uuid.test(subject) ? subject : null,
  };
  const { data, previousData, error, loading, refetch } = useQuery(AuditTabDocument, {
    variables: { filter, after: list.after },
    notifyOnNetworkStatusChange: true,
  });
  const entries = (data ?? previousData)?.auditEntries;
  const rows = entries?.edges.map(({ node }) => node) ?? [];
  const open = (id: string | null) => {
    const next = new URLSearchParams(search);
    if (id === null) next.delete("entry");
    else next.set("entry", id);
    setSearch(next);
  };
  const shown = rows.find(({ id }) => id === search.get("entry"));
  return (
    <>
      <AuditTable
        rows={subject !== "" && !uuid.test(subject) ? [] : rows}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(entries)}
        toolbar={<FilterBar fields={fields} values={list.values} onChange={list.setValues} />}
        onOpen={({ id }) => open(id)}
        openKey={shown?.id ?? null}
      />
      <SidePanel
        title={shown === undefined ? "" : (t.find(`event.${shown.event}`) ?? shown.event)}
        open={shown !== undefined}
        onClose={() => open(null)}
        width={760}
      >
        {shown !== undefined && <AuditEntryFacts entry={shown} />}
      </SidePanel>
    </>
  );
}
