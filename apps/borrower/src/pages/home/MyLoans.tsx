import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@daichao/ui/light";
import { ResumeDraft } from "../../features/applications/ResumeDraft.tsx";
import { NextInstalment } from "../../features/lending/NextInstalment.tsx";
import { graphql } from "../../gql/index.ts";
import styles from "./MyLoans.module.css";

const MyLoansDocument = graphql(`
  query MyLoans {
    applicationDrafts {
      id
      isSubmitted
      ...ResumeDraft_draft @unmask
    }
    loans(filter: { states: [ACTIVE, IN_GRACE, OVERDUE, RESTRUCTURED] }, first: 5) {
      edges {
        cursor
        node {
          id
          ...NextInstalment_loan @unmask
        }
      }
    }
  }
`);

/** What a signed-in borrower has open: the instalment that is due first, and drafts not yet handed in. */
export function MyLoans() {
  const { data, error } = useQuery(MyLoansDocument);
  if (data === undefined && error === undefined) return <Skeleton silent height={112} />;
  const loans = data?.loans?.edges.map((edge) => edge.node).filter((loan) => loan.nextInstalment !== null) ?? [];
  const [first] = loans.toSorted((a, b) =>
    (a.nextInstalment?.dueOn ?? "") < (b.nextInstalment?.dueOn ?? "") ? -1 : 1,
  );
  const drafts = data?.applicationDrafts?.filter((draft) => !draft.isSubmitted) ?? [];
  if (first === undefined && drafts.length === 0) return null;
  return (
    <div className={styles.mine}>
      {first !== undefined && <NextInstalment loan={first} />}
      {drafts.slice(0, 2).map((draft) => (
        <ResumeDraft key={draft.id} draft={draft} />
      ))}
    </div>
  );
}
