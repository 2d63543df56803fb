/** Lenders asked one after another: the guard first, then one at a time, and who was not asked knows of nothing. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { DraftView, WorldBorrower } from "./kit/world-borrower.js";
import { mutation } from "./kit/world-documents.js";
import type { WorldReviewer } from "./kit/world-staff.js";

interface SequenceView {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hardPullCount: number;
  readonly parallelHardPullCount: number;
  readonly steps: readonly {
    readonly state: string;
    readonly product: { readonly id: string };
    readonly application: { readonly id: string } | null;
  }[];
}
const SEQUENCE =
  "id version state hardPullCount parallelHardPullCount steps { state product { id } application { id } }";

let world: World;
let li: WorldBorrower;
let draft: DraftView;
let atA: WorldReviewer;
let atB: WorldReviewer;
const shelf: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  shelf.push(await world.publishes("A"));
  shelf.push(await world.publishes("B", { name: "青春消费贷", category: "CONSUMPTION" }));
  shelf.push(await world.publishes("A", { name: "清风装修分期" }));
  li = await world.borrower().isReady();
  [atA, atB] = [await world.reviewer("A"), await world.reviewer("B")];
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const wishFor = ({ id, version, items }: DraftView) => ({
  draftId: id,
  version,
  goal: "LOWEST_COST",
  productIds: shelf,
  consents: [...new Map(items.map(({ product, consentText }) => [product.institution.id, consentText.hash]))].map(
    ([institutionId, textHash]) => ({ institutionId, textHash }),
  ),
  idempotencyKey: randomUUID(),
});
const starts = async (input: object): Promise<SequenceView> =>
  (await li.run<{ startSequence: SequenceView }>(mutation("startSequence", SEQUENCE), { input })).startSequence;
const walk = async (): Promise<SequenceView> => {
  const { applicationSequences } = await li.run<{ applicationSequences: SequenceView[] }>(
    `{ applicationSequences { ${SEQUENCE} } }`,
  );
  if (!applicationSequences[0]) throw new Error("there is no walk");
  return applicationSequences[0];
};
const states = ({ steps }: SequenceView) => steps.map(({ state }) => state);

describe("the guard", () => {
  it("idea 5: does not push a loan the month cannot carry, says what would fit in either language, and sends nothing", async () => {
    await li.completesProfile({ monthlyIncome: "6000.00", monthlyDebtPayment: "1000.00" });
    const tooMuch = wishFor(await li.drafts(shelf, { amount: "90000.00", termCount: 12 }));
    const refusalIn = async (language: string) =>
      (await li.caller.secondTab({ language }).ask(mutation("startSequence", "id"), { input: tooMuch })).refusals[0];
    const [chinese, english] = [await refusalIn("zh-CN"), await refusalIn("en-US")];
    for (const refusal of [chinese, english])
      expect(refusal?.extensions).toMatchObject({ code: "APPLICATION_DEBT_SERVICE_TOO_HIGH", field: "amount" });
    expect(chinese?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(english?.message).not.toMatch(/[\u4e00-\u9fff]/);
    const { applications, applicationSequences } = await li.run<{
      applications: { totalCount: number };
      applicationSequences: object[];
    }>("{ applications { totalCount } applicationSequences { id } }");
    expect([applications.totalCount, applicationSequences]).toEqual([0, []]);
    await li.completesProfile();
  });
});

describe("the walk", () => {
  it("idea 5: sends one application; the second lender sees neither it nor a consent", async () => {
    draft = await li.drafts(shelf, { amount: "60000.00", termCount: 12 });
    const wish = wishFor(draft);
    const begun = await starts(wish);
    expect(begun).toMatchObject({ state: "RUNNING", hardPullCount: 1, parallelHardPullCount: 3 });
    expect(states(begun)).toEqual(["SENT", "WAITING", "WAITING"]);
    // The button pressed again with its key is the same walk; with another key the draft is gone.
    expect((await starts(wish)).id).toBe(begun.id);
    await expect(starts({ ...wish, idempotencyKey: randomUUID() })).rejects.toMatchObject({
      code: "APPLICATION_DRAFT_CLOSED",
    });
    await until(
      () => atA.seesQueue(),
      (queue) => queue.length === 1,
    );
    expect(await atB.seesQueue()).toEqual([]);
    const consents = await world.owner`select institution_id from consents where borrower_id = ${li.id}`;
    expect(consents).toHaveLength(1);
  });

  it("idea 5: another order is for those not asked; paused, a refusal asks nobody; going on takes the new first", async () => {
    const [, second = "", third = ""] = shelf;
    const before = await walk();
    const reorders = (productIds: string[]) =>
      li.run(mutation("reorderSequence", SEQUENCE), {
        input: { sequenceId: before.id, version: before.version, productIds },
      });
    await expect(reorders([third])).rejects.toMatchObject({ code: "APPLICATION_PRODUCT_NOT_IN_DRAFT" });
    await reorders([third, second]);
    await expect(reorders([second, third])).rejects.toMatchObject({ code: "CONFLICT" });
    const reordered = await walk();
    expect(reordered.steps.map(({ product }) => product.id)).toEqual([shelf[0], third, second]);
    const pause = { sequenceId: reordered.id, version: reordered.version };
    await li.run(mutation("pauseSequence", "state"), { input: pause });

    const applicationId = reordered.steps[0]?.application?.id ?? "";
    const standing = await until(
      () => atA.application(applicationId),
      ({ state }) => state === "UNDER_REVIEW",
    );
    await atA.decides(standing, "REJECT", { reasons: ["INSUFFICIENT_INCOME"] });
    const paused = await until(walk, (one) => states(one)[0] === "ENDED");
    expect(paused.state).toBe("PAUSED");
    expect(states(paused)).toEqual(["ENDED", "WAITING", "WAITING"]);
    const goOn = { sequenceId: paused.id, version: paused.version };
    await li.run(mutation("resumeSequence", "state"), { input: goOn });
    expect(states(await walk())).toEqual(["ENDED", "SENT", "WAITING"]);
    expect(await atB.seesQueue()).toEqual([]);
  });

  it("idea 5: an offer taken ends it, and the last lender never hears of it", async () => {
    const applicationId = (await walk()).steps[1]?.application?.id ?? "";
    const standing = await until(
      () => atA.application(applicationId),
      ({ state }) => state === "UNDER_REVIEW",
    );
    await atA.decides(standing, "APPROVE");
    const [offer] = (await li.application(applicationId)).offers;
    await li.acceptsOffer(offer?.id ?? "");
    // At once: not when the sheet is opened, nor when the contract is signed.
    const ended = await walk();
    expect(ended.state).toBe("ACCEPTED");
    expect(states(ended)).toEqual(["ENDED", "ACCEPTED", "SKIPPED"]);
    expect(ended.hardPullCount).toBeLessThan(ended.parallelHardPullCount);
    expect(await atB.seesQueue()).toEqual([]);
  });
});

describe("a walk that stops by itself", () => {
  it("idea 5: is heard of by an open page and told in a notice with its reason, goes on once mended, and says when all were asked", async () => {
    const wang = await world.borrower().isReady();
    const pair = shelf.slice(0, 2);
    const wish = { ...wishFor(await wang.drafts(pair, { amount: "60000.00", termCount: 12 })), productIds: pair };
    const open = await wang.caller.hears<SequenceView & { reasonCode: string | null }>(
      `subscription { applicationSequenceChanged { ${SEQUENCE} reasonCode } }`,
    );
    await wang.run(mutation("startSequence", "id"), { input: wish });
    const begun = await open.next(({ steps }) => steps.some(({ state }) => state === "SENT"));
    const refuses = async (desk: WorldReviewer, step: number) => {
      const { applicationSequences } = await wang.run<{ applicationSequences: SequenceView[] }>(
        `{ applicationSequences { ${SEQUENCE} } }`,
      );
      const id = applicationSequences[0]?.steps[step]?.application?.id ?? "";
      const standing = await until(
        () => desk.application(id),
        ({ state }) => state === "UNDER_REVIEW",
      );
      await desk.decides(standing, "REJECT", { reasons: ["INSUFFICIENT_INCOME"] });
    };
    const told = () =>
      wang
        .run<{ notifications: { edges: { node: { title: string; body: string; path: string } }[] } }>(
          "{ notifications(first: 20) { edges { node { title body path } } } }",
        )
        .then(({ notifications }) => notifications.edges.map(({ node }) => node));
    await wang.completesProfile({ monthlyIncome: "6000.00", monthlyDebtPayment: "2900.00" });
    await refuses(atA, 0);
    const stopped = await open.next(({ state }) => state === "PAUSED");
    expect(stopped).toMatchObject({ id: begun.id, reasonCode: "APPLICATION_DEBT_SERVICE_TOO_HIGH" });
    expect(states(stopped)).toEqual(["ENDED", "WAITING"]);
    const notice = await until(told, (all) => all.some(({ title }) => title === "逐家申请已暂停"));
    const words = notice.find(({ title }) => title === "逐家申请已暂停");
    expect(words?.path).toBe("/applications");
    expect(words?.body).toMatch(/原因：.{5,}/);

    await wang.completesProfile();
    await wang.run(mutation("resumeSequence", "state"), {
      input: { sequenceId: stopped.id, version: stopped.version },
    });
    await refuses(atB, 1);
    const ended = await open.next(({ state }) => state === "EXHAUSTED");
    expect(states(ended)).toEqual(["ENDED", "ENDED"]);
    const last = await until(told, (all) => all.some(({ title }) => title === "逐家申请已走完"));
    expect(last.filter(({ title }) => title.startsWith("逐家申请"))).toHaveLength(2);
    open.end();
  });
});
