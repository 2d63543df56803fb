import { Anchor, Day, DescriptionsGrid, Instant } from "@daichao/ui/antd";
import type { AuditTable_EntryFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { DiffLines } from "../../ui/DiffLines.tsx";

/** One entry of the log with its difference and the request it came from. */
export function AuditEntryFacts({ entry }: { entry: AuditTable_EntryFragment }) {
  const t = useT();
  return (
    <>
      <DescriptionsGrid
        items={[
          { key: "at", label: t("audit.at"), value: <Instant at={entry.occurredAt} /> },
          { key: "day", label: t("audit.businessDay"), value: <Day on={entry.businessDay} /> },
          { key: "actor", label: t("audit.actor"), value: entry.actorName ?? t(`actor.${entry.actorKind}`) },
          { key: "kind", label: t("audit.actorKind"), value: t(`actor.${entry.actorKind}`) },
          { key: "code", label: t("audit.code"), value: <code>{entry.event}</code> },
          {
            key: "subject",
            label: t("audit.subject"),
            value: t.find(`subject.${entry.subjectType}`) ?? entry.subjectType,
          },
          {
            key: "id",
            label: t("audit.subjectId"),
            value: <Anchor href={`/system/audit?subject=${entry.subjectId}`}>{entry.subjectId}</Anchor>,
            wide: true,
          },
          { key: "request", label: t("audit.requestId"), value: entry.requestId, wide: true },
        ]}
      />
      {entry.diff.length > 0 && (
        <Block title={t("audit.diff")}>
          <DiffLines lines={entry.diff} label={t("audit.diff")} />
        </Block>
      )}
    </>
  );
}
