import { useApolloClient } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useEffect, useRef, useState } from "react";
import type { SaveDraftInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import type { DraftDevice, Unsent } from "../../lib/unsent/unsent-drafts.ts";

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
/** "offline": the server cannot be reached, and this device keeps what waits. */
export type SaveState = "saved" | "waiting" | "saving" | "failed" | "offline" | "conflict";

export interface DraftAutosave {
  /** What was changed here and is not with the server yet. */
  readonly edits: DraftEdits;
  readonly state: SaveState;
  readonly failure: Failure | null;
  /** Changes the form; it is saved once it has stood still. */
  readonly edit: (change: DraftEdits) => void;
  /** Saves what waits, now; false when it was refused. */
  readonly flush: () => Promise<boolean>;
  /** The version the server has of it: right after a save too, before anything on screen knows. */
  readonly version: () => number;
  /** After a conflict: what the other device saved counts. */
  readonly loadTheirs: () => void;
  /** After a conflict: what was changed here is saved over theirs. */
  readonly keepMine: () => Promise<boolean>;
}

interface Outcome {
  readonly state: SaveState;
  readonly failure: Failure | null;
}

/** A network may be back without saying so. */
const lookAgain = 15_000;

const waiting: Outcome = { state: "waiting", failure: null };
const saving: Outcome = { state: "saving", failure: null };
const saved: Outcome = { state: "saved", failure: null };
const isEmpty = (edits: DraftEdits): boolean => Object.keys(edits).length === 0;

/** What a save that did not go through means: theirs against mine, kept here meanwhile, or just failed. */
async function outcomeOf(
  failure: Failure,
  device: DraftDevice<DraftEdits> | null,
  edits: DraftEdits,
  version: number,
): Promise<Outcome> {
  if (failure.code === "CONFLICT") return { state: "conflict", failure };
  const isKept = failure.kind === "network" && ((await device?.keep({ edits, version, keptAt: Date.now() })) ?? false);
  return { state: isKept ? "offline" : "failed", failure };
}

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

/** What waits goes out as soon as the network is back. */
function useReturnOfNetwork(latest: { readonly current: () => Promise<boolean> }, state: SaveState) {
  useEffect(() => {
    if (state !== "offline") return;
    const send = () => void latest.current();
    addEventListener("online", send);
    const timer = setInterval(send, lookAgain);
    return () => {
      removeEventListener("online", send);
      clearInterval(timer);
    };
  }, [state, latest]);
}

/** What an earlier page load kept on this device, once it has been found. */
function useKept(device: DraftDevice<DraftEdits> | null, take: (found: Unsent<DraftEdits>) => void) {
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    let isHere = true;
    void device?.find().then((found) => {
      if (found !== null && isHere) taking.current(found);
    });
    return () => {
      isHere = false;
    };
  }, [device]);
}

/**
 * The version the next save is made on. What was kept on this device was changed on an older one: the server is told
 * that one, and may object.
 */
function useBase(read: number) {
  const newest = useRef(read);
  const kept = useRef<number | null>(null);
  newest.current = Math.max(newest.current, read);
  return {
    version: () => kept.current ?? newest.current,
    keep: (version: number) => {
      kept.current = version;
    },
    forget: () => {
      kept.current = null;
    },
    saved: (version: number) => {
      kept.current = null;
      newest.current = version;
    },
  };
}

/** Asked for while it runs, it is the run that is under way. */
function useOneAtATime(run: () => Promise<boolean>): () => Promise<boolean> {
  const running = useRef<Promise<boolean> | null>(null);
  return () => {
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
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
  device: DraftDevice<DraftEdits> | null = null,
): DraftAutosave {
  const save = useSave(draft.id);
  const [edits, setEdits] = useState<DraftEdits>({});
  const [{ state, failure }, setOutcome] = useState<Outcome>(saved);
  const pending = useRef<DraftEdits>({});
  const alone = useOneAtATime(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useBase(draft.version);

  async function run(): Promise<boolean> {
    const sent = pending.current;
    if (isEmpty(sent)) return true;
    pending.current = {};
    setOutcome(saving);
    try {
      base.saved(await save(sent, base.version()));
      await device?.drop();
    } catch (error) {
      pending.current = { ...sent, ...pending.current };
      const outcome = await outcomeOf(toFailure(error), device, pending.current, base.version());
      if (outcome.state === "conflict") await reload().finally(base.forget);
      setOutcome(outcome);
      return false;
    }
    setEdits(pending.current);
    setOutcome(saved);
    return run();
  }
  function flush(): Promise<boolean> {
    clearTimeout(timer.current);
    return alone();
  }
  const latest = useLastSave(flush);
  useReturnOfNetwork(latest, state);
  useKept(device, (found) => {
    if (!isEmpty(pending.current)) return;
    base.keep(found.version);
    edit(found.edits);
  });

  function edit(change: DraftEdits): void {
    pending.current = { ...pending.current, ...change };
    setEdits((now) => ({ ...now, ...change }));
    if (state === "conflict") return;
    setOutcome(waiting);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), wait);
  }
  function loadTheirs(): void {
    pending.current = {};
    base.forget();
    void device?.drop();
    setEdits({});
    setOutcome(saved);
  }
  return { edits, state, failure, edit, flush, version: base.version, loadTheirs, keepMine: flush };
}
