import { expect, test } from "vitest";
import { nextActionOf, nextWords, whoActs } from "./next-action.ts";

const nothing = { permittedActions: [], loan: null, disclosure: null } as const;

test("what is to be done comes from what the api permits, not from the state", () => {
  expect(nextActionOf(nothing)).toBe("watch");
  expect(nextActionOf({ ...nothing, permittedActions: ["WITHDRAW", "SUPPLY_DOCUMENT"] })).toBe("supply");
  expect(nextActionOf({ ...nothing, permittedActions: ["WITHDRAW", "ACCEPT_OFFER", "DECLINE_OFFER"] })).toBe("offer");
});

test("R-03 signing comes only after the cost sheet was confirmed", () => {
  const permittedActions = ["READ_DISCLOSURE", "SIGN"] as const;
  expect(nextActionOf({ ...nothing, permittedActions })).toBe("sheet");
  expect(nextActionOf({ ...nothing, permittedActions, disclosure: { confirmedAt: null } })).toBe("sheet");
  expect(nextActionOf({ ...nothing, permittedActions, disclosure: { confirmedAt: "2026-11-22T06:00:00Z" } })).toBe(
    "sign",
  );
});

test("R-03 what comes next is the contract once the cost sheet was confirmed, not the sheet again", () => {
  const waiting = { state: "CONTRACT_PENDING", offerAcceptedAt: "2026-11-22T05:00:00Z" } as const;
  expect(nextWords({ ...waiting, disclosure: { confirmedAt: null } })).toBe("CONTRACT_PENDING");
  expect(nextWords({ ...waiting, disclosure: { confirmedAt: "2026-11-22T06:00:00Z" } })).toBe("CONFIRMED");
  expect(nextWords({ ...waiting, state: "APPROVED", disclosure: null })).toBe("ACCEPTED");
  expect(nextWords({ ...waiting, state: "APPROVED", offerAcceptedAt: null, disclosure: null })).toBe("APPROVED");
});

test("a paid-out application leads to its loan", () => {
  expect(nextActionOf({ ...nothing, loan: { id: "l1" } })).toBe("repay");
});

test("somebody acts next in every open state, nobody in an ended one", () => {
  expect(whoActs("NEED_MORE_INFO")).toBe("you");
  expect(whoActs("UNDER_REVIEW")).toBe("institution");
  expect(whoActs("DISBURSING")).toBe("bank");
  expect(whoActs("REJECTED")).toBe("nobody");
});
