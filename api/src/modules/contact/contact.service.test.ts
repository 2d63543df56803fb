import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { newId } from "../../kernel/ids/index.js";
import { drainJobs } from "../../kernel/jobs/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import { contactReactions } from "./contact.reactions.js";
import { ContactService, type ContactWish } from "./contact.service.js";
import { ContactEmailService } from "./contact-email.service.js";

let world: TestKernel;
let people: BorrowerWorld;
let emails: ContactEmailService;
let contact: ContactService;
let borrower: BorrowerViewer;
/** Business time in these tests; the clock of the kernel is asked for the day. */
let hour = 12;

beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
  const clock = {
    ...world.kernel.clock,
    businessNow: () => new Date(`2026-12-01T${String(hour).padStart(2, "0")}:30:00+08:00`),
    today: () => "2026-12-01",
  };
  const kernel = { ...world.kernel, clock };
  const left = { settings: people.settings, identity: people.identity.identity };
  contact = new ContactService(kernel, left);
  emails = new ContactEmailService(kernel, { ...left, contact, email: people.gateways.email });
  world.kernel.events.register(contactReactions(contact, emails));
  borrower = await people.borrower("19900000301");
});
afterAll(() => world.close());

const code = (expected: string) => expect.objectContaining({ code: expected });
const wish = (more: Partial<ContactWish> = {}): ContactWish => ({
  borrowerId: borrower.borrowerId,
  channel: "SMS",
  contactClass: "NOTICE",
  kind: "OFFER",
  cause: `notice:${newId()}`,
  ...more,
});
const reserve = (more: Partial<ContactWish> = {}) =>
  world.kernel.db.write(system, (tx) => contact.reserve(tx, wish(more)));
const save = (viewer: BorrowerViewer, more: object = {}) =>
  contact.save(viewer, { choices: [], quietFrom: "22:00", quietTo: "08:00", locale: "zh-CN", ...more });

describe("2-36: the permission to write to somebody", () => {
  it("comes with the address, and is logged", async () => {
    const cause = `notice:${newId()}`;
    expect(await reserve({ cause })).toEqual({ verdict: "SEND", to: "19900000301", locale: "zh-CN" });
    const [row] = await world.owner`select verdict, kind, address_masked from contact_log where cause = ${cause}`;
    expect(row).toMatchObject({ verdict: "SEND", kind: "OFFER", address_masked: "199****0301" });
  });

  it("waits for the morning in quiet hours, whose length is everybody's own", async () => {
    hour = 23;
    expect(await reserve()).toEqual({
      verdict: "LATER",
      at: new Date("2026-12-02T08:00:00+08:00"),
      reason: "QUIET_HOURS",
    });
    const owl = await people.borrower();
    await save(owl, { quietFrom: "03:00", quietTo: "03:00" });
    expect(await reserve({ borrowerId: owl.borrowerId })).toMatchObject({ verdict: "SEND" });
    hour = 12;
  });

  it("respects what is switched off, per kind", async () => {
    const quiet = await people.borrower();
    await save(quiet, { choices: [{ kind: "OFFER", channel: "SMS", isOn: false }] });
    const { borrowerId } = quiet;
    expect(await reserve({ borrowerId })).toEqual({ verdict: "NEVER", reason: "SWITCHED_OFF" });
    expect(await reserve({ borrowerId, kind: "CONTRACT" })).toMatchObject({ verdict: "SEND" });
    expect(await reserve({ borrowerId, kind: "PRODUCT_ALERT" })).toEqual({ verdict: "NEVER", reason: "SWITCHED_OFF" });
    await expect(save(quiet, { choices: [{ kind: "OFFER", channel: "IN_APP", isOn: false }] })).rejects.toThrow(
      code("CONTACT_FIXED"),
    );
    await expect(save(quiet, { quietFrom: "25:00" })).rejects.toThrow(code("CONTACT_TIME_MALFORMED"));
  });

  it("R-09: an alert goes out by SMS or e-mail only after its receiver asked for it, and not once they said no again", async () => {
    const reader = await people.borrower();
    const { borrowerId } = reader;
    const alert = () => reserve({ borrowerId, kind: "PRODUCT_ALERT" });
    expect(await alert()).toEqual({ verdict: "NEVER", reason: "SWITCHED_OFF" });
    expect(await reserve({ borrowerId, kind: "PRODUCT_ALERT", channel: "EMAIL" })).toMatchObject({ verdict: "NEVER" });
    await save(reader, { choices: [{ kind: "PRODUCT_ALERT", channel: "SMS", isOn: true }] });
    expect(await alert()).toMatchObject({ verdict: "SEND" });
    await save(reader, { choices: [{ kind: "PRODUCT_ALERT", channel: "SMS", isOn: false }] });
    expect(await alert()).toEqual({ verdict: "NEVER", reason: "SWITCHED_OFF" });
    // A no to alerts is no no to one's own business, and the evidence of each is kept.
    expect(await reserve({ borrowerId, kind: "REPAYMENT" })).toMatchObject({ verdict: "SEND" });
    const log = await world.owner`select verdict, reason from contact_log where borrower_id = ${borrowerId}
      and kind = 'PRODUCT_ALERT' and channel = 'SMS' order by id`;
    expect(log.map(({ verdict }) => verdict)).toEqual(["NEVER", "SEND", "NEVER"]);
  });

  it("is counted once per cause, however often it is asked for", async () => {
    const other = await people.borrower();
    const { borrowerId } = other;
    const cause = `notice:${newId()}`;
    for (let time = 0; time < 15; time += 1)
      expect(await reserve({ borrowerId, cause })).toMatchObject({ verdict: "SEND" });
    for (let time = 0; time < 9; time += 1) expect(await reserve({ borrowerId })).toMatchObject({ verdict: "SEND" });
    expect(await reserve({ borrowerId })).toEqual({ verdict: "NEVER", reason: "BUDGET_SPENT" });
  });

  it("over the day's budget of a number is impossible, whoever asks at once for whatever", async () => {
    const max = people.settings.number("contact.smsPerDay");
    const crowd = await Promise.all(Array.from({ length: 3 }, () => people.borrower()));
    const kinds = ["APPLICATION", "OFFER", "CONTRACT", "REPAYMENT"] as const;
    const asked = Array.from({ length: 120 }, (_, index) => ({
      borrowerId: crowd[index % 3]?.borrowerId ?? "",
      kind: kinds[index % 4] ?? null,
      // Every tenth repeats the cause of another: only one of them may count.
      cause: `notice:fuzz-${index % 10 === 0 ? index % 30 : index}`,
    }));
    // A retry that loses the race for one cause is refused whole; its reaction would come again.
    const answers = await Promise.allSettled(asked.map((one) => reserve(one)));
    for (const { borrowerId } of crowd) {
      const own = answers.filter((_, index) => asked[index]?.borrowerId === borrowerId);
      const sent = new Set(
        own.flatMap((answer, index) =>
          answer.status === "fulfilled" && answer.value.verdict === "SEND"
            ? [asked.filter((one) => one.borrowerId === borrowerId)[index]?.cause]
            : [],
        ),
      );
      expect(sent.size).toBeLessThanOrEqual(max);
      const [log] =
        await world.owner`select count(*)::int as n from contact_log where borrower_id = ${borrowerId} and verdict = 'SEND'`;
      expect(log?.n).toBe(max);
    }
    const [most] =
      await world.owner`select max(sent_count)::int as n from contact_counters where contact_class = 'NOTICE'`;
    expect(most?.n).toBe(max);
  });
});

describe("2-36: the e-mail address", () => {
  const drain = () =>
    drainJobs({ ...world.kernel, ownerUrl: world.kernel.config.ownerUrl }, { daily: [], queued: [], periodic: [] });
  const codeFor = async (to: string) =>
    (await world.owner`select code from outbox_messages where recipient = ${to} order by created_at desc limit 1`)[0]
      ?.code;

  it("is written to only after its code has come back; the code itself follows no quiet hours", async () => {
    hour = 23;
    const viewer = await people.borrower();
    const { borrowerId } = viewer;
    await emails.set(viewer, "lin@example.com");
    await drain();
    hour = 12;
    expect(await reserve({ borrowerId, channel: "EMAIL" })).toEqual({ verdict: "NEVER", reason: "NO_ADDRESS" });
    const sent = await codeFor("lin@example.com");
    const wrong = sent === "000000" ? "000001" : "000000";
    await expect(emails.confirm(viewer, wrong)).rejects.toMatchObject({
      code: "CONTACT_CODE_WRONG",
      params: { triesLeft: 4 },
    });
    await emails.confirm(viewer, sent);
    expect(await reserve({ borrowerId, channel: "EMAIL" })).toMatchObject({ verdict: "SEND", to: "lin@example.com" });
    await expect(emails.confirm(viewer, sent)).rejects.toThrow(code("CONTACT_CODE_EXHAUSTED"));
    await emails.set(viewer, null);
    expect(await reserve({ borrowerId, channel: "EMAIL" })).toEqual({ verdict: "NEVER", reason: "NO_ADDRESS" });
  });

  it("gives five tries, and is sealed at rest", async () => {
    const viewer = await people.borrower();
    await emails.set(viewer, "secret@example.com");
    await drain();
    const right = await codeFor("secret@example.com");
    const wrong = right === "000000" ? "000001" : "000000";
    for (let time = 0; time < 5; time += 1)
      await expect(emails.confirm(viewer, wrong)).rejects.toThrow(code("CONTACT_CODE_WRONG"));
    await expect(emails.confirm(viewer, right)).rejects.toThrow(code("CONTACT_CODE_EXHAUSTED"));
    await expect(emails.set(viewer, "no address")).rejects.toThrow(code("CONTACT_EMAIL_INVALID"));
    const [row] =
      await world.owner`select s::text as text from contact_settings s where borrower_id = ${viewer.borrowerId}`;
    expect(row?.text).not.toContain("secret@");
  });
});
