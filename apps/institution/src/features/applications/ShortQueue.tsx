import { EmptyState, LinkButton } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { CaseRow_ApplicationFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { CaseRow } from "./CaseRow.tsx";
import styles from "./ShortQueue.module.css";

export interface ShortQueueProps {
  title: string;
  note?: string;
  applications: readonly CaseRow_ApplicationFragment[];
  /** Parameters under which a row opens in the queue. */
  params: string;
  empty: { readonly title: string; readonly reason: string };
  more?: ReactNode;
}

/** The first few of a queue. */
export function ShortQueue({ title, note, applications, params, empty, more }: ShortQueueProps) {
  const t = useT();
  return (
    <Section
      isPaper
      title={title}
      note={note}
      aside={
        more ?? (
          <LinkButton size="small" variant="quiet" href={`/cases${params}`}>
            {t("today.open")}
          </LinkButton>
        )
      }
    >
      {applications.length === 0 ? (
        <EmptyState title={empty.title} reason={empty.reason} />
      ) : (
        <ul className={styles.rows}>
          {applications.map((application) => (
            <li key={application.id}>
              <CaseRow application={application} href={`/cases/${application.id}${params}`} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
