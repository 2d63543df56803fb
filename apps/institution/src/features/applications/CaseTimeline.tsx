import { TimelineFeed } from "@daichao/ui/antd";
import { statusOf } from "@daichao/ui/format";
import { EmptyState } from "@daichao/ui/light";
import type { CaseTimeline_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment CaseTimeline_application on Application {
    id
    timeline {
      id
      title
      detail
      state
      actorKind
      actorName
      occurredAt
    }
  }
`);

/** Everything that happened to the application, newest first. */
export function CaseTimeline({ application }: { application: CaseTimeline_ApplicationFragment }) {
  const t = useT();
  const { now } = useBusinessClock();
  if (application.timeline.length === 0) return <EmptyState title={t("history.empty")} />;
  const entries = [...application.timeline].reverse().map((step) => ({
    id: step.id,
    at: step.occurredAt,
    title: step.title,
    who: step.actorName ?? t(`actor.${step.actorKind}`),
    detail: step.detail ?? undefined,
    family: step.state === null ? undefined : statusOf("application", step.state).family,
  }));
  return <TimelineFeed label={t("case.tab.history")} entries={entries} now={now} />;
}
