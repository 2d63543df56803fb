import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFixed, isOnIn, minuteOf, NIGHT, quietUntil, settingsFrom, timeOf } from "./contact.rules.js";
import { ContactChannel, NoticeKind } from "./contact.states.js";
import { emailIn, maskEmail } from "./contact-email.rules.js";

const at = (time: string) => new Date(`2026-12-01T${time}:00+08:00`);

describe("2-36: quiet hours in Asia/Shanghai", () => {
  it.each([
    ["21:59", null],
    ["22:00", "2026-12-02T08:00:00+08:00"],
    ["23:59", "2026-12-02T08:00:00+08:00"],
    ["00:00", "2026-12-01T08:00:00+08:00"],
    ["07:59", "2026-12-01T08:00:00+08:00"],
    ["08:00", null],
    ["12:00", null],
  ])("at %s messages wait until %s", (time, until) => {
    expect(quietUntil(at(time), NIGHT)?.getTime() ?? null).toBe(until && new Date(until).getTime());
  });

  it("are none when they begin and end at the same time, and may lie within a day", () => {
    expect(quietUntil(at("03:00"), { fromMinute: 60, toMinute: 60 })).toBeNull();
    expect(quietUntil(at("13:30"), { fromMinute: 13 * 60, toMinute: 14 * 60 })).toEqual(at("14:00"));
  });

  it("always end at a moment that is not quiet, within a day", () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (fromMinute, toMinute, moment) => {
          const until = quietUntil(moment, { fromMinute, toMinute });
          if (until === null) return;
          expect(quietUntil(until, { fromMinute, toMinute })).toBeNull();
          expect(until.getTime() - moment.getTime()).toBeGreaterThan(0);
          expect(until.getTime() - moment.getTime()).toBeLessThanOrEqual(86_400_000);
        },
      ),
    );
  });

  it("are written and read as times of day", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_439 }), (minute) => minuteOf(timeOf(minute)) === minute));
    for (const wrong of ["24:00", "8:00", "22.00", "", "22:60"]) expect(minuteOf(wrong)).toBeUndefined();
  });
});

describe("2-36: preferences per kind and channel", () => {
  it("hold for exactly the kind and channel they name", () => {
    const kind = fc.constantFrom(...Object.values(NoticeKind));
    const channel = fc.constantFrom(...Object.values(ContactChannel));
    fc.assert(
      fc.property(kind, channel, fc.boolean(), (chosenKind, chosenChannel, isOn) => {
        const before = settingsFrom([]);
        const after = settingsFrom([{ kind: chosenKind, channel: chosenChannel, isOn }]);
        for (const one of after) {
          const isChosen = one.kind === chosenKind && one.channel === chosenChannel;
          const expected = isChosen && !one.isFixed ? isOn : isOnIn(before, one.kind, one.channel);
          expect(one.isOn).toBe(expected);
        }
      }),
    );
  });

  it("cannot silence the record of one's own business, and can silence alerts", () => {
    expect(isFixed("APPLICATION", "IN_APP")).toBe(true);
    expect(isOnIn(settingsFrom([{ kind: "OFFER", channel: "IN_APP", isOn: false }]), "OFFER", "IN_APP")).toBe(true);
    expect(
      isOnIn(settingsFrom([{ kind: "PRODUCT_ALERT", channel: "IN_APP", isOn: false }]), "PRODUCT_ALERT", "IN_APP"),
    ).toBe(false);
  });
});

describe("2-36: e-mail addresses", () => {
  it.each([
    [" Lin.Xiao+loan@Example.COM ", "Lin.Xiao+loan@example.com"],
    ["a@b.cn", "a@b.cn"],
  ])("%j is one", (text, email) => {
    expect(emailIn(text)).toBe(email);
  });

  it.each(["", "a@b", "a b@c.com", "a@b.com, c@d.com", "a@b.com\nBcc: x@y.com", `${"a".repeat(65)}@b.com`])(
    "%j is none",
    (text) => {
      expect(emailIn(text)).toBeUndefined();
    },
  );

  it("are shown masked", () => {
    expect(maskEmail("linxiaoyu@example.com")).toBe("l***@example.com");
  });
});
