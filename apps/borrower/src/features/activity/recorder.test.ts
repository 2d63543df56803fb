import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Noted } from "../../lib/activity.ts";
import type { BatchAnswer } from "./recorder.ts";
import { createRecorder } from "./recorder.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Sent = readonly (Noted & { id: string })[];

function setUp(answers: (BatchAnswer | Error)[] = []) {
  const sent: Sent[] = [];
  let ids = 0;
  const recorder = createRecorder({
    newId: () => `id-${++ids}`,
    patience: 1_000,
    send: async (events) => {
      sent.push([...events]);
      const answer = answers.shift() ?? "recorded";
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const note = (count: number) => {
    for (let index = 0; index < count; index += 1) recorder.note({ kind: "SEARCHED" });
  };
  return { recorder, sent, note };
}

test("A-31: events go out together, the last ones after a while", async () => {
  const { sent, note } = setUp();
  note(3);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ length }) => length)).toEqual([3]);
  note(20);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ length }) => length)).toEqual([3, 20]);
});

test("A-31: after a refusal nothing more is sent", async () => {
  const { sent, note } = setUp(["refused"]);
  note(20);
  await vi.advanceTimersByTimeAsync(0);
  note(40);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
});

test("A-31: a full quota makes it wait as long as it was told, the page never", async () => {
  const { sent, note } = setUp([{ waitMs: 30_000 }]);
  note(20);
  await vi.advanceTimersByTimeAsync(0);
  note(20);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent[1]?.slice(0, 20).map(({ id }) => id)).toEqual(sent[0]?.map(({ id }) => id));
});

test("A-31: what got no answer is sent once more under its own ids, then let go", async () => {
  const { sent, note } = setUp([new TypeError("offline"), new TypeError("offline")]);
  note(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map((batch) => batch.map(({ id }) => id))).toEqual([
    ["id-1", "id-2"],
    ["id-1", "id-2"],
  ]);
});

test("A-31: two thousand events of one page stay in bounds", async () => {
  const { sent, note } = setUp([{ waitMs: 3_600_000 }]);
  note(2_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(50);
});
