import { useApolloClient } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useEffect, useRef, useState } from "react";
import type { SaveDraftInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

graphql(`
  fragment WizardDraft_draft on ApplicationDraft {
    id
    version
    isSubmitted
    currentStep
    updatedAt
    expiresAt
    ...NeedStep_draft @unmask
    ...DocumentsStep_draft @unmask
    ...ConsentsStep_draft @unmask
    ...ReviewStep_draft @unmask
  }
`);

const SaveDraftDocument = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      id
      ...WizardDraft_draft @unmask
    }
  }
`);

export type DraftEdits = Omit<SaveDraftInput, "draftId" | "version">;
export type SaveState = "saved" | "waiting" | "saving" | "failed" | "conflict";

export interface DraftAutosave {
  /** What was changed here and is not with the server yet. */
  readonly edits: DraftEdits;
  readonly state: SaveState;
  readonly failure: Failure | null;
  /** Changes the form; it is saved once it has stood still. */
  readonly edit: (change: DraftEdits) => void;
  /** Saves what waits, now; false when it was refused. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: what the other device saved counts. */
  readonly loadTheirs: () => void;
  /** After a conflict: what was changed here is saved over theirs. */
  readonly keepMine: () => Promise<boolean>;
}

interface Outcome {
  readonly state: SaveState;
  readonly failure: Failure | null;
}

const saved: Outcome = { state: "saved", failure: null };
const isEmpty = (edits: DraftEdits): boolean => Object.keys(edits).length === 0;

type Save = (sent: DraftEdits, version: number) => Promise<number>;

/** Saves what is sent on the version that was read; answers the new version. */
function useSave(draftId: string): Save {
  const client = useApolloClient();
  return async (sent, version) => {
    const input = { draftId, version, ...sent };
    const { data } = await client.mutate({ mutation: SaveDraftDocument, variables: { input } });
    if (!data) throw new TypeError("no answer");
    return data.saveDraft.version;
  };
}

/** What waits is saved when the page is left, whichever way. */
function useLastSave(flush: () => Promise<boolean>) {
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const leave = () => void latest.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return latest;
}

/**
 * Keeps a draft on the server while it is filled in: one save at a time, each on the version that was read. When another
 * device saved in between, nothing is overwritten: `reload` fetches theirs and the borrower chooses.
 */
export function useDraftAutosave(
  draft: { readonly id: string; readonly version: number },
  reload: () => Promise<unknown>,
  wait = 800,
): DraftAutosave {
  const save = useSave(draft.id);
  const [edits, setEdits] = useState<DraftEdits>({});
  const [{ state, failure }, setOutcome] = useState<Outcome>(saved);
  const pending = useRef<DraftEdits>({});
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const version = useRef(draft.version);
  version.current = Math.max(version.current, draft.version);

  async function run(): Promise<boolean> {
    const sent = pending.current;
    if (isEmpty(sent)) return true;
    pending.current = {};
    setOutcome({ state: "saving", failure: null });
    try {
      version.current = await save(sent, version.current);
    } catch (error) {
      const why = toFailure(error);
      pending.current = { ...sent, ...pending.current };
      const isConflict = why.code === "CONFLICT";
      if (isConflict) await reload();
      setOutcome({ state: isConflict ? "conflict" : "failed", failure: why });
      return false;
    }
    setEdits(pending.current);
    setOutcome(saved);
    return run();
  }
  function flush(): Promise<boolean> {
    clearTimeout(timer.current);
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
  }
  const latest = useLastSave(flush);

  function edit(change: DraftEdits): void {
    pending.current = { ...pending.current, ...change };
    setEdits((now) => ({ ...now, ...change }));
    if (state === "conflict") return;
    setOutcome({ state: "waiting", failure: null });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), wait);
  }
  function loadTheirs(): void {
    pending.current = {};
    setEdits({});
    setOutcome(saved);
  }
  return { edits, state, failure, edit, flush, loadTheirs, keepMine: flush };
}
