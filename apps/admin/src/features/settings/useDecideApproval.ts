import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import type { FormFailures } from "../../lib/form-failures.ts";
import { useFormFailures } from "../../lib/form-failures.ts";

const DecideApprovalDocument = graphql(`
  mutation DecideApproval($input: DecideApprovalInput!) {
    decideApproval(input: $input) {
      id
      state
      reason
      checkerName
      decidedAt
      canDecide
    }
  }
`);

export type Verdict = "APPROVED" | "RETURNED" | "REJECTED";

export interface DecideApproval {
  /** Resolves to whether the verdict was taken. */
  readonly decide: (approvalId: string, verdict: Verdict, reason: string) => Promise<boolean>;
  readonly isSubmitting: boolean;
  readonly failures: FormFailures<"reason">;
}

/** Speaks the second person's verdict. */
export function useDecideApproval(): DecideApproval {
  const [run, { loading }] = useMutation(DecideApprovalDocument);
  const failures = useFormFailures(["reason"]);
  return {
    isSubmitting: loading,
    failures,
    async decide(approvalId, verdict, reason) {
      failures.clear();
      try {
        await run({ variables: { input: { approvalId, verdict, reason: reason === "" ? null : reason } } });
        return true;
      } catch (error) {
        failures.take(error);
        return false;
      }
    },
  };
}
