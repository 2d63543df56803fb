import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, checkEdit, editedFields, emptyProfile, isStale, missingFrom, taughtBy } from "./profile.rules.js";
import { FactSource, type ProfileField, profileFields } from "./profile.states.js";

const now = new Date("2026-11-22T04:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const told = (days: number) => ({ source: "BORROWER" as const, recordedAt: daysAgo(days) });
const limits = (days: number) =>
  Object.fromEntries(profileFields.map((field) => [field, days])) as Record<ProfileField, number>;
const whole = {
  isIdentityVerified: true,
  facts: { ...emptyProfile, employment: "EMPLOYED" as const, monthlyIncome: 1_200_000n },
  provenance: { employment: told(3), monthlyIncome: told(91) },
  acceptedKinds: ["IDENTITY_FRONT" as const],
};

describe("a second application", () => {
  it("B-12: asks only for what is missing or stale", () => {
    const wanted = {
      fields: ["employment", "monthlyIncome", "housing"],
      documents: ["IDENTITY_FRONT", "WORK_PROOF"] as const,
    };
    expect(missingFrom(whole, { fields: wanted.fields, documents: [...wanted.documents] }, now, limits(90))).toEqual([
      { kind: "PROFILE_FIELD", field: "monthlyIncome", documentKind: null },
      { kind: "PROFILE_FIELD", field: "housing", documentKind: null },
      { kind: "DOCUMENT", field: "WORK_PROOF", documentKind: "WORK_PROOF" },
    ]);
  });

  it("B-12: each fact goes stale by its own limit", () => {
    const wanted = { fields: ["employment", "monthlyIncome"], documents: [] };
    const asked = missingFrom(whole, wanted, now, { ...limits(90), employment: 2, monthlyIncome: 120 });
    expect(asked.map(({ field }) => field)).toEqual(["employment"]);
  });

  it("asks nothing of somebody whose facts are fresh", () => {
    expect(missingFrom(whole, { fields: ["employment"], documents: ["IDENTITY_FRONT"] }, now, limits(90))).toEqual([]);
  });

  it("wants the identity first, whatever the product requires", () => {
    const held = { ...whole, isIdentityVerified: false };
    expect(missingFrom(held, { fields: [], documents: [] }, now, limits(90))).toEqual([
      { kind: "IDENTITY", field: "identityNumber", documentKind: null },
    ]);
  });

  it("finds a fact stale after the limit and never on the day it was given", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 365 }), (age, limit) => {
        expect(isStale(daysAgo(age), now, limit)).toBe(age > limit);
      }),
    );
  });
});

describe("what another source says", () => {
  it("B-12: fills what is missing or stale, and leaves a fresh fact of more weight alone", () => {
    const said = { employment: "FREELANCE" as const, monthlyIncome: 900_000n, city: "南京市", housing: null };
    expect(taughtBy("PRECHECK", said, whole, now, limits(90))).toEqual({ monthlyIncome: 900_000n, city: "南京市" });
    expect(taughtBy("DOCUMENT", said, whole, now, limits(90))).toEqual({
      employment: "FREELANCE",
      monthlyIncome: 900_000n,
      city: "南京市",
    });
  });

  it("never takes over a field that was not said, nor one a weightier source told today", () => {
    const sources = Object.values(FactSource);
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.constantFrom(...sources),
        fc.subarray([...profileFields]),
        (from, by, said) => {
          const provenance = Object.fromEntries(
            profileFields.map((field) => [field, { source: by, recordedAt: daysAgo(0) }]),
          );
          const facts = Object.fromEntries(profileFields.map((field) => [field, "x"])) as never;
          const edit = Object.fromEntries(said.map((field) => [field, "y"])) as never;
          const taken = editedFields(taughtBy(from, edit, { facts, provenance }, now, limits(30)));
          const isHeavier = from === by || by === "PRECHECK" || (by === "BORROWER" && from !== "PRECHECK");
          const isPeer = !["PRECHECK", "BORROWER"].includes(from) && !["PRECHECK", "BORROWER"].includes(by);
          expect(taken).toEqual(isHeavier || isPeer ? profileFields.filter((field) => said.includes(field)) : []);
        },
      ),
    );
  });
});

describe("an edit", () => {
  it("keeps what it leaves out, clears what it nulls, and trims text", () => {
    const before = { ...emptyProfile, employer: "晴川装饰", city: "南京市" };
    const after = applyEdit(before, { employer: " 江畔装饰 ", city: null });
    expect(after).toEqual({ ...before, employer: "江畔装饰", city: null });
  });

  it.each(["浙江省", "浙江", " zhejiang ", "Zhejiang"])(
    "keeps the one name of the region that %j means",
    (province) => {
      expect(() => checkEdit({ province }, "2026-11-22")).not.toThrow();
      expect(applyEdit(emptyProfile, { province }).province).toBe("浙江省");
    },
  );

  it.each([
    ["monthlyIncome", { monthlyIncome: -1n }],
    ["monthlyIncome", { monthlyIncome: 1_000_000_001n }],
    ["employedSince", { employedSince: "2026-11-23" }],
    ["employer", { employer: "  " }],
    ["employer", { employer: "晴川\u0000" }],
    ["employer", { employer: "晴川\ud800" }],
    ["province", { province: "火星" }],
    ["address", { address: "路".repeat(121) }],
    ["emergencyContactPhone", { emergencyContactPhone: "12345" }],
  ])("with an impossible %s is refused on that field", (field, edit) => {
    expect(() => checkEdit(edit, "2026-11-22")).toThrow(
      expect.objectContaining({ code: "BORROWER_PROFILE_FIELD_INVALID", field }),
    );
  });
});
