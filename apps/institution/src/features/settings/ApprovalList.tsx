import { classNames, RelativeTime, StatusTag } from "@daichao/ui/light";
import { Link } from "react-router";
import type { ApprovalList_ApprovalFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import styles from "./Approvals.module.css";

graphql(`
  fragment ApprovalList_approval on Approval {
    id
    kind
    state
    summary
    makerName
    createdAt
    isMine
    canDecide
  }
`);

export interface ApprovalListProps {
  approvals: readonly ApprovalList_ApprovalFragment[];
  openId: string | null;
  hrefOf: (id: string) => string;
}

/** What was asked of a second person, newest first. */
export function ApprovalList({ approvals, openId, hrefOf }: ApprovalListProps) {
  const t = useT();
  const { now } = useBusinessClock();
  return (
    <ul className={styles.list} aria-label={t("approvals.list")}>
      {approvals.map((approval) => (
        <li key={approval.id}>
          <Link
            to={hrefOf(approval.id)}
            className={classNames(styles.item, approval.id === openId && styles.open)}
            aria-current={approval.id === openId ? "true" : undefined}
          >
            <span className={styles.line}>
              <span className={styles.kind}>{t.find(`approval.kind.${approval.kind}`) ?? approval.kind}</span>
              <StatusTag kind="approval" status={approval.state} />
            </span>
            <span className={styles.summary}>{approval.summary}</span>
            <span className={styles.quiet}>
              {approval.isMine ? t("approvals.own") : approval.makerName} ·{" "}
              <RelativeTime at={approval.createdAt} now={now} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
