import type { DescriptionItem } from "@daichao/ui/antd";
import { Money } from "@daichao/ui/light";
import type { ApprovalDetail_ApprovalFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./Approvals.module.css";
import { useDiffWords } from "./approval-words.ts";

/** The terms of a decision in the order people read them. */
const told = ["verdict", "amount", "termCount", "annualRate", "method", "comment"] as const;

/** The kind of matter that releases money to a borrower once it is agreed. */
export const isDecision = ({ kind }: { kind: string }): boolean => kind === "application.decision";

/** Every term a second person agrees to, what stays as it was applied for as well: a figure left out is a figure unread. */
export function useAgreedTerms(diff: ApprovalDetail_ApprovalFragment["diff"]): readonly DescriptionItem[] {
  const t = useT();
  const { nameOf, wordsFor } = useDiffWords();
  return told.flatMap((field): DescriptionItem[] => {
    const line = diff.find((one) => one.field === field);
    if (line === undefined || line.after === null) return [];
    const { before, after } = line;
    const value = field === "amount" ? <Money amount={after} size="section" /> : wordsFor(field, after);
    return [
      {
        key: field,
        label: nameOf(field),
        wide: field === "comment",
        value:
          before === null || before === after ? (
            value
          ) : (
            <>
              {value}
              <p className={styles.quiet}>{t("approvals.applied", { value: wordsFor(field, before) ?? before })}</p>
            </>
          ),
      },
    ];
  });
}
