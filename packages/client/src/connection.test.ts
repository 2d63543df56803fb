import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionEvent, ConnectionState } from "./connection.ts";
import { createConnection, nextState } from "./connection.ts";

const calm = { socketIsDown: false, httpIsDown: false };

describe("the next state of the connection", () => {
  it.each<[ConnectionState, ConnectionEvent, typeof calm, ConnectionState]>([
    ["connected", "unreachable", calm, "reconnecting"],
    ["connected", "socketLost", calm, "reconnecting"],
    ["connected", "browserOffline", calm, "offline"],
    ["connected", "gaveUp", calm, "connected"],
    ["reconnecting", "answered", calm, "connected"],
    ["reconnecting", "answered", { ...calm, socketIsDown: true }, "reconnecting"],
    ["reconnecting", "socketOpened", calm, "connected"],
    ["reconnecting", "gaveUp", { ...calm, httpIsDown: true }, "offline"],
    ["reconnecting", "gaveUp", { ...calm, socketIsDown: true }, "reconnecting"],
    ["offline", "unreachable", calm, "offline"],
    ["offline", "browserOnline", calm, "reconnecting"],
    ["offline", "answered", calm, "connected"],
  ])("from %s after %s with %o is %s", (state, event, evidence, next) => {
    expect(nextState(state, event, evidence)).toBe(next);
  });
});

describe("a lost connection", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function lose(probe: () => Promise<unknown>) {
    const connection = createConnection({ probe, random: () => 1 });
    const restored = vi.fn();
    connection.onRestored(restored);
    connection.report("unreachable");
    return { connection, restored };
  }

  it("is asked after again and again, and told once when it is back", async () => {
    const probe = vi.fn().mockRejectedValueOnce(new TypeError()).mockResolvedValue(new Response());
    const { connection, restored } = lose(probe);
    expect(connection.get()).toBe("reconnecting");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(restored).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(connection.get()).toBe("connected");
    expect(restored).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(probe).toHaveBeenCalledTimes(2);
  });

  it("is offline after half a minute, and still looked for", async () => {
    const probe = vi.fn(() => Promise.reject(new TypeError()));
    const { connection } = lose(probe);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(connection.get()).toBe("offline");
    const before = probe.mock.calls.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(probe.mock.calls.length).toBeGreaterThan(before);
  });

  it("is looked for at once when the viewer asks", async () => {
    const { connection } = lose(() => Promise.resolve());
    connection.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.get()).toBe("connected");
  });

  it("is over once the socket is given up and the api still answers", async () => {
    const { connection } = lose(() => Promise.resolve());
    connection.report("socketLost");
    connection.report("socketClosed");
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.get()).toBe("connected");
  });

  it("is not over while the live socket is still away", () => {
    const { connection, restored } = lose(() => new Promise(() => {}));
    connection.report("socketLost");
    connection.report("answered");
    expect(connection.get()).toBe("reconnecting");
    connection.report("socketOpened");
    expect(connection.get()).toBe("connected");
    expect(restored).toHaveBeenCalledTimes(1);
  });
});
