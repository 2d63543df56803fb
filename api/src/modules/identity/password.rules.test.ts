import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskLogin, normaliseLogin } from "./account.rules.js";
import { codeFrom } from "./code.rules.js";
import { deviceOf, maskIp } from "./device.rules.js";
import { acceptPassword } from "./password.rules.js";
import { roleDefinitions, roleGaps } from "./role.rules.js";
import { describeViewer, permissionsWhileFrozen, viewerFrom } from "./session.rules.js";

describe("passwords (B-16)", () => {
  it.each([
    ["short1!", "IDENTITY_PASSWORD_LENGTH"],
    ["x".repeat(65), "IDENTITY_PASSWORD_LENGTH"],
    ["password", "IDENTITY_PASSWORD_COMMON"],
    ["Woaini1314", "IDENTITY_PASSWORD_COMMON"],
    ["12345678", "IDENTITY_PASSWORD_COMMON"],
    ["87654321", "IDENTITY_PASSWORD_COMMON"],
    ["abababab", "IDENTITY_PASSWORD_COMMON"],
    ["19900101a", "IDENTITY_PASSWORD_COMMON"],
    ["my13800138000", "IDENTITY_PASSWORD_PERSONAL"],
  ])("%j is refused", (password, code) => {
    expect(() => acceptPassword(password, "13800138000")).toThrow(code);
  });

  it("is the same password however its accents are composed", () => {
    const composed = "caf\u00e9-au-lait";
    expect(acceptPassword("cafe\u0301-au-lait", "")).toBe(composed);
    expect(acceptPassword(composed, "")).toBe(composed);
  });

  it("may be any sentence of length", () => {
    expect(acceptPassword("雨后山间的小屋灯亮", "13800138000")).toBe("雨后山间的小屋灯亮");
  });
});

describe("logins", () => {
  it("are compared without case and blanks, and shown masked", () => {
    expect(normaliseLogin("  Wang@Bank ")).toBe("wang@bank");
    expect(maskLogin("13800138000")).toBe("138****8000");
    expect(maskLogin("reviewer@lender")).toBe("re****@lender");
  });

  it("a mask never holds a phone's middle four digits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        expect(maskLogin(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
      }),
    );
  });
});

describe("codes", () => {
  it("have six digits whatever the secret", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => /^\d{6}$/.test(codeFrom(secret))),
    );
  });
});

describe("sessions are told apart without keeping more than that", () => {
  it("names browser and system, and masks the address", () => {
    expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604")).toBe("Safari · iOS");
    expect(deviceOf(null)).toBe("其他设备");
    expect(maskIp("::ffff:203.0.113.9")).toBe("203.0.113.*");
    expect(maskIp("2001:db8:1:2::3")).toBe("2001:db8:*");
    expect(maskIp(null)).toBe("-");
  });
});

describe("a frozen account (A-05)", () => {
  const facts = {
    sessionId: "s",
    accountId: "a",
    displayName: "尾号8000用户",
    institutionId: null,
    decisionLimit: 0n,
    permissions: "session:own,application:read,application:submit,loan:read,loan:repay,borrower:own,profile:write",
  };

  it("of a borrower reads and repays and nothing else", () => {
    const viewer = viewerFrom({ ...facts, kind: "BORROWER", state: "FROZEN" });
    expect(viewer && describeViewer(viewer)).toMatchObject({
      isFrozen: true,
      permissions: ["application:read", "borrower:own", "loan:read", "loan:repay", "session:own"],
    });
  });

  it("of staff is nobody, and a closed one too", () => {
    expect(viewerFrom({ ...facts, kind: "PLATFORM", state: "FROZEN" })).toBeNull();
    expect(viewerFrom({ ...facts, kind: "BORROWER", state: "CLOSED" })).toBeNull();
  });

  it("gains nothing that it did not hold before", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}:[a-z]{1,6}$/)), (held) => {
        expect(held).toEqual(expect.arrayContaining(permissionsWhileFrozen(held)));
      }),
    );
  });
});

describe("first roles (A-07)", () => {
  it("grant only what is declared for that kind of person", () => {
    const declared = new Map(
      roleDefinitions.flatMap(({ permissions, kind }) =>
        permissions.map((permission) => [permission, { kinds: [kind] }]),
      ),
    );
    declared.delete("loan:repay");
    const gaps = roleGaps(declared);
    expect(gaps).toContainEqual({ role: "BORROWER", permission: "loan:repay", fault: "UNDECLARED" });
    expect(gaps).toContainEqual({ role: "REVIEWER", permission: "session:own", fault: "OTHER_KIND" });
  });

  it("are one list without doubles", () => {
    for (const { permissions } of roleDefinitions) expect(new Set(permissions).size).toBe(permissions.length);
  });
});
