import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, checkEdit, emptyProfile, isStale, missingFrom } from "./profile.rules.js";

const now = new Date("2026-11-22T04:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const told = (days: number) => ({ source: "BORROWER" as const, recordedAt: daysAgo(days) });
const whole = {
  isIdentityVerified: true,
  facts: { ...emptyProfile, employment: "EMPLOYED" as const, monthlyIncome: 1_200_000n },
  provenance: { employment: told(3), monthlyIncome: told(91) },
  acceptedKinds: ["IDENTITY_FRONT" as const],
};

describe("a second application (B-12)", () => {
  it("asks only for what is missing or stale", () => {
    const wanted = {
      fields: ["employment", "monthlyIncome", "housing"],
      documents: ["IDENTITY_FRONT", "WORK_PROOF"] as const,
    };
    expect(missingFrom(whole, { fields: wanted.fields, documents: [...wanted.documents] }, now, 90)).toEqual([
      { kind: "PROFILE_FIELD", field: "monthlyIncome", documentKind: null },
      { kind: "PROFILE_FIELD", field: "housing", documentKind: null },
      { kind: "DOCUMENT", field: "WORK_PROOF", documentKind: "WORK_PROOF" },
    ]);
  });

  it("asks nothing of somebody whose facts are fresh", () => {
    expect(missingFrom(whole, { fields: ["employment"], documents: ["IDENTITY_FRONT"] }, now, 90)).toEqual([]);
  });

  it("wants the identity first, whatever the product requires", () => {
    const held = { ...whole, isIdentityVerified: false };
    expect(missingFrom(held, { fields: [], documents: [] }, now, 90)).toEqual([
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

describe("an edit", () => {
  it("keeps what it leaves out, clears what it nulls, and trims text", () => {
    const before = { ...emptyProfile, employer: "晴川装饰", city: "南京市" };
    const after = applyEdit(before, { employer: " 江畔装饰 ", city: null });
    expect(after).toEqual({ ...before, employer: "江畔装饰", city: null });
  });

  it.each([
    ["monthlyIncome", { monthlyIncome: -1n }],
    ["monthlyIncome", { monthlyIncome: 1_000_000_001n }],
    ["employedSince", { employedSince: "2026-11-23" }],
    ["employer", { employer: "  " }],
    ["employer", { employer: "晴川\u0000" }],
    ["address", { address: "路".repeat(121) }],
    ["emergencyContactPhone", { emergencyContactPhone: "12345" }],
  ])("with an impossible %s is refused on that field", (field, edit) => {
    expect(() => checkEdit(edit, "2026-11-22")).toThrow(
      expect.objectContaining({ code: "BORROWER_PROFILE_FIELD_INVALID", field }),
    );
  });
});
