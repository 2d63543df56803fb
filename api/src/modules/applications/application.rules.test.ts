import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsFor, applicationNumber, maskEmployer, monthsBetween, stepOf } from "./application.rules.js";
import {
  ApplicationState,
  applicationTransitions,
  canMove,
  isOpenState,
  SIGNED_STATES,
  WITHDRAWABLE_STATES,
} from "./application.states.js";

/** The state table of the project's glossary, restated as text. */
const glossary: Record<string, string> = {
  DRAFT: "SUBMITTED EXPIRED",
  SUBMITTED: "SCREENING WITHDRAWN",
  SCREENING: "UNDER_REVIEW APPROVED REJECTED WITHDRAWN",
  UNDER_REVIEW: "NEED_MORE_INFO COUNTER_OFFERED APPROVED REJECTED WITHDRAWN",
  NEED_MORE_INFO: "UNDER_REVIEW EXPIRED WITHDRAWN",
  COUNTER_OFFERED: "APPROVED WITHDRAWN EXPIRED",
  APPROVED: "CONTRACT_PENDING EXPIRED WITHDRAWN",
  CONTRACT_PENDING: "CONTRACTED EXPIRED WITHDRAWN",
  CONTRACTED: "DISBURSING CANCELLED",
  DISBURSING: "DISBURSED DISBURSE_FAILED",
  DISBURSE_FAILED: "DISBURSING CANCELLED",
  DISBURSED: "",
  // The glossary's end, with the one way back that R-07 asks for: see decision 0022.
  REJECTED: "UNDER_REVIEW",
  WITHDRAWN: "",
  EXPIRED: "",
  CANCELLED: "",
};
const states = Object.values(ApplicationState);

const standing = (state: ApplicationState, offerAcceptedAt: Date | null = null) => ({ state, offerAcceptedAt });

describe("the state machine of an application", () => {
  it.each(states)("2-07: %s goes only where the glossary lets it go", (state) => {
    expect([...applicationTransitions[state]].sort()).toEqual(
      (glossary[state] ?? "?").split(" ").filter(Boolean).sort(),
    );
  });

  it("never leaves an end, and never returns to a draft, along any walk", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        let state: ApplicationState = ApplicationState.DRAFT;
        for (const choice of choices) {
          const next: readonly ApplicationState[] = applicationTransitions[state];
          if (next.length === 0) {
            for (const any of states) expect(canMove(state, any)).toBe(false);
            return;
          }
          state = next[choice % next.length] ?? state;
          expect(state).not.toBe(ApplicationState.DRAFT);
        }
      }),
    );
  });

  it("reaches a loan only through a contract, and a contract only through an approval", () => {
    const into = (target: ApplicationState) => states.filter((state) => canMove(state, target));
    expect(into("DISBURSED")).toEqual(["DISBURSING"]);
    expect(into("DISBURSING").sort()).toEqual(["CONTRACTED", "DISBURSE_FAILED"]);
    expect(into("CONTRACTED")).toEqual(["CONTRACT_PENDING"]);
    expect(into("CONTRACT_PENDING")).toEqual(["APPROVED"]);
  });

  it("2-07: withdrawal is allowed up to the signature and not after it", () => {
    for (const state of states)
      expect(WITHDRAWABLE_STATES.includes(state)).toBe(isOpenState(state) && !SIGNED_STATES.includes(state));
  });
});

describe("what an onlooker is shown", () => {
  it("B-13: an ended application stays on the step it had reached", () => {
    expect(stepOf({ state: "WITHDRAWN", lastOpenState: "NEED_MORE_INFO" })).toBe("UNDER_REVIEW");
    expect(stepOf({ state: "EXPIRED", lastOpenState: "APPROVED" })).toBe("APPROVED");
    expect(stepOf({ state: "DISBURSED", lastOpenState: "DISBURSING" })).toBe("DISBURSED");
  });

  it("offers actions by state and permission, and none to a frozen borrower or to the platform", () => {
    const borrower = {
      kind: "BORROWER",
      permissions: new Set(["application:withdraw", "application:submit", "offer:answer", "contract:sign"]),
    };
    expect(actionsFor(borrower, standing("NEED_MORE_INFO"))).toEqual(["WITHDRAW", "SUPPLY_DOCUMENT"]);
    expect(actionsFor(borrower, standing("COUNTER_OFFERED"))).toEqual(["WITHDRAW", "ACCEPT_OFFER", "DECLINE_OFFER"]);
    expect(actionsFor(borrower, standing("DISBURSING"))).toEqual([]);
    expect(actionsFor({ ...borrower, isFrozen: true }, standing("NEED_MORE_INFO"))).toEqual([]);
    const reviewer = { kind: "INSTITUTION", permissions: new Set(["application:review", "application:decide"]) };
    expect(actionsFor(reviewer, standing("UNDER_REVIEW"))).toEqual(["REQUEST_DOCUMENT", "DECIDE", "ASSIGN"]);
    expect(actionsFor({ ...reviewer, kind: "PLATFORM" }, standing("UNDER_REVIEW"))).toEqual([]);
  });

  it("2-09: an approved offer is answered once; then comes the cost sheet, and the signature once it was shown", () => {
    const permissions = new Set(["application:withdraw", "offer:answer", "contract:sign"]);
    const borrower = { kind: "BORROWER", permissions };
    const accepted = new Date("2026-11-23T02:00:00Z");
    expect(actionsFor(borrower, standing("APPROVED"))).toEqual(["WITHDRAW", "ACCEPT_OFFER", "DECLINE_OFFER"]);
    expect(actionsFor(borrower, standing("APPROVED", accepted))).toEqual(["WITHDRAW", "READ_DISCLOSURE"]);
    expect(actionsFor(borrower, standing("CONTRACT_PENDING", accepted))).toEqual([
      "WITHDRAW",
      "READ_DISCLOSURE",
      "SIGN",
    ]);
  });

  it("masks an employer and counts completed months", () => {
    expect(maskEmployer("深圳市晨光五金有限公司")).toBe("深圳***");
    expect(monthsBetween("2024-03-31", "2024-04-30")).toBe(0);
    expect(monthsBetween("2020-11-22", "2026-11-22")).toBe(72);
    expect(applicationNumber("2026-11-22", 123)).toBe("DA20261122-000123");
  });
});
