/** What people do on the shelf, as a browser reports it: nothing before yes, nothing unknown, nothing after no. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller, Refusal } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let productId: string;
beforeAll(async () => {
  world = await openWorld();
  productId = await world.publishes("A");
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const RECORD = "mutation Record($input: RecordActivityInput!) { recordActivity(input: $input) { recordedCount } }";
const CHOICE =
  "query Choice($visitorId: ID) { activityChoice(visitorId: $visitorId) { state eventCount text { hash } } }";
const CHOOSE =
  "mutation Choose($input: SetActivityChoiceInput!) { setActivityChoice(input: $input) { state eventCount } }";

interface ChoiceView {
  readonly state: string;
  readonly eventCount: number;
  readonly text: { readonly hash: string };
}

const viewed = (more: object = {}) => ({ id: randomUUID(), kind: "PRODUCT_VIEWED", productId, ...more });
const record = (caller: Caller, events: object[], visitorId?: string) =>
  caller.run<{ recordActivity: { recordedCount: number } }>(RECORD, { input: { events, visitorId } });
const choiceOf = async (caller: Caller, visitorId?: string): Promise<ChoiceView> =>
  (await caller.run<{ activityChoice: ChoiceView }>(CHOICE, { visitorId })).activityChoice;
async function choose(caller: Caller, isAllowed: boolean, visitorId?: string): Promise<void> {
  const textHash = (await choiceOf(caller, visitorId)).text.hash;
  await caller.run(CHOOSE, { input: { isAllowed, textHash, visitorId } });
}

describe("A-31: a guest's browser", () => {
  it("records nothing before yes, what is reported after it once, and nothing after no", async () => {
    const guest = world.guest();
    const visitorId = randomUUID();
    await expect(record(guest, [viewed()], visitorId)).rejects.toMatchObject({ code: "ACTIVITY_NOT_ALLOWED" });
    expect(await choiceOf(guest, visitorId)).toMatchObject({ state: "UNDECIDED", eventCount: 0 });
    await choose(guest, true, visitorId);
    const event = viewed();
    await record(guest, [event], visitorId);
    await record(guest, [event], visitorId);
    expect(await choiceOf(guest, visitorId)).toMatchObject({ state: "ALLOWED", eventCount: 1 });
    await choose(guest, false, visitorId);
    expect(await choiceOf(guest, visitorId)).toMatchObject({ state: "REFUSED", eventCount: 0 });
    await expect(record(guest, [viewed()], visitorId)).rejects.toMatchObject({ code: "ACTIVITY_NOT_ALLOWED" });
  });

  it("is refused an unknown kind, a field that does not belong, words, and more than fifty at once", async () => {
    const guest = world.guest();
    const visitorId = randomUUID();
    await choose(guest, true, visitorId);
    const refusalOf = async (events: object[]) =>
      (await guest.ask(RECORD, { input: { events, visitorId } })).refusals[0]?.extensions;
    expect(await refusalOf([viewed({ kind: "PHONE_READ" })])).toMatchObject({ kind: "invalid" });
    expect(await refusalOf([viewed({ note: "我的手机号 13800138000" })])).toMatchObject({ kind: "invalid" });
    expect(await refusalOf([viewed(), viewed({ seconds: 3 })])).toMatchObject({
      code: "ACTIVITY_EVENT_MALFORMED",
      field: "events.1.seconds",
    });
    expect(await refusalOf(Array.from({ length: 51 }, () => viewed()))).toMatchObject({ kind: "invalid" });
    expect((await choiceOf(guest, visitorId)).eventCount).toBe(0);
  });

  it("joins an account that says yes, and stays apart from one that was not asked", async () => {
    const guest = world.guest();
    const visitorId = randomUUID();
    await choose(guest, true, visitorId);
    await record(guest, [viewed()], visitorId);
    const li = await world.borrower().registers();
    expect(await choiceOf(li.caller)).toMatchObject({ state: "UNDECIDED", eventCount: 0 });
    await choose(li.caller, true, visitorId);
    expect(await choiceOf(li.caller)).toMatchObject({ state: "ALLOWED", eventCount: 1 });
    expect(await choiceOf(guest, visitorId)).toMatchObject({ state: "UNDECIDED", eventCount: 0 });
  });

  it("X-02: of two thousand events from one page a thousand are kept, the rest refused in words, and the page goes on", async () => {
    const guest = world.guest();
    const visitorId = randomUUID();
    await choose(guest, true, visitorId);
    const batches = Array.from({ length: 40 }, () => Array.from({ length: 50 }, () => viewed()));
    const refusals: Refusal[] = [];
    for (const events of batches)
      refusals.push(...(await guest.ask(RECORD, { input: { events, visitorId } })).refusals);
    expect(refusals).toHaveLength(20);
    for (const { extensions, message } of refusals) {
      expect(extensions).toMatchObject({ code: "ACTIVITY_TOO_MANY", retryable: true });
      expect(message).toMatch(/[\u4e00-\u9fff]/);
    }
    const english = await world.guest("en-US").ask(RECORD, { input: { events: batches[39], visitorId } });
    expect(english.refusals[0]?.message).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await choiceOf(guest, visitorId)).eventCount).toBe(1_000);
    expect((await world.products(guest)).map(({ id }) => id)).toContain(productId);
  });
});
