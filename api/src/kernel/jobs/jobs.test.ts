import { describe, expect, it } from "vitest";
import { oneAtATime } from "./index.js";

/** A run that ends when it is told to. */
function slowRun() {
  const ends: ((error?: Error) => void)[] = [];
  let most = 0;
  let running = 0;
  const run = async () => {
    running += 1;
    most = Math.max(most, running);
    try {
      await new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    } finally {
      running -= 1;
    }
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { run, ends, settle, most: () => most };
}

describe("work on business days", () => {
  it("is never done by two at once; whoever asks meanwhile waits for nothing, and is served before it ends", async () => {
    const { run, ends, settle, most } = slowRun();
    const work = oneAtATime(run);
    const first = work();
    await Promise.all([work(), work(), work()]);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await first;
    expect(ends).toHaveLength(2);
    expect(most()).toBe(1);
  });

  it("is taken up anew after a failure, which is told to whoever asked", async () => {
    const { run, ends, settle } = slowRun();
    const work = oneAtATime(run);
    const failed = work();
    ends[0]?.(new Error("no"));
    await expect(failed).rejects.toThrow("no");
    const second = work();
    await settle();
    ends[1]?.();
    await expect(second).resolves.toBeUndefined();
  });
});
