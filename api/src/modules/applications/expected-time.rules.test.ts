import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../kernel/calendar/index.js";
import { dayOf } from "../../kernel/clock/index.js";
import {
  durationsOf,
  expectationOf,
  FEWEST_CASES,
  percentile,
  presentStretch,
  type ReachedState,
} from "./expected-time.rules.js";
import { workingMinutes } from "./review-clock.service.js";

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const MINUTE = 60_000;

/** Counts one minute after the other, on the wall in Shanghai. */
function minuteByMinute(from: Date, to: Date): number {
  let count = 0;
  const floor = (moment: Date) => Math.floor(moment.getTime() / MINUTE) * MINUTE;
  for (let moment = floor(from); moment < floor(to); moment += MINUTE) {
    const here = new Date(moment);
    const minute = (Math.floor(moment / MINUTE) + 8 * 60) % (24 * 60);
    if (isWorkingDay(dayOf(here)) !== false && minute >= 9 * 60 && minute < 18 * 60) count += 1;
  }
  return count;
}

const paused: readonly ReachedState[] = [
  { state: "SUBMITTED", at: at("2026-09-30T16:00") },
  { state: "SCREENING", at: at("2026-09-30T16:01") },
  { state: "UNDER_REVIEW", at: at("2026-09-30T16:30") },
  { state: "NEED_MORE_INFO", at: at("2026-09-30T17:30") },
  { state: "UNDER_REVIEW", at: at("2026-10-08T10:00") },
  { state: "APPROVED", at: at("2026-10-08T11:15") },
];

describe("how long an application took", () => {
  it("2-13: the holiday and the wait for the borrower are left out of the working minutes", () => {
    const { DECISION, REVIEW, PAYOUT } = durationsOf(paused, workingMinutes);
    expect(DECISION).toEqual({ minutes: 90 + 75, endedAt: at("2026-10-08T11:15") });
    expect(REVIEW?.minutes).toBe(60 + 75);
    expect(PAYOUT).toBeUndefined();
  });

  it("2-13: pause and resume add up: what was worked and what was waited make the whole span, minute by minute", () => {
    const step = fc.integer({ min: 1, max: 4_000 });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 20_000 }),
        (gaps, offset) => {
          let moment = at("2026-09-24T00:00").getTime() + offset * MINUTE;
          const history: ReachedState[] = [{ state: "SUBMITTED", at: new Date(moment) }];
          for (const [index, gap] of gaps.entries()) {
            moment += gap * MINUTE + (gap % 60) * 1_000;
            const state = index === gaps.length - 1 ? "REJECTED" : index % 2 === 0 ? "UNDER_REVIEW" : "NEED_MORE_INFO";
            history.push({ state, at: new Date(moment) });
          }
          const waited = history.reduce((total, { state, at: from }, index) => {
            const next = history[index + 1];
            return state === "NEED_MORE_INFO" && next ? total + minuteByMinute(from, next.at) : total;
          }, 0);
          const [first, last] = [history[0], history.at(-1)];
          const whole = first && last ? minuteByMinute(first.at, last.at) : Number.NaN;
          expect(durationsOf(history, workingMinutes).DECISION?.minutes).toBe(whole - waited);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("B-13: counts the first decision only, and the money from the signature on", () => {
    const history: readonly ReachedState[] = [
      { state: "SUBMITTED", at: at("2026-11-23T09:00") },
      { state: "SCREENING", at: at("2026-11-23T09:00") },
      { state: "REJECTED", at: at("2026-11-23T09:02") },
      { state: "UNDER_REVIEW", at: at("2026-11-23T12:00") },
      { state: "APPROVED", at: at("2026-11-23T15:00") },
      { state: "CONTRACT_PENDING", at: at("2026-11-23T15:30") },
      { state: "CONTRACTED", at: at("2026-11-23T16:00") },
      { state: "DISBURSING", at: at("2026-11-23T16:01") },
      { state: "DISBURSED", at: at("2026-11-23T16:20") },
    ];
    const { DECISION, REVIEW, PAYOUT } = durationsOf(history, workingMinutes);
    expect([DECISION?.minutes, REVIEW, PAYOUT?.minutes]).toEqual([2, undefined, 20]);
  });
});

describe("what may be expected", () => {
  it("is the nearest rank: at least half, and at least nine of ten, took no longer", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: FEWEST_CASES, maxLength: 300 }), (minutes) => {
        const { medianMinutes, ninetiethMinutes } = expectationOf(minutes);
        const share = (limit: number | null) => minutes.filter((one) => one <= (limit ?? -1)).length / minutes.length;
        const below = (limit: number | null) => minutes.filter((one) => one < (limit ?? -1)).length / minutes.length;
        expect(share(medianMinutes)).toBeGreaterThanOrEqual(0.5);
        expect(below(medianMinutes)).toBeLessThan(0.5);
        expect(share(ninetiethMinutes)).toBeGreaterThanOrEqual(0.9);
        expect(below(ninetiethMinutes)).toBeLessThan(0.9);
      }),
    );
    expect(percentile([], 0.5)).toBeUndefined();
  });

  it("B-13: is not said with fewer than twenty cases", () => {
    expect(expectationOf(Array.from({ length: 19 }, () => 60))).toEqual({
      caseCount: 19,
      medianMinutes: null,
      ninetiethMinutes: null,
    });
    expect(expectationOf(Array.from({ length: 20 }, () => 60))).toMatchObject({
      medianMinutes: 60,
      ninetiethMinutes: 60,
    });
  });

  it("is about the stretch the application is on, from where that began", () => {
    expect(presentStretch(paused.slice(0, 2))).toMatchObject({ step: "DECISION", stretch: paused.slice(0, 2) });
    expect(presentStretch(paused.slice(0, 4))).toMatchObject({ step: "REVIEW", stretch: paused.slice(2, 4) });
    expect(presentStretch(paused)).toBeUndefined();
    const again: readonly ReachedState[] = [
      ...paused.slice(0, 3),
      { state: "REJECTED", at: at("2026-10-08T11:15") },
      { state: "UNDER_REVIEW", at: at("2026-10-08T14:00") },
    ];
    expect(presentStretch(again)?.stretch).toEqual(again.slice(-1));
  });
});
