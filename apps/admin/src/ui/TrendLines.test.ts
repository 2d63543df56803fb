import { expect, test } from "vitest";
import { roomFor, roundUp } from "./TrendLines.tsx";

test("the names at the ends of lines have the room the longest of them takes, and never less than a usual one", () => {
  expect(roomFor(["放款 0"])).toBe(96);
  expect(roomFor(["Paid out \u00a560,000", "Paid out \u00a50"])).toBeGreaterThan("Paid out \u00a560,000".length * 7);
  expect(roomFor(["放款金额 ¥60,000"])).toBeGreaterThan(roomFor(["放款 ¥60,000"]));
});

test("an axis ends on a figure that people can say", () => {
  expect([3, 37, 340_000].map(roundUp)).toEqual([4, 40, 400_000]);
});
