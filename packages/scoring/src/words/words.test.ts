import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../engine/decide.ts";
import { applicants, goodApplicant, halfKnownApplicants } from "../testing/applicants.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { consumerLoan } from "../testing/consumer-loan.model.ts";
import { count, fen, ppm } from "../values/value.ts";
import { explainForApplicant } from "./applicant.ts";
import { valueText } from "./format.ts";
import { applicantReasons, reasonCodes } from "./reasons.ts";
import { againstForReviewer, explainForReviewer } from "./reviewer.ts";

test.each([
  [fen(1_234_567_890n), "¥12,345,678.90"],
  [fen(-5n), "-¥0.05"],
  [fen(100_000n), "¥1,000.00"],
  [ppm(240_000), "24.00%"],
  [ppm(156_005), "15.6005%"],
  [ppm(-500), "-0.05%"],
  [null, "unknown"],
])("%o reads %s", (literal, text) => {
  expect(valueText(literal, undefined, "en")).toBe(text);
});

describe("the reviewer (I-18)", () => {
  const { trace } = decide(consumerLoan, { ...goodApplicant, monthlyDebt: 600_000n, enquiries90Days: undefined });

  test("reads what was compared with what, and what came of it", () => {
    expect(explainForReviewer(trace, "zh", fields)).toContain(
      "命中（拒绝）：收入负债比高于55%。收入负债比 73.6111% 大于 55.00%（成立）",
    );
    expect(explainForReviewer(trace, "en", fields)).toContain(
      "Fired (reject): Debt share above 55 %. Share of income spent on debt 73.6111% above 55.00% (true)",
    );
  });
  test("sees that a fact was missing and what that led to", () => {
    expect(explainForReviewer(trace, "zh", fields)).toContain(
      "无法判断（转人工）：近90天查询超过12次。近90天审批查询 未知 大于 12 次（无法判断）",
    );
  });
  test("reads the points of a bin with its bounds in words", () => {
    expect(explainForReviewer(trace, "en", fields)).toContain(
      "Monthly income: ¥12,000.00 within [¥8,000.00, ¥15,000.00), 22 points",
    );
    expect(explainForReviewer(trace, "zh", fields)).toContain("信用卡使用率：25.00% 小于 30.00%，30 分");
  });
  test("hears no name that only the model's makers know", () => {
    const names = [...consumerLoan.rules, ...consumerLoan.tables.flatMap(({ rows }) => rows)].map(({ id }) => id);
    const zh = explainForReviewer(trace, "zh", fields).join("\n");
    for (const id of names.filter((name) => name.length > 2)) expect(zh).not.toContain(` ${id} `);
    expect(zh).not.toContain(`${consumerLoan.card?.id}/`);
    const against = trace.map((step) => againstForReviewer(step, "zh", fields) ?? "");
    expect(against.join("\n")).not.toMatch(/[∈∞]/);
    expect(against).toContain("大于 55.00%");
    expect(against).toContain("小于 30.00%");
  });
  test("gets one sentence per step, none of them empty or undefined, in both languages", () => {
    fc.assert(
      fc.property(halfKnownApplicants, fc.constantFrom("zh" as const, "en" as const), (facts, locale) => {
        const steps = decide(consumerLoan, facts).trace;
        const sentences = explainForReviewer(steps, locale, fields);
        expect(sentences.length).toBe(steps.length);
        for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|null|^$/);
      }),
    );
  });
  test("reads a stored trace as well as a fresh one", () => {
    expect(explainForReviewer(JSON.parse(JSON.stringify(trace)), "zh", fields)).toEqual(
      explainForReviewer(trace, "zh", fields),
    );
  });
});

describe("the applicant (2-12, R-07)", () => {
  test("hears plain reasons and the right to a human review", () => {
    const decision = decide(consumerLoan, { ...goodApplicant, monthlyDebt: 600_000n });
    expect(explainForApplicant(decision, "zh")).toEqual({
      headline: "本次申请未能通过初步评估",
      reasons: ["每月还款占收入的比例偏高"],
      rights: "以上为系统自动评估的结果，您可以要求说明，也可以申请人工复核。",
    });
  });

  test("never hears of a fraud rule, a threshold or a rule's name", () => {
    const secrets = consumerLoan.rules.flatMap(({ id, message }) => [id, message.zh, message.en]);
    fc.assert(
      fc.property(applicants, fc.constantFrom("zh" as const, "en" as const), (facts, locale) => {
        const { headline, reasons } = explainForApplicant(
          decide(consumerLoan, { ...facts, isOnWatchList: true }),
          locale,
        );
        const text = [headline, ...reasons].join("\n");
        for (const secret of secrets.filter((word) => word.includes("-") || word.includes(" ") || /[^ -~]/.test(word)))
          expect(text).not.toContain(secret);
        expect(text).not.toMatch(/\d|名单|设备|欺诈|watch list|device|fraud/i);
        expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test("finds every reason in both languages, without figures", () => {
    expect(reasonCodes.length).toBe(Object.keys(applicantReasons).length);
    for (const code of reasonCodes) {
      expect(applicantReasons[code].zh).toMatch(/^[^\d]*\p{Script=Han}[^\d]*$/u);
      expect(applicantReasons[code].en).toMatch(/^[A-Z][a-z][^\d]+$/);
    }
  });

  test("needs no trace: what is shown comes from the safe codes alone", () => {
    expect(explainForApplicant({ outcome: "PASS", reasons: [] }, "en")).toEqual({
      headline: "The automatic assessment is positive",
      reasons: [],
      rights: null,
    });
  });
});

test("a number is shown with its unit", () => {
  expect(valueText(count(6), fields.employmentMonths, "zh")).toBe("6 个月");
});

test("an adverse result without a cause of its own is still told one", () => {
  for (const outcome of ["REFER", "REJECT"] as const)
    expect(explainForApplicant({ outcome, reasons: [] }, "en").reasons).toHaveLength(1);
  expect(explainForApplicant({ outcome: "PASS", reasons: [] }, "en").reasons).toEqual([]);
});
