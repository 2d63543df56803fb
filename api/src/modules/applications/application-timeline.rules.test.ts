import { expect, it } from "vitest";
import { type RecordedStep, readableSteps, stepForBorrower, timelineStep } from "./application-timeline.rules.js";

const recorded = (name: string, facts: RecordedStep["facts"], actorKind = "INSTITUTION"): RecordedStep => ({
  id: name,
  name,
  occurredAt: new Date("2026-11-22T02:00:00Z"),
  actorKind,
  actorId: "a",
  facts,
});
const read = (...steps: RecordedStep[]) => readableSteps(steps.flatMap((step) => timelineStep(step) ?? []));

it("B-13: a document that is asked for is one step with the pause it brings; the next one brings none", () => {
  const asks = (kind: string) => recorded("application.documentRequested", { kind, reason: "请补" });
  const pause = recorded("application.statusChanged", { to: "NEED_MORE_INFO", reason: "DOCUMENT_WANTED" });
  for (const steps of [
    [asks("WORK_PROOF"), pause, asks("INCOME_PROOF")],
    [pause, asks("WORK_PROOF"), asks("INCOME_PROOF")],
  ])
    expect(read(...steps).map(({ title, isPause, state }) => [title.zh, isPause, state])).toEqual([
      ["机构要求补充：工作证明", true, "NEED_MORE_INFO"],
      ["机构要求补充：收入证明", false, null],
    ]);
  expect(read(pause)).toHaveLength(1);
});

it("B-13: the applicant is addressed, and that a review goes on is nobody's deed", () => {
  const [accepted, resumed] = read(
    recorded("offer.accepted", {}, "BORROWER"),
    recorded("application.statusChanged", { to: "UNDER_REVIEW", reason: "DOCUMENTS_COMPLETE" }, "BORROWER"),
  );
  expect(resumed).toMatchObject({ actorKind: "SYSTEM", actorId: null, title: { zh: "进入人工审核" } });
  const said = accepted && stepForBorrower(accepted);
  expect(said).toMatchObject({ actorId: null, title: { zh: "您已接受方案", en: "You accepted the offer" } });
  expect(accepted?.title.zh).toBe("申请人已接受方案");
});

it("B-13: that an accepted counter-offer is approved follows from the borrower's word; a lender's approval is the lender's", () => {
  const approved = (actorKind: string) => read(recorded("application.statusChanged", { to: "APPROVED" }, actorKind))[0];
  expect(approved("BORROWER")).toMatchObject({ actorKind: "SYSTEM", actorId: null, title: { zh: "审批通过" } });
  expect(approved("INSTITUTION")).toMatchObject({ actorKind: "INSTITUTION", actorId: "a" });
});
