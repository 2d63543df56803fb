/** What a borrower is told: each thing once, in the app at once, and outside it only as far as they want. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";
import type { ApplicationView } from "./kit/world-documents.js";
import type { WorldReviewer } from "./kit/world-staff.js";

interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly readAt: string | null;
}

let world: World;
let li: WorldBorrower;
let reviewerA: WorldReviewer;
let atA: ApplicationView;
const shelf = { a: "", b: "" };

beforeAll(async () => {
  world = await openWorld({ sandboxStart: "2026-11-23" });
  shelf.a = await world.publishes("A");
  shelf.b = await world.publishes("B", { name: "青春消费贷", category: "CONSUMPTION" });
  li = await world.borrower().isReady();
  reviewerA = await world.reviewer("A");
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const NOTICES = `query Notices($filter: NotificationFilter) {
  notifications(first: 50, filter: $filter) { edges { node { id kind title body path readAt } } } unreadNotificationCount }`;

interface NoticesView {
  readonly notifications: { readonly edges: readonly { readonly node: NoticeView }[] };
  readonly unreadNotificationCount: number;
}

const readNotices = (filter: Record<string, unknown> = {}) => li.run<NoticesView>(NOTICES, { filter });
const noticesOf = async (filter: Record<string, unknown> = {}): Promise<NoticeView[]> =>
  (await readNotices(filter)).notifications.edges.map(({ node }) => node);
const told = (title: string) =>
  until(
    async () => (await noticesOf()).filter((notice) => notice.title === title),
    (found) => found.length > 0,
  );

interface Message {
  readonly channel: string;
  readonly body: string;
  readonly code: string | null;
}

async function sentTo(phone: string): Promise<Message[]> {
  const response = await fetch(`${world.url}/dev/outbox.json?to=${phone}&limit=200`);
  return ((await response.json()) as { messages: Message[] }).messages;
}
const outbox = async () => (await sentTo(li.persona.phone)).filter(({ code }) => code === null);

/** Everything that is due has run to its end: a job under way is taken from the queue, but may still send something. */
const settled = () =>
  until(
    async () => {
      const [due] =
        await world.owner`select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
      return Number(due?.count);
    },
    (left) => left === 0,
  );

/** The worker gets every reaction of these events again, as after a crash. */
async function reactsAgain(event: string): Promise<void> {
  const rows = await world.owner`select id from events where name = ${event}`;
  const reactions = await world.owner`select distinct reaction from reaction_marks where reaction like 'messaging.%'
    and event_id in (select id from events where name = ${event})`;
  for (const { id } of rows)
    for (const { reaction } of reactions)
      await world.owner`select graphile_worker.add_job('reaction', json_build_object('reaction', ${reaction}::text, 'eventId', ${id}::text))`;
  await settled();
}

describe("S1 step 8: a document is asked for", () => {
  it("R-07: an application is told to its borrower only, and names the one institution that sees them", async () => {
    const [made] = await li.submits([shelf.a], { amount: "60000.00", termCount: 12 });
    if (!made) throw new Error("nothing was submitted");
    atA = made;
    const [notice] = await told("申请已提交");
    expect(notice).toMatchObject({ kind: "APPLICATION", path: `/applications/${atA.id}`, readAt: null });
    expect(notice?.body).toContain("只有这家机构能看到您的资料");
  });

  it("2-36: she gets one notice, live, and one message with a link to the very application", async () => {
    const bell = await li.caller.hears<{ notification: NoticeView; unreadCount: number }>(
      "subscription { notificationAdded { notification { id title path } unreadCount } }",
    );
    const inQueue = await until(
      () => reviewerA.application(atA.id),
      ({ state }) => state === "UNDER_REVIEW",
    );
    await reviewerA.requestsDocument(await reviewerA.takes(inQueue), "INCOME_PROOF", "请补充近三个月工资流水");
    const heard = await bell.next(({ notification }) => notification.title === "需要补充材料");
    expect(heard.unreadCount).toBe(2);
    bell.end();
    await settled();
    await reactsAgain("application.documentRequested");
    const asked = await told("需要补充材料");
    expect(asked).toHaveLength(1);
    expect(asked[0]?.path).toBe(`/applications/${atA.id}#documents`);
    const messages = (await outbox()).filter(({ body }) => body.includes("需要补充材料"));
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body).toContain(`${world.url}/applications/${atA.id}#documents`);
    expect(messages[0]?.body).toContain("收入证明");
  });
});

describe("U-16: after one form nobody calls", () => {
  it("only the consented institution knows of the application, and every message came through the platform", async () => {
    const reviewerB = await world.reviewer("B");
    await expect(reviewerB.application(atA.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await reviewerB.seesQueue()).map(({ id }) => id)).not.toContain(atA.id);
    // The consented institution sees a masked number; nothing in its answers dials.
    const seen = await reviewerA.run<{ application: { applicant: { phoneMasked: string } } }>(
      "query Seen($id: ID!) { application(id: $id) { applicant { phoneMasked } } }",
      { id: atA.id },
    );
    expect(seen.application.applicant.phoneMasked).toMatch(/^\d{3}\*{4}\d{4}$/);
    for (const { body } of await outbox()) expect(body.startsWith("【贷超】")).toBe(true);
    const log = await world.owner`select distinct borrower_id, contact_class from contact_log`;
    expect(log).toMatchObject([{ borrower_id: li.id, contact_class: "NOTICE" }]);
    const [sent] = await world.owner`select count(*)::int as n from contact_log where verdict = 'SEND'`;
    expect(sent?.n).toBe((await outbox()).length);
  });
});

describe("2-35: a saved search", () => {
  it("tells once, in the app, of a new product that answers it, and leads to that product", async () => {
    const SAVE = `mutation Save($input: SaveSearchInput!) { saveSearch(input: $input) { id hitCount filter { categories maxTotalCost } } }`;
    const filter = { categories: ["TRAVEL"], maxTotalCost: "900000.00" };
    const input = { name: "旅行", filter, sort: "ANNUAL_COST", isAlerting: true };
    const { saveSearch } = await li.run<{ saveSearch: { hitCount: number; filter: object } }>(SAVE, {
      input: { ...input, idempotencyKey: randomUUID() },
    });
    expect(saveSearch).toMatchObject({ hitCount: 0, filter });
    const productId = await world.publishes("B", { name: "远行旅游分期", category: "TRAVEL" });
    const [notice] = await told("有新产品符合“旅行”");
    await settled();
    await reactsAgain("activity.productAlerted");
    expect(await told("有新产品符合“旅行”")).toHaveLength(1);
    const { product } = await li.run<{ product: { slug: string } }>("query P($id: ID!) { product(id: $id) { slug } }", {
      id: productId,
    });
    expect(notice?.path).toBe(`/products/${product.slug}`);
    expect((await outbox()).filter(({ body }) => body.includes("旅行"))).toEqual([]);
    await li.run(
      "mutation Mark($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount } }",
      {
        input: { kinds: ["PRODUCT_ALERT"] },
      },
    );
  });
});

describe("2-36: the notice centre", () => {
  it("lists all, unread and by kind, and marks as read once", async () => {
    expect((await noticesOf({ kinds: ["OFFER"] })).length).toBe(0);
    const { unreadNotificationCount } = await readNotices();
    expect(unreadNotificationCount).toBe(2);
    const MARK = `mutation Mark($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount notifications { id readAt } } }`;
    const [first] = await noticesOf({ isUnread: true });
    const mark = (input: object) =>
      li.run<{ markNotificationsRead: { unreadCount: number; notifications: { readAt: string | null }[] } }>(MARK, {
        input,
      });
    expect((await mark({ ids: [first?.id, randomUUID()] })).markNotificationsRead).toMatchObject({ unreadCount: 1 });
    expect((await mark({ ids: [first?.id] })).markNotificationsRead.notifications).toEqual([]);
    expect((await mark({})).markNotificationsRead.unreadCount).toBe(0);
    expect(await noticesOf({ isUnread: true })).toEqual([]);
    expect((await noticesOf()).length).toBeGreaterThanOrEqual(2);
  });

  it("is nobody else's", async () => {
    const [mine] = await noticesOf();
    const other = await world.borrower().registers();
    const seen = await other.run<NoticesView>(NOTICES, { filter: {} });
    expect(seen.notifications.edges).toEqual([]);
    const MARK = `mutation Mark($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { notifications { id } } }`;
    const stolen = await other.run<{ markNotificationsRead: { notifications: object[] } }>(MARK, {
      input: { ids: [mine?.id] },
    });
    expect(stolen.markNotificationsRead.notifications).toEqual([]);
  });

  it("speaks the reader's language", async () => {
    const english = new Caller(world.url, { app: "borrower", language: "en-US" });
    for (const [name, value] of li.caller.cookies) english.cookies.set(name, value);
    const { notifications } = await english.run<NoticesView>(NOTICES, { filter: {} });
    expect(notifications.edges.map(({ node }) => node.title)).toContain("A document is needed");
  });

  it("B-01: whoever registers in English is written to in English, from the first code on", async () => {
    const reader = new Caller(world.url, { app: "borrower", language: "en-US" });
    const phone = "19900000081";
    const ask = (phoneOf: string, purpose: string) =>
      reader.run<{ requestCode: { challengeId: string } }>(
        "mutation Ask($input: RequestCodeInput!) { requestCode(input: $input) { challengeId } }",
        { input: { phone: phoneOf, purpose } },
      );
    const { answer, code } = await world.codeAfter(phone, () => ask(phone, "REGISTER"));
    const sent = (await sentTo(phone)).map(({ body }) => body);
    expect(sent).toEqual([expect.stringMatching(new RegExp(`^\\[Daichao\\] Code ${code} to register`))]);
    const { register } = await reader.run<{ register: { id: string } }>(
      "mutation R($input: RegisterInput!) { register(input: $input) { id } }",
      {
        input: {
          challengeId: answer.requestCode.challengeId,
          code,
          password: "correct-horse-27",
          acceptsTerms: true,
        },
      },
    );
    const languageOf = (id: string) => world.owner`select locale from contact_settings where borrower_id = ${id}`;
    await until(
      () => languageOf(register.id),
      (rows) => rows[0]?.locale === "en-US",
    );
    expect(await languageOf(li.id)).toEqual([{ locale: "zh-CN" }]);
  });

  it("preferences are respected per kind: what is switched off does not go out, and stands in the app", async () => {
    const SAVE = `mutation Save($input: SaveContactPreferencesInput!) { saveContactPreferences(input: $input) { quietFrom channels { kind channel isOn } } }`;
    await li.run(SAVE, {
      input: { choices: [{ kind: "OFFER", channel: "SMS", isOn: false }], quietFrom: "22:00", quietTo: "08:00" },
    });
    const proof = await li.uploadsDocument("INCOME_PROOF");
    const request = (await li.application(atA.id)).documentRequests.find(({ isOpen }) => isOpen);
    await until(
      () => li.suppliesDocument(request?.id ?? "", proof.id).catch(() => null),
      (answer) => answer !== null,
    );
    await reviewerA.decides(await reviewerA.application(atA.id), "APPROVE");
    await told("申请已通过");
    await settled();
    expect((await outbox()).filter(({ body }) => body.includes("申请已通过"))).toEqual([]);
  });

  it("an offer about to expire is reminded of once, and what its consent's end took from the lender stays hers", async () => {
    const admin = await world.admin();
    await admin.run("mutation Clock($input: AdvanceClockInput!) { advanceClock(input: $input) { today } }", {
      input: { toDay: "2026-11-25", hour: 20 },
    });
    await world.owner`select graphile_worker.add_job('messaging.remindOfOffers'), graphile_worker.add_job('messaging.remindOfOffers')`;
    await settled();
    expect(await told("方案即将到期")).toHaveLength(1);
    const consents = await li.run<{ viewer: { borrower: { consents: { id: string; isStanding: boolean }[] } } }>(
      "{ viewer { borrower { consents { id isStanding } } } }",
    );
    const standing = consents.viewer.borrower.consents.find(({ isStanding }) => isStanding);
    await li.run("mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }", {
      input: { consentId: standing?.id },
    });
    await told("授权已撤回");
    await expect(reviewerA.application(atA.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await noticesOf()).map(({ path }) => path)).toContain(`/applications/${atA.id}`);
  });
});
