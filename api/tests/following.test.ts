/** An application followed from its submission to the money: every step reaches the pages that are open (S1, steps 8 to 10). */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hearing, until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";
import type { ApplicationView } from "./kit/world-documents.js";
import type { WorldReviewer } from "./kit/world-staff.js";

const ASK = { amount: "50000.00", termCount: 24 };
/** What B-13 promises. */
const WITHIN_MS = 2_000;

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly isClockPaused: boolean;
  readonly documentRequests: readonly { readonly isOpen: boolean }[];
  readonly offers: readonly { readonly state: string }[];
  readonly disclosure: { readonly confirmedAt: string | null } | null;
  readonly contract: { readonly number: string } | null;
  readonly timeline: readonly { readonly title: string; readonly actorKind: string; readonly detail: string | null }[];
}

const SEEN = `id state isClockPaused documentRequests { isOpen } offers { state } disclosure { confirmedAt }
  contract { number } timeline { title actorKind detail }`;
const PAGE = `subscription Page($id: ID!) { applicationStatusChanged(applicationId: $id) { ${SEEN} } }`;
const LIST = `subscription { applicationStatusChanged { ${SEEN} } }`;

let world: World;
let li: WorldBorrower;
let reviewerA: WorldReviewer;
let reviewerB: WorldReviewer;
let atA: ApplicationView;
let atB: ApplicationView;
let page: Hearing<Seen>;
let list: Hearing<Seen>;
let queue: Hearing<Seen>;

beforeAll(async () => {
  world = await openWorld();
  const [admin, officer] = [await world.admin(), await world.admin("risk-officer")];
  const approval = await admin.changesParameter("disclosure.readingSeconds", "5");
  await officer.speaks(approval?.id ?? "", "APPROVED");
  const a = await world.publishes("A", {});
  const b = await world.publishes("B", { name: "青春消费贷", category: "CONSUMPTION" });
  [reviewerA, reviewerB] = [await world.reviewer("A"), await world.reviewer("B")];
  li = await world.borrower().isReady();
  const draft = await until(
    () => li.drafts([a, b], ASK),
    ({ missing }) => missing.length === 0,
  );
  list = await li.caller.hears<Seen>(LIST);
  queue = await reviewerB.caller.hears<Seen>(LIST);
  const { applications } = await li.presses(li.submissionOf(draft));
  const { institutionId } = await institutionOf(reviewerA);
  const reviewed = (by: WorldReviewer, id = "") =>
    until(
      () => by.application(id),
      ({ state }) => state === "UNDER_REVIEW",
    );
  const isA = ({ institution }: ApplicationView) => institution.id === institutionId;
  atA = await reviewed(reviewerA, applications.find(isA)?.id);
  atB = await reviewed(reviewerB, applications.find((one) => !isA(one))?.id);
  page = await li.caller.hears<Seen>(PAGE, { id: atB.id });
}, 120_000);
afterAll(async () => {
  for (const hearing of [page, list, queue]) hearing?.end();
  await world.booksBalance();
  await world.close();
});

const institutionOf = async (reviewer: WorldReviewer): Promise<{ institutionId: string }> => {
  const { viewer } = await reviewer.run<{ viewer: { institution: { id: string } } }>(
    "{ viewer { institution { id } } }",
  );
  return { institutionId: viewer.institution.id };
};

/** Does something and waits until the open pages of the borrower, and the lender's queue, show what came of it. */
async function shows(done: () => Promise<unknown>, fits: (seen: Seen) => boolean, id = atB.id): Promise<void> {
  const isIt = (seen: Seen) => seen.id === id && fits(seen);
  const heard = [
    list.next(isIt, 60_000),
    ...(id === atB.id ? [page.next(isIt, 60_000), queue.next(isIt, 60_000)] : []),
  ];
  const after = done().then(() => performance.now());
  const at = await Promise.all(heard.map((one) => one.then(() => performance.now())));
  const doneAt = await after;
  for (const moment of at) expect(moment - doneAt).toBeLessThan(WITHIN_MS);
}

describe("step 8: the lender asks for more", () => {
  it("B-13: the request, the pause and the document reach the open pages, each with who did it and why", async () => {
    const request = async () => {
      atB = await reviewerB.requestsDocument(
        await reviewerB.application(atB.id),
        "INCOME_PROOF",
        "请补充近三个月收入证明",
      );
    };
    await shows(request, ({ state, isClockPaused, documentRequests }) => {
      return state === "NEED_MORE_INFO" && isClockPaused && documentRequests.some(({ isOpen }) => isOpen);
    });
    const document = await li.uploadsDocument("INCOME_PROOF");
    const [wanted] = (await li.application(atB.id)).documentRequests;
    const supply = () =>
      until(
        () => li.suppliesDocument(wanted?.id ?? "", document.id).catch((refusal: Error) => refusal),
        (answer) => !(answer instanceof Error),
      );
    await shows(supply, ({ state, documentRequests }) => {
      return state === "UNDER_REVIEW" && documentRequests.every(({ isOpen }) => !isOpen);
    });
    const { application } = await li.run<{ application: Seen }>(
      `query T($id: ID!) { application(id: $id) { ${SEEN} } }`,
      { id: atB.id },
    );
    const told = application.timeline.map(({ title, actorKind, detail }) => `${title}|${actorKind}|${detail ?? ""}`);
    expect(told).toContainEqual("机构要求补充：收入证明|INSTITUTION|请补充近三个月收入证明");
    expect(told.filter((line) => line.includes("补充资料") || line.startsWith("机构要求补充"))).toHaveLength(1);
    expect(told.filter((line) => line.startsWith("进入人工审核"))).not.toContainEqual(
      expect.stringContaining("|BORROWER|"),
    );
    expect(told).toContainEqual("已补充：收入证明|BORROWER|");
  });
});

describe("step 9: A offers other terms, B approves", () => {
  it("2-09: the offer's instalment is the closed formula's to the fen; declined with a reason it ends, and A sees it no more", async () => {
    const wish = { amount: "40000.00", termCount: 12, annualRate: "0.120000" };
    await shows(
      async () => {
        atA = await reviewerA.counterOffers(await reviewerA.application(atA.id), wish);
      },
      ({ state, offers }) => state === "COUNTER_OFFERED" && offers.at(-1)?.state === "OPEN",
      atA.id,
    );
    const [offer] = (await li.application(atA.id)).offers;
    const i = 0.12 / 12;
    const closed = Math.round((40_000 * i * (1 + i) ** 12 * 100) / ((1 + i) ** 12 - 1)) / 100;
    expect(closed).toBe(3_553.95);
    expect(Number(offer?.quote.rows[0]?.payment)).toBe(closed);
    const decline = `mutation No($input: DeclineOfferInput!) { declineOffer(input: $input) { id state } }`;
    const input = { offerId: offer?.id, reason: "AMOUNT", idempotencyKey: randomUUID() };
    await shows(
      () => li.run(decline, { input }),
      ({ state }) => state === "WITHDRAWN",
      atA.id,
    );
    await expect(reviewerA.application(atA.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("2-09: outside the product's range an offer is refused on the field, and nothing happens", async () => {
    const standing = await reviewerB.application(atB.id);
    const tooMuch = reviewerB.counterOffers(standing, { amount: "990000.00" });
    await expect(tooMuch).rejects.toMatchObject({ code: "CATALOG_ASK_OUT_OF_RANGE" });
    expect(await reviewerB.application(atB.id)).toMatchObject({
      state: "UNDER_REVIEW",
      version: standing.version,
      offers: [],
    });
  });

  it("B-13: the approval and its acceptance reach the open pages", async () => {
    await shows(
      async () => reviewerB.decides(await reviewerB.application(atB.id), "APPROVE"),
      ({ state, offers }) => state === "APPROVED" && offers[0]?.state === "OPEN",
    );
    const [offer] = (await li.application(atB.id)).offers;
    await shows(
      () => li.acceptsOffer(offer?.id ?? ""),
      ({ state, offers, timeline }) =>
        state === "APPROVED" &&
        offers[0]?.state === "ACCEPTED" &&
        /^(您|申请人)已接受方案$/.test(timeline.at(-1)?.title ?? ""),
    );
  });
});

describe("step 10: sheet, signature, money", () => {
  let sheetId = "";

  it("2-04: the sheet cannot be confirmed after two seconds, can after its time, and both reach the open pages", async () => {
    await shows(
      async () => {
        sheetId = (await li.opensDisclosure<{ id: string }>(atB.id, "id")).id;
      },
      ({ state, disclosure }) => state === "CONTRACT_PENDING" && disclosure?.confirmedAt === null,
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await expect(li.confirmsDisclosure(sheetId)).rejects.toMatchObject({ code: "LENDING_READING_TIME" });
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await shows(
      () => li.confirmsDisclosure(sheetId),
      ({ disclosure }) => disclosure !== null && disclosure.confirmedAt !== null,
    );
  });

  it("B-13: contract and payout reach the open pages; the money is there within five seconds", async () => {
    const signature = await li.signature(atB.id, sheetId);
    const paidOut = page.next(({ state }) => state === "DISBURSED", 15_000).then(() => performance.now());
    const listed = list.next(({ id, state }) => id === atB.id && state === "DISBURSED", 15_000);
    await shows(
      () => li.signs(signature),
      ({ contract }) => contract !== null,
    );
    const signedAt = performance.now();
    expect((await paidOut) - signedAt).toBeLessThan(5_000);
    await listed;
    expect(page.heard.map(({ state }) => state)).toContain("DISBURSING");
    expect(page.refusals).toEqual([]);
  });
});
