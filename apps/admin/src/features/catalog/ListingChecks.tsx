import { formatRate } from "@daichao/ui/format";
import { StatusTag } from "@daichao/ui/light";
import type { ListingChecks_CheckFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
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

const method = /IRR_NOMINAL_SIMPLE|IRR_COMPOUND|XIRR/g;

/** The automatic checks: what was looked at, how it came out, and why. */
export function ListingChecks({ checks }: { checks: readonly ListingChecks_CheckFragment[] }) {
  const t = useT();
  // The api writes rates and ways of measuring as it keeps them; reviewers read per cent and words.
  const readable = (detail: string) =>
    detail
      .replace(/\b\d\.\d{6}\b/g, (rate) => formatRate(rate))
      .replace(method, (name) => t.find(`annualisation.${name}`) ?? name);
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
