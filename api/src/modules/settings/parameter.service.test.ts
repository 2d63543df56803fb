import { addDays } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PeopledHouse, peopledHouse } from "../../../tests/kit/peopled-house.js";

let house: PeopledHouse;
let maker: Awaited<ReturnType<PeopledHouse["hire"]>>["viewer"];
let checker: typeof maker;
beforeAll(async () => {
  house = await peopledHouse();
  maker = (await house.hire("maker@platform")).viewer;
  checker = (await house.hire("checker@platform")).viewer;
});
afterAll(() => house.close());

const codeOf = async (error: Promise<unknown>) =>
  error.then(
    () => "accepted",
    (reason: { code?: string }) => reason.code ?? String(reason),
  );
const change = (name: string, value: string, effectiveFrom: Date | null = null, reason = "季度复核") =>
  house.settings.change(maker, { name, value, effectiveFrom, reason });
const later = (ms: number) => new Date(house.kernel.clock.businessNow().getTime() + ms);
const HOUR = 3_600_000;

describe("parameters with effective dates (A-10)", () => {
  it("change from their moment on, and not before it", async () => {
    const moment = later(2 * HOUR);
    await change("offer.validHours", "48", moment);
    expect(house.settings.value("offer.validHours")).toBe("72");
    expect(house.settings.valueAt("offer.validHours", new Date(moment.getTime() - 1))).toBe("72");
    expect(house.settings.valueAt("offer.validHours", moment)).toBe("48");
  });

  it("change at once when nothing is risked, in every process that loads them", async () => {
    const other = house.elsewhere().settings;
    await other.load();
    const { parameter, approval } = await change("draft.validDays", "20");
    expect([parameter.value, approval, house.settings.number("draft.validDays")]).toEqual(["20", null, 20]);
    expect(other.number("draft.validDays")).toBe(30);
    await other.load();
    expect(other.number("draft.validDays")).toBe(20);
  });

  it("keep their whole history, and the database refuses to rewrite it", async () => {
    await change("profile.staleDays.monthlyIncome", "60");
    const [row] = (await house.kernel.db.read(maker, (reader) => house.settings.list(reader))).filter(
      ({ name }) => name === "profile.staleDays.monthlyIncome",
    );
    expect(row?.history.map(({ value, changedBy }) => [value, changedBy])).toEqual([
      ["60", "maker@platform"],
      ["90", "system"],
    ]);
    await expect(house.owner`update parameter_versions set value = '1'`).rejects.toThrow("append-only");
    await expect(house.owner`delete from parameter_versions`).rejects.toThrow("append-only");
  });

  it.each([
    ["no.such", "1", "SETTINGS_UNKNOWN_PARAMETER"],
    ["toString", "1", "SETTINGS_UNKNOWN_PARAMETER"],
    ["documentRequest.maxDays", "many", "SETTINGS_VALUE_MALFORMED"],
    ["documentRequest.maxDays", "99", "SETTINGS_VALUE_OUT_OF_RANGE"],
    ["documentRequest.maxDays", "14", "SETTINGS_VALUE_UNCHANGED"],
  ])("%s = %s is refused with %s", async (name, value, code) => {
    expect(await codeOf(change(name, value))).toBe(code);
  });

  it("refuse the past, a second change at one moment, and a change without a reason", async () => {
    expect(await codeOf(change("documentRequest.maxDays", "10", later(-HOUR)))).toBe("SETTINGS_EFFECTIVE_IN_PAST");
    expect(await codeOf(change("documentRequest.maxDays", "10", null, " "))).toBe("SETTINGS_REASON_REQUIRED");
    const moment = later(HOUR);
    await change("documentRequest.maxDays", "10", moment);
    expect(await codeOf(change("documentRequest.maxDays", "11", moment))).toBe("SETTINGS_EFFECTIVE_TAKEN");
  });

  it("are changed by the platform only", async () => {
    const guest = house.guest().viewer;
    const attempt = house.settings.change(guest, { name: "draft.validDays", value: "7", reason: "x" });
    expect(await codeOf(attempt)).toBe("NOT_FOUND");
  });

  it("are seeded once, however often the house starts", async () => {
    const count = async () => (await house.owner`select count(*)::int as n from parameter_versions`)[0]?.n;
    const before = await count();
    await house.settings.seed();
    expect(await count()).toBe(before);
  });
});

describe("rate caps (R-04, R-05, 2-24)", () => {
  it("wait for a second person, and then hold from that moment for that kind of lender only", async () => {
    const today = house.kernel.clock.today();
    const { approval } = await change("rateCap.MICRO_LENDER", "IRR_COMPOUND:120000");
    expect(house.settings.rateCaps("MICRO_LENDER", today)).toMatchObject([{ value: 240_000 }]);
    const id = approval?.id ?? "";
    expect(await codeOf(house.approvalInbox.decide(maker, { approvalId: id, verdict: "APPROVED" }))).toBe(
      "APPROVAL_MAKER_CANNOT_CHECK",
    );
    await house.approvalInbox.decide(checker, { approvalId: id, verdict: "APPROVED" });
    await house.settings.load();
    expect(house.settings.rateCaps("MICRO_LENDER", today)).toMatchObject([{ method: "IRR_COMPOUND", value: 120_000 }]);
    expect(house.settings.rateCaps("BANK", today)).toMatchObject([{ method: "IRR_NOMINAL_SIMPLE", value: 240_000 }]);
  });

  it("differ by day when a change lies ahead", async () => {
    const today = house.kernel.clock.today();
    const moment = later(3 * 24 * HOUR);
    const { approval } = await change("rateCap.CONSUMER_FINANCE", "XIRR:200000", moment);
    await house.approvalInbox.decide(checker, { approvalId: approval?.id ?? "", verdict: "APPROVED" });
    await house.settings.load();
    expect(house.settings.rateCaps("CONSUMER_FINANCE", today)).toMatchObject([{ value: 240_000 }]);
    expect(house.settings.rateCaps("CONSUMER_FINANCE", addDays(today, 4))).toMatchObject([
      { method: "XIRR", value: 200_000 },
    ]);
  });

  it("do not change when the second person sends the wish back", async () => {
    const { approval } = await change("lpr.oneYear", "35000");
    await house.approvalInbox.decide(checker, {
      approvalId: approval?.id ?? "",
      verdict: "RETURNED",
      reason: "请附公告",
    });
    await house.settings.load();
    expect(house.settings.number("lpr.oneYear")).toBe(30_000);
  });
});

describe("the inbox (2-11)", () => {
  it("shows the platform its wishes by state, and a stranger none", async () => {
    const { approval } = await change("quota.reveals", "40");
    const page = await house.kernel.db.read(checker, (reader) =>
      house.approvalInbox.page(reader, checker, { state: "PENDING", kind: "parameter.change" }, { first: 10 }),
    );
    expect(page.edges.map(({ node }) => node.id)).toEqual([approval?.id]);
    const guest = house.guest().viewer;
    const seen = await house.kernel.db.read(guest, (reader) =>
      house.approvalInbox.find(reader, guest, approval?.id ?? ""),
    );
    expect(seen).toBeNull();
    expect(
      await house.kernel.db.read(checker, (reader) => house.approvalInbox.find(reader, checker, "not-an-id")),
    ).toBeNull();
  });
});

describe("the business clock", () => {
  it("moves forward to an hour of a day, and parameters that lie ahead take effect", async () => {
    const target = addDays(house.kernel.clock.today(), 30);
    const reading = await house.businessClock.advance(maker, target, 9);
    expect([reading.today, reading.isMovable]).toEqual([target, true]);
    expect(reading.now.toISOString().slice(11, 16)).toBe("01:00");
    expect(house.settings.value("offer.validHours")).toBe("48");
    expect(Math.abs(reading.realNow.getTime() - house.kernel.clock.now().getTime())).toBeLessThan(5_000);
  });

  it("never goes back, nor too far, nor for strangers", async () => {
    const today = house.kernel.clock.today();
    expect(await codeOf(house.businessClock.advance(maker, addDays(today, -1), 9))).toBe("SETTINGS_CLOCK_BACKWARDS");
    expect(await codeOf(house.businessClock.advance(maker, today, 0))).toBe("SETTINGS_CLOCK_BACKWARDS");
    expect(await codeOf(house.businessClock.advance(maker, addDays(today, 401), 9))).toBe("SETTINGS_CLOCK_TOO_FAR");
    expect(await codeOf(house.businessClock.advance(house.guest().viewer, addDays(today, 1), 9))).toBe("NOT_FOUND");
  });
});
