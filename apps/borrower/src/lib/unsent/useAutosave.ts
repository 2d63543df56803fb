import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useEffect, useRef, useState } from "react";
import type { DraftDevice, Unsent } from "./unsent-drafts.ts";

/** "offline": the server cannot be reached, and this device keeps what waits. */
export type SaveState = "saved" | "waiting" | "saving" | "failed" | "offline" | "conflict";

export interface Autosave<Edits> {
  /** What was changed here and is not with the server yet. */
  readonly edits: Edits;
  readonly state: SaveState;
  readonly failure: Failure | null;
  /** Changes the form; it is saved once it has stood still. */
  readonly edit: (change: Edits) => void;
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
const isEmpty = (edits: object): boolean => Object.keys(edits).length === 0;

/** Another version was saved since the one that was read. */
const clashes: ReadonlySet<string> = new Set(["CONFLICT", "BORROWER_PROFILE_CHANGED"]);

/** What a save that did not go through means: theirs against mine, kept here meanwhile, or just failed. */
async function outcomeOf<Edits>(
  failure: Failure,
  device: DraftDevice<Edits> | null,
  edits: Edits,
  version: number,
): Promise<Outcome> {
  if (clashes.has(failure.code)) return { state: "conflict", failure };
  const isKept = failure.kind === "network" && ((await device?.keep({ edits, version, keptAt: Date.now() })) ?? false);
  return { state: isKept ? "offline" : "failed", failure };
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
function useKept<Edits>(device: DraftDevice<Edits> | null, take: (found: Unsent<Edits>) => void) {
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
 * The version the next save is made on: the one on screen when the first of the unsaved changes was made, also where a
 * newer one has come since, or was kept on this device. The server is told that one, and may object.
 */
function useBase(read: number) {
  const newest = useRef(read);
  const kept = useRef<number | null>(null);
  newest.current = Math.max(newest.current, read);
  return {
    version: () => kept.current ?? newest.current,
    begin: () => {
      kept.current ??= newest.current;
    },
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

export interface AutosaveOptions<Edits> {
  /** The version on screen. */
  readonly version: number;
  /** Saves what is sent on that version; answers the new one. */
  readonly save: (sent: Edits, version: number) => Promise<number>;
  readonly reload: () => Promise<unknown>;
  /** Milliseconds a change stands still before it is saved. */
  readonly wait?: number;
  /** Keeps what cannot be sent. */
  readonly device?: DraftDevice<Edits> | null;
}

/**
 * Keeps something on the server while it is filled in: one save at a time, each on the version that was read. When
 * another device saved in between, nothing is overwritten: `reload` fetches theirs and the borrower chooses.
 */
export function useAutosave<Edits extends object>(options: AutosaveOptions<Edits>): Autosave<Edits> {
  const { save, reload, wait = 800, device = null } = options;
  const nothing = {} as Edits;
  const [edits, setEdits] = useState<Edits>(nothing);
  const [{ state, failure }, setOutcome] = useState<Outcome>(saved);
  const pending = useRef<Edits>(nothing);
  const alone = useOneAtATime(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useBase(options.version);

  async function run(): Promise<boolean> {
    const sent = pending.current;
    if (isEmpty(sent)) return true;
    pending.current = nothing;
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

  function edit(change: Edits): void {
    if (isEmpty(pending.current)) base.begin();
    pending.current = { ...pending.current, ...change };
    setEdits((now) => ({ ...now, ...change }));
    if (state === "conflict") return;
    setOutcome(waiting);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), wait);
  }
  function loadTheirs(): void {
    pending.current = nothing;
    base.forget();
    void device?.drop();
    setEdits(nothing);
    setOutcome(saved);
  }
  return { edits, state, failure, edit, flush, version: base.version, loadTheirs, keepMine: flush };
}
