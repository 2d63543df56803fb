import { UserIcon } from "@daichao/ui";
import { classNames, Money, StatusTag, Tag } from "@daichao/ui/light";
import type { Ref } from "react";
import { Link } from "react-router";
import type { CaseRow_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CaseRow.module.css";
import { DueTag } from "./DueTag.tsx";

graphql(`
  fragment CaseRow_application on Application {
    id
    number
    state
    version
    amount
    termCount
    dueAt
    isClockPaused
    submittedAt
    assigneeName
    humanReviewAskedAt
    applicant {
      nameMasked
    }
    product {
      versionId
      name
    }
    assessment {
      id
      outcome
      score
    }
  }
`);

export interface CaseRowProps {
  application: CaseRow_ApplicationFragment;
  href: string;
  /** The case that is open beside the queue. */
  isOpen?: boolean;
  /** Where J and K stand. */
  isActive?: boolean;
  onFocus?: () => void;
  ref?: Ref<HTMLAnchorElement>;
}

/** One case on one line of 36 px: who, how much, what the model said, how urgent. */
export function CaseRow({ application, href, isOpen = false, isActive = false, onFocus, ref }: CaseRowProps) {
  const t = useT();
  const { applicant, product, assessment, state } = application;
  const isTimed = state === "UNDER_REVIEW" && application.dueAt != null;
  return (
    <Link
      ref={ref}
      to={href}
      className={classNames(styles.row, isOpen && styles.open, isActive && styles.active)}
      aria-current={isOpen ? "true" : undefined}
      onFocus={onFocus}
      title={`${application.number} · ${product.name}`}
    >
      <span className={styles.who}>
        <span className={styles.name}>{applicant?.nameMasked ?? application.number}</span>
        <span className={styles.product}>{product.name}</span>
      </span>
      <span className={styles.amount}>
        <Money amount={application.amount} as="round" />
        <span className={styles.term}>{t("case.termShort", { count: application.termCount })}</span>
      </span>
      <span className={styles.outcome}>
        {application.humanReviewAskedAt === null ? (
          assessment != null && <StatusTag kind="rule" status={assessment.outcome} />
        ) : (
          <Tag family="warning" icon={UserIcon}>
            {t("case.humanReview.short")}
          </Tag>
        )}
      </span>
      <span className={styles.due}>
        {isTimed ? (
          <DueTag dueAt={application.dueAt} isPaused={false} />
        ) : (
          <span title={t.find(`status.application.${state}`) ?? state}>
            <StatusTag kind="application" status={state} word={t.find(`case.stateShort.${state}`) ?? undefined} />
          </span>
        )}
      </span>
    </Link>
  );
}
