import { StatusTag } from "@daichao/ui/light";
import type { ListingChecks_CheckFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useReadable } from "../../ui/use-readable.ts";
import styles from "./ListingChecks.module.css";

graphql(`
  fragment ListingChecks_check on ListingCheck {
    code
    verdict
    label
    detail
    field
  }
`);

/** The automatic checks: what was looked at, how it came out, and why. */
export function ListingChecks({ checks }: { checks: readonly ListingChecks_CheckFragment[] }) {
  const readable = useReadable();
  return (
    <ul className={styles.list}>
      {checks.map(({ code, verdict, label, detail }) => (
        <li key={code} className={styles.check}>
          <StatusTag kind="check" status={verdict} />
          <span className={styles.words}>
            <span className={styles.label}>{label}</span>
            <span className={styles.detail}>{readable(detail)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
