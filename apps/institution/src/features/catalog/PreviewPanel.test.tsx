import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import zhCN from "../../messages/zh-CN.json";
import { PreviewPanel } from "./PreviewPanel.tsx";
import type { TermsForm } from "./terms-form.ts";
import { emptyFee, emptyTerms, readTerms } from "./terms-form.ts";
import type { ProductPreview, TermsEditing } from "./useTermsForm.ts";

afterEach(cleanup);

const unpriced = {
  __typename: "ProductPreview",
  annualCost: null,
  cheapest: null,
  dearest: null,
  checks: [
    {
      __typename: "ListingCheck",
      code: "SCHEDULE",
      label: "还款计划",
      detail: "参数有误，无法计算",
      field: null,
      verdict: "FAIL",
    },
  ],
} as unknown as ProductPreview;

function show(change: Partial<TermsForm>) {
  const form = { ...emptyTerms, ...change };
  const editing: TermsEditing = {
    form,
    terms: readTerms(form).terms,
    preview: unpriced,
    previewFailure: null,
    isStale: false,
    isDirty: true,
    errorOf: () => undefined,
    set: () => {},
    reset: () => {},
    setRefusal: () => {},
  };
  render(
    <TestTexts own={{ "zh-CN": zhCN }}>
      <PreviewPanel {...editing} />
    </TestTexts>,
  );
}

it("a new product is told what is missing, not that its terms cannot be computed", () => {
  show({ fees: [{ ...emptyFee(0), code: "SERVICE", percent: "0.5", payeeName: "本行" }] });
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "产品名称",
    "一句话介绍",
    "费用 1 · 名称",
  ]);
  expect(screen.queryByText("参数有误，无法计算")).toBeNull();
});

it("with every word in its place the checks are shown", () => {
  show({ name: "安心贷", tagline: "按月还款" });
  expect(screen.getByText("参数有误，无法计算")).toBeTruthy();
});
