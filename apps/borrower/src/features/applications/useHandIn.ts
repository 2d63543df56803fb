import type { Failure } from "@daichao/client";
import { useState } from "react";
import type { SubmitApplicationsInput } from "../../gql/graphql.ts";
import type { Mode } from "./SubmitMode.tsx";
import { useStartSequence } from "./useStartSequence.ts";
import { useSubmitApplications } from "./useSubmitApplications.ts";

interface HandedIn {
  readonly id: string;
  readonly items: readonly { readonly isSelected: boolean }[];
}

/**
 * Hands a draft in the way the borrower chose: to all lenders at once, or to one after another. `version` is the one the
 * server has: what is on screen may be a save behind.
 */
export function useHandIn(draft: HandedIn, version: () => number, reload: () => Promise<unknown>) {
  const submission = useSubmitApplications();
  const sequence = useStartSequence();
  const [mode, setMode] = useState<Mode>({ kind: "parallel" });
  const isWalk = mode.kind === "sequence" && draft.items.filter((item) => item.isSelected).length > 1;
  const failure: Failure | null = isWalk ? sequence.failure : submission.failure;

  /** What came of the draft as it was saved last; a refusal stands in `failure`, and the draft is read anew. */
  async function send(consents: SubmitApplicationsInput["consents"]): Promise<"SENT" | "WALK" | "REFUSED"> {
    const wish = { draftId: draft.id, version: version(), consents };
    const done = isWalk
      ? await sequence.submit({ ...wish, goal: mode.goal, productIds: [...(mode.productIds ?? [])] })
      : await submission.submit(wish);
    if (done !== null) return isWalk ? "WALK" : "SENT";
    await reload();
    return "REFUSED";
  }
  return { mode, setMode, submission, failure, isBusy: submission.isSubmitting || sequence.isSubmitting, send };
}
