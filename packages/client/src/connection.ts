export type ConnectionState = "connected" | "reconnecting" | "offline";

export type ConnectionEvent =
  | "answered" // the api answered over http
  | "unreachable" // a request got no answer at all
  | "socketOpened"
  | "socketLost" // closed without our asking
  | "socketClosed" // closed because we asked
  | "browserOffline"
  | "browserOnline"
  | "gaveUp";

/** What is true now, and a way to be told when it changes. */
export interface Connection {
  get(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Runs each time the connection is back after having been away: what was missed must be asked for again. */
  onRestored(listener: () => void): () => void;
  report(event: ConnectionEvent): void;
  /** Asks the api at once instead of waiting for the next probe. */
  retry(): void;
  stop(): void;
}

export interface ConnectionOptions {
  /** Resolves when the api answers, rejects when it does not. */
  readonly probe: () => Promise<unknown>;
  /** Milliseconds of reconnecting after which the viewer is told that they are offline. */
  readonly patience?: number;
  readonly random?: () => number;
}

export interface Evidence {
  readonly socketIsDown: boolean;
  readonly httpIsDown: boolean;
}

/** The next state, and nothing else: timers and listeners are the caller's. */
export function nextState(state: ConnectionState, event: ConnectionEvent, evidence: Evidence): ConnectionState {
  if (event === "browserOffline") return "offline";
  // Behind a proxy that refuses sockets pages still work: live updates are away, the viewer is not offline.
  if (event === "gaveUp") return state === "reconnecting" && evidence.httpIsDown ? "offline" : state;
  if (event === "browserOnline") return state === "offline" ? "reconnecting" : state;
  if (event === "unreachable" || event === "socketLost") return state === "offline" ? state : "reconnecting";
  if (event === "answered") return evidence.socketIsDown ? "reconnecting" : "connected";
  return "connected";
}

function socketAfter(event: ConnectionEvent, isDown: boolean): boolean {
  if (event === "socketLost") return true;
  return event === "socketOpened" || event === "socketClosed" ? false : isDown;
}

interface Signal {
  listen(listener: () => void): () => void;
  fire(): void;
  clear(): void;
}

function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fire() {
      for (const listener of listeners) listener();
    },
    clear: () => listeners.clear(),
  };
}

export function createConnection({ probe, patience = 30_000, random = Math.random }: ConnectionOptions): Connection {
  let state: ConnectionState = "connected";
  let evidence: Evidence = { socketIsDown: false, httpIsDown: false };
  let probeTimer: ReturnType<typeof setTimeout> | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  const changed = createSignal();
  const restored = createSignal();

  function ask(): void {
    clearTimeout(probeTimer);
    probe().then(() => report("answered"), scheduleProbe);
  }

  function scheduleProbe(): void {
    if (state === "connected") return;
    clearTimeout(probeTimer);
    attempt += 1;
    probeTimer = setTimeout(ask, (0.5 + random() / 2) * Math.min(15_000, 1_000 * 2 ** attempt));
  }

  function startWaiting(): void {
    clearTimeout(patienceTimer);
    patienceTimer = setTimeout(() => report("gaveUp"), patience);
    scheduleProbe();
  }

  function settle(): void {
    clearTimeout(probeTimer);
    clearTimeout(patienceTimer);
    attempt = 0;
  }

  function report(event: ConnectionEvent): void {
    evidence = {
      socketIsDown: socketAfter(event, evidence.socketIsDown),
      httpIsDown: event === "unreachable" || (event !== "answered" && evidence.httpIsDown),
    };
    const before = state;
    // A socket that was closed on purpose says nothing about the network: ask.
    if (event === "socketClosed" && before !== "connected") {
      ask();
      return;
    }
    state = nextState(before, event, evidence);
    if (state !== before && state === "reconnecting") startWaiting();
    if (event === "browserOnline") ask();
    if (state === before) return;
    if (state === "connected") settle();
    changed.fire();
    if (state === "connected") restored.fire();
  }

  return {
    get: () => state,
    subscribe: changed.listen,
    onRestored: restored.listen,
    report,
    retry: ask,
    stop() {
      settle();
      changed.clear();
      restored.clear();
    },
  };
}
