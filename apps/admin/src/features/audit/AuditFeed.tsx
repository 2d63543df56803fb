import { Timeline } from "@daichao/ui/light";
import type { AuditFeed_EntryFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./AuditFeed.module.css";

graphql(`
  fragment AuditFeed_entry on AuditEntry {
    id
    event
    subjectType
    actorKind
    actorName
    occurredAt
    diff {
      field
      before
      after
    }
  }
`);

/** The latest that happened, in words. */
export function AuditFeed({ entries, label }: { entries: readonly AuditFeed_EntryFragment[]; label: string }) {
  const t = useT();
  if (entries.length === 0) return <p className={styles.none}>{t("audit.none")}</p>;
  return (
    <Timeline
      label={label}
      entries={entries.map(({ id, event, occurredAt, actorKind, actorName, diff }) => {
        const said = diff.find(({ field }) => field === "reason")?.after;
        return {
          id,
          at: occurredAt,
          title: t.find(`event.${event}`) ?? event,
          who: actorName ?? t(`actor.${actorKind}`),
          detail: said ?? undefined,
        };
      })}
    />
  );
}
