/** What changes under somebody's hands while they apply: each has an answer in both languages, and nothing is lost. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Refusal, until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";
import { APPLICATION, type ApplicationView, mutation } from "./kit/world-documents.js";

let world: World;
let li: WorldBorrower;
const shelf = { a: "", b: "" };
beforeAll(async () => {
  world = await openWorld();
  shelf.a = await world.publishes("A");
  shelf.b = await world.publishes("B", { name: "青春消费贷", category: "CONSUMPTION" });
  li = await world.borrower().isReady();
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const CHINESE = /[\u4e00-\u9fff]/;

/** What the same wish is refused with to a Chinese and to an English reader. */
async function refusedInBoth(caller: Caller, query: string, input: object): Promise<Refusal["extensions"]> {
  const said = async (language: string) => (await caller.secondTab({ language }).ask(query, { input })).refusals[0];
  const [chinese, english] = [await said("zh-CN"), await said("en-US")];
  if (!chinese || !english) throw new Error("it was not refused");
  expect(chinese.message).toMatch(CHINESE);
  expect(english.message).not.toMatch(CHINESE);
  expect(english.extensions.code).toBe(chinese.extensions.code);
  return chinese.extensions;
}

describe("one draft on two devices", () => {
  it("B-08: begun here it goes on there; the slower save is a conflict in words, and overwrites nothing", async () => {
    const { id, version } = await li.drafts([shelf.a]);
    const phone = li.caller;
    const laptop = world.caller({ app: "borrower" });
    await laptop.run(mutation("signIn", "viewer { id }"), {
      input: { login: li.persona.phone, password: "horse-battery-9" },
    });
    const read = async (caller: Caller) =>
      (
        await caller.run<{ applicationDraft: { amount: string; currentStep: string; version: number } }>(
          "query Draft($id: ID!) { applicationDraft(id: $id) { amount currentStep version } }",
          { id },
        )
      ).applicationDraft;
    expect(await read(laptop)).toMatchObject({ amount: "60000.00", version });
    const save = mutation("saveDraft", "version amount");
    await laptop.run(save, { input: { draftId: id, version, amount: "70000.00", currentStep: "DOCUMENTS" } });
    const late = await refusedInBoth(phone, save, { draftId: id, version, amount: "80000.00" });
    expect(late).toMatchObject({ code: "CONFLICT", kind: "conflict" });
    const now = await read(phone);
    expect(now).toMatchObject({ amount: "70000.00", currentStep: "DOCUMENTS", version: version + 1 });
    await phone.run(save, { input: { draftId: id, version: now.version, amount: "80000.00" } });
    expect((await read(laptop)).amount).toBe("80000.00");
    // Another person is told the same as of a draft that never was.
    const other = await world.borrower().registers();
    const looks = other.run("query Draft($id: ID!) { applicationDraft(id: $id) { id } }", { id });
    await expect(looks).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a product taken off the shelf while its form is open", () => {
  it("B-10 B-11: says so on the draft and at the button; the other lender's application goes, this one's does not", async () => {
    const draft = await li.drafts([shelf.a, shelf.b]);
    const manager = await world.reviewer("B", "manager");
    await manager.run(mutation("unpublishProduct", "state"), { input: { productId: shelf.b, reason: "额度已用完" } });
    const problemIn = async (language: string) => {
      const { applicationDraft } = await li.caller.secondTab({ language }).run<{
        applicationDraft: { items: { problem: string | null; product: { id: string } }[] };
      }>("query Draft($id: ID!) { applicationDraft(id: $id) { items { problem product { id } } } }", { id: draft.id });
      return applicationDraft.items.find(({ product }) => product.id === shelf.b)?.problem ?? "";
    };
    await until(
      () => problemIn("zh-CN"),
      (problem) => CHINESE.test(problem),
    );
    expect(await problemIn("en-US")).not.toMatch(CHINESE);
    const { applications, refused } = await li.presses(li.submissionOf(draft));
    expect(refused.map(({ code }) => code)).toEqual(["PRODUCT_NOT_AVAILABLE"]);
    expect(applications).toHaveLength(1);
    const kept = await world.owner`select product_id from applications where borrower_id = ${li.id}`;
    expect(kept.map(({ product_id }) => product_id)).toEqual([shelf.a]);
  });
});

describe("two tabs", () => {
  it("B-10: equal presses of one button at the same moment are one application; with another key the second finds none left", async () => {
    const chen = await world.borrower().isReady();
    const input = chen.submissionOf(await chen.drafts([shelf.a]));
    const tabs = [chen.caller, chen.caller.secondTab(), chen.caller.secondTab()];
    const answers = await Promise.all(tabs.map((tab) => chen.presses(input, tab)));
    const ids = new Set(answers.flatMap(({ applications }) => applications.map(({ id }) => id)));
    expect(ids.size).toBe(1);
    expect(answers.every(({ applications }) => applications.length === 1)).toBe(true);
    const press = mutation("submitApplications", "applications { id } refused { code }");
    const late = await refusedInBoth(chen.caller, press, { ...input, idempotencyKey: randomUUID() });
    expect(late).toMatchObject({ code: "APPLICATION_DRAFT_CLOSED", kind: "conflict" });
    const changed = await refusedInBoth(chen.caller, press, { ...input, version: 99 });
    expect(changed.kind).toBe("conflict");
    const rows = await world.owner`select state from applications where borrower_id = ${chen.id}`;
    expect(rows).toHaveLength(1);
  });
});

describe("a cap lowered between the offer and the signature", () => {
  it("U-16: the signature is refused with both figures, in both languages, and what was agreed stands as it was", async () => {
    const sun = await world.borrower().isReady();
    const [admin, officer] = [await world.admin(), await world.admin("risk-officer")];
    const agrees = async (name: string, value: string) => {
      const approval = await admin.changesParameter(name, value);
      await officer.speaks(approval?.id ?? "", "APPROVED");
    };
    await agrees("disclosure.readingSeconds", "5");
    const [submitted] = await sun.submits([shelf.a]);
    const id = submitted?.id ?? "";
    const reviewer = await world.reviewer("A");
    const standing = await until(
      () => reviewer.application(id),
      ({ state }) => state === "UNDER_REVIEW",
    );
    await reviewer.decides(standing, "APPROVE");
    const [offer] = (await sun.application(id)).offers;
    await sun.acceptsOffer(offer?.id ?? "");
    const sheet = await sun.opensDisclosure<{ id: string; readingSeconds: number }>(id, "id readingSeconds");
    await new Promise((resolve) => setTimeout(resolve, sheet.readingSeconds * 1_000 + 150));
    await sun.confirmsDisclosure(sheet.id);
    const signature = await sun.signature(id, sheet.id);
    const { product } = await world
      .guest()
      .run<{ product: { institution: { licenceKind: string } } }>(
        "query One($id: ID!) { product(id: $id) { institution { licenceKind } } }",
        { id: shelf.a },
      );
    await agrees(`rateCap.${product.institution.licenceKind}`, "IRR_NOMINAL_SIMPLE:30000");
    const sign = mutation("signContract", APPLICATION);
    const refusal = await until(
      async () => (await sun.caller.ask(sign, { input: signature })).refusals[0]?.extensions,
      (found) => found?.code === "LENDING_RATE_CAP_EXCEEDED",
    );
    expect(refusal?.params).toMatchObject({ cap: "0.030000" });
    await refusedInBoth(sun.caller, sign, signature);
    const after: ApplicationView = await sun.application(id);
    expect(after.state).toBe("CONTRACT_PENDING");
    expect(await world.owner`select 1 from contracts where application_id = ${id}`).toHaveLength(0);
  });
});
