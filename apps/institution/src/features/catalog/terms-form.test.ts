import { expect, it } from "vitest";
import type { TermsForm_VersionFragment } from "../../gql/graphql.ts";
import { emptyFee, emptyTerms, formOf, isSame, missingIn, readTerms } from "./terms-form.ts";

it("what is typed goes to the wire exactly", () => {
  const form = {
    ...emptyTerms,
    name: " 安心贷 ",
    tagline: "按月还款",
    fees: [{ ...emptyFee(0), code: "service", name: "服务费", percent: "1.5", payeeName: "本行" }],
  };
  const { terms, faults } = readTerms(form);
  expect(faults).toEqual({});
  expect(terms).toMatchObject({
    name: "安心贷",
    amountMin: "1000.00",
    rateMax: "0.156000",
    termOptions: [3, 6, 12, 24],
    fees: [{ code: "SERVICE", rate: "0.015000", amount: undefined }],
    eligibility: { minAge: 22, minMonthlyIncome: undefined },
  });
});

it("each figure that is none is named by its path, and nothing is sent", () => {
  const { terms, faults } = readTerms({
    ...emptyTerms,
    amountMin: "一千",
    rateMax: "",
    termOptions: "3 到 12",
    minAge: "x",
    fees: [{ ...emptyFee(0), basis: "AMOUNT", yuan: "" }],
  });
  expect(terms).toBeNull();
  expect(faults).toEqual({
    amountMin: "money",
    rateMax: "percent",
    termOptions: "months",
    "eligibility.minAge": "whole",
    "fees.0.amount": "money",
  });
});

it("a fee is either an amount or a share: the other figure is left behind", () => {
  const fee = { ...emptyFee(0), code: "FEE", basis: "AMOUNT" as const, yuan: "30", percent: "2" };
  expect(readTerms({ ...emptyTerms, fees: [fee] }).terms?.fees[0]).toMatchObject({ amount: "30.00", rate: undefined });
});

it("a kept draft comes back from its form unchanged", () => {
  const kept = {
    name: "安心贷",
    tagline: "按月还款",
    category: "CAR",
    amountMin: "5000.00",
    amountMax: "200000.00",
    rateMin: "0.036500",
    rateMax: "0.072345",
    termOptions: [6, 12],
    repaymentMethods: ["EQUAL_PRINCIPAL"],
    dayCount: "ACT_365",
    dueShift: "NEXT_WORKING_DAY",
    fees: [],
    eligibility: {
      minAge: 20,
      maxAge: 65,
      minMonthlyIncome: "3000.00",
      minEmploymentMonths: 6,
      employments: ["EMPLOYED"],
      provinces: ["浙江省"],
    },
    requiredDocuments: ["IDENTITY_FRONT"],
    disbursementHours: 2,
    coolingOffDays: 3,
  };
  const form = formOf(kept as unknown as TermsForm_VersionFragment);
  expect(readTerms(form).terms).toEqual(kept);
  expect(isSame(form, { ...form })).toBe(true);
  expect(isSame(form, { ...form, name: "另一个" })).toBe(false);
});

it("words that are still empty are named, those of a fee with its place", () => {
  const fee = { ...emptyFee(0), code: "SERVICE", name: " ", payeeName: "本行" };
  expect(missingIn({ ...emptyTerms, tagline: "按月还款", fees: [fee] })).toEqual(["name", "fees.0.name"]);
  expect(missingIn({ ...emptyTerms, name: "安心贷", tagline: "按月还款" })).toEqual([]);
});
