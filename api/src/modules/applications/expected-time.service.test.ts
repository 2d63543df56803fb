import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { isWorkingDay } from "../../kernel/calendar/index.js";
import { dayOf, instantOf } from "../../kernel/clock/index.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";
import { applicationEvents } from "./application.events.js";
import type { ApplicationState } from "./application.states.js";

let market: Market;
let busy: string;
let quiet: string;

const MINUTE = 60_000;
type Step = readonly [to: ApplicationState, minutesLater: number];

/** An application's past as its events tell it. */
async function told(institutionId: string, submittedAt: Date, steps: readonly Step[]): Promise<void> {
  const applicationId = newId();
  const about = { subject: { type: "Application", id: applicationId }, institutionId, borrowerId: newId() };
  let at = submittedAt;
  await market.kernel.db.write(system, async (tx) => {
    const submitted = {
      applicationId,
      borrowerId: newId(),
      institutionId,
      productId: newId(),
      amount: "1",
      at: at.toISOString(),
    };
    await market.kernel.events.record(tx, system, applicationEvents.submitted, { ...about, facts: submitted });
    let from: ApplicationState = "SUBMITTED";
    for (const [to, later] of steps) {
      at = new Date(at.getTime() + later * MINUTE);
      const facts = { applicationId, from, to, reason: null, at: at.toISOString() };
      await market.kernel.events.record(tx, system, applicationEvents.statusChanged, { ...about, facts });
      from = to;
    }
  });
}

beforeAll(async () => {
  market = await openMarket();
  busy = (await market.lender("忙银行")).id;
  quiet = (await market.lender("静银行")).id;
  // From the middle of a working day, whatever time it is now: cases of a night would take no working minute at all.
  const now = instantOf(market.kernel.clock.today()).getTime() + 13 * 60 * MINUTE;
  for (let index = 0; index < 24; index += 1) {
    const submittedAt = new Date(now - (30 - index) * 24 * 60 * MINUTE - index * 37 * MINUTE);
    const review: Step[] = [
      ["SCREENING", 1],
      ["UNDER_REVIEW", 2],
    ];
    if (index % 4 === 0) review.push(["NEED_MORE_INFO", 90], ["UNDER_REVIEW", 60 * (5 + index)]);
    const verdict: Step = [index % 3 === 0 ? "REJECTED" : "APPROVED", 45 * (index + 1)];
    await told(busy, submittedAt, [...review, verdict]);
    if (index < 19) await told(quiet, submittedAt, [...review, verdict]);
  }
  await told(busy, new Date(now - 200 * 24 * 60 * MINUTE), [
    ["SCREENING", 1],
    ["REJECTED", 60_000],
  ]);
}, 60_000);
afterAll(() => market.close());

/** Counted from the events by hand: one minute after the other, by another way than the service's. */
async function byHand(institutionId: string, begins: ApplicationState): Promise<number[]> {
  const rows = await market.owner<{ id: string; state: ApplicationState; at: string }[]>`
    select subject_id as id, coalesce(facts ->> 'to', 'SUBMITTED') as state, facts ->> 'at' as at from events
    where subject_type = 'Application' and institution_id = ${institutionId} order by facts ->> 'at', id`;
  const since = market.kernel.clock.businessNow().getTime() - 90 * 24 * 60 * MINUTE;
  const minutes: number[] = [];
  for (const steps of Map.groupBy(rows, ({ id }) => id).values()) {
    const end = steps.find(({ state }) => ["APPROVED", "COUNTER_OFFERED", "REJECTED"].includes(state));
    const begin = steps.find(({ state }) => state === begins);
    if (!end || !begin || Date.parse(end.at) < since) continue;
    let counted = 0;
    const floor = (text: string) => Math.floor(Date.parse(text) / MINUTE) * MINUTE;
    for (let moment = floor(begin.at); moment < floor(end.at); moment += MINUTE) {
      const minute = (moment / MINUTE + 8 * 60) % (24 * 60);
      const standing = steps.findLast(({ at }) => floor(at) <= moment)?.state;
      if (standing === "NEED_MORE_INFO" || minute < 9 * 60 || minute >= 18 * 60) continue;
      if (isWorkingDay(dayOf(new Date(moment))) !== false) counted += 1;
    }
    minutes.push(counted);
  }
  return minutes.sort((a, b) => a - b);
}

describe("expected times", () => {
  it("B-13: are those of a recount by hand from the events, half and nine of ten, without paused time", async () => {
    const { expectedTimes } = market;
    await expectedTimes.recount(market.kernel.clock.today());
    for (const [step, begins] of [
      ["DECISION", "SUBMITTED"],
      ["REVIEW", "UNDER_REVIEW"],
    ] as const) {
      const minutes = await byHand(busy, begins);
      expect(minutes).toHaveLength(24);
      expect(expectedTimes.ofInstitution(busy)).toContainEqual(
        expect.objectContaining({ step, caseCount: 24, medianMinutes: minutes[11], ninetiethMinutes: minutes[21] }),
      );
    }
  });

  it("B-13: are not said of an institution with nineteen cases, nor of a stretch nobody finished", () => {
    const [decision] = market.expectedTimes.ofInstitution(quiet);
    expect(decision).toMatchObject({ caseCount: 19, medianMinutes: null, ninetiethMinutes: null });
    expect(market.expectedTimes.ofInstitution(busy).at(-1)).toMatchObject({ step: "PAYOUT", caseCount: 0 });
    expect(market.expectedTimes.ofInstitution(newId())).toHaveLength(3);
  });

  it("are the same when counted again, and another process reads them from the table", async () => {
    const before = market.expectedTimes.ofInstitution(busy);
    await market.expectedTimes.recount(market.kernel.clock.today());
    const again = market.expectedTimes.ofInstitution(busy);
    const figures = (views: typeof again) =>
      views.map(({ step, caseCount, medianMinutes }) => [step, caseCount, medianMinutes]);
    expect(figures(again)).toEqual(figures(before));
    const { stamp } = market.expectedTimes;
    await market.expectedTimes.load();
    expect(market.expectedTimes.stamp).toBe(stamp);
    expect(figures(market.expectedTimes.ofInstitution(busy))).toEqual(figures(before));
  });

  it("B-13: tell when an application may be decided, and nothing of a moment while its clock stands", () => {
    const { expectedTimes, kernel } = market;
    const now = kernel.clock.businessNow();
    const running = expectedTimes.forecast(busy, [
      { state: "SUBMITTED", occurredAt: now },
      { state: "UNDER_REVIEW", occurredAt: now },
    ]);
    expect(running).toMatchObject({ step: "REVIEW", caseCount: 24, elapsedMinutes: 0 });
    expect(running?.medianAt?.getTime()).toBeGreaterThan(now.getTime());
    expect(running?.ninetiethAt?.getTime()).toBeGreaterThan(running?.medianAt?.getTime() ?? Number.POSITIVE_INFINITY);
    const stopped = expectedTimes.forecast(busy, [
      { state: "UNDER_REVIEW", occurredAt: now },
      { state: "NEED_MORE_INFO", occurredAt: now },
    ]);
    expect(stopped).toMatchObject({ step: "REVIEW", medianAt: null, ninetiethAt: null });
    expect(expectedTimes.forecast(busy, [{ state: "APPROVED", occurredAt: now }])).toBeNull();
  });
});
