import { Icon, PauseCircleIcon } from "@daichao/ui";
import { statusOf } from "@daichao/ui/format";
import { Timeline } from "@daichao/ui/light";
import type { ApplicationHistory_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications.module.css";
import { whoActs } from "./next-action.ts";

graphql(`
  fragment ApplicationHistory_application on Application {
    id
    state
    isOpen
    institution {
      id
      shortName
    }
    timeline {
      id
      occurredAt
      title
      detail
      actorKind
      actorName
      isPause
      state
    }
  }
`);

export interface ApplicationHistoryProps {
  application: ApplicationHistory_ApplicationFragment;
  /** Business time in milliseconds: the history is told by the business clock. */
  now: number;
}

/** Everything that happened, newest first: who did it, why, and where the review clock stood still. */
export function ApplicationHistory({ application, now }: ApplicationHistoryProps) {
  const t = useT();
  return (
    <Section title={t("timeline.title")}>
      {application.isOpen && (
        <p className={styles.quiet}>
          {t("timeline.next")}
          <strong>
            {t(`whoActs.${whoActs(application.state)}`, { institution: application.institution.shortName })}
          </strong>
        </p>
      )}
      <Timeline
        label={t("timeline.title")}
        now={now}
        entries={application.timeline.toReversed().map((entry) => ({
          id: entry.id,
          at: entry.occurredAt,
          title: entry.title,
          who: entry.actorName ?? t(`actor.${entry.actorKind}`),
          family: entry.state === null ? "neutral" : statusOf("application", entry.state, "borrower").family,
          detail:
            entry.detail === null && !entry.isPause ? undefined : (
              <>
                {entry.detail}{" "}
                {entry.isPause && (
                  <span className={styles.pause}>
                    <Icon shape={PauseCircleIcon} />
                    {t("timeline.pause")}
                  </span>
                )}
              </>
            ),
        }))}
      />
    </Section>
  );
}
