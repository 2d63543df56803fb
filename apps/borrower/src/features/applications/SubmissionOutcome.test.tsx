import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { Submission } from "./SubmissionOutcome.tsx";
import { SubmissionOutcome } from "./SubmissionOutcome.tsx";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
type Locale = keyof typeof own;
const locales: readonly Locale[] = ["zh-CN", "en-US"];

const product = (id: string) => ({
  __typename: "Product" as const,
  id,
  name: `Loan ${id}`,
  institution: { __typename: "Institution" as const, id: `i-${id}`, shortName: `Lender ${id}` },
});
const applied = (id: string): Submission["applications"][number] => ({
  __typename: "Application",
  id: `a-${id}`,
  number: `DC-${id}`,
  state: "SUBMITTED",
  institution: product(id).institution,
  product: product(id),
});
const refusedFor = (id: string, message: string): Submission["refused"][number] => ({
  __typename: "SubmissionRefusal",
  code: "APPLICATION_PRODUCT_UNAVAILABLE",
  message,
  product: product(id),
});

function open(applications: Submission["applications"], refused: Submission["refused"], locale: Locale = "zh-CN") {
  const onBack = vi.fn();
  const submission = { __typename: "SubmitApplicationsPayload", applications, refused } as unknown as Submission;
  render(
    <TestTexts own={own} locale={locale}>
      <MemoryRouter>
        <SubmissionOutcome submission={submission} onBack={onBack} />
      </MemoryRouter>
    </TestTexts>,
  );
  return onBack;
}

const words = (locale: Locale, key: keyof typeof lendingZh, values = {}): string =>
  createTestI18n(locale, own).i18n._(key, values);
const heading = () => screen.getByRole("heading", { level: 1 });
const linesOf = (name: string) => within(screen.getByRole("region", { name })).getAllByRole("listitem");
const goesTo = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));

test.each(locales)(
  "B-10: one application handed in is named with its number, and leads to its progress (%s)",
  (locale) => {
    open([applied("1")], [], locale);
    expect(heading().textContent).toBe(words(locale, "submitted.all", { done: 1, total: 1 }));
    expect(document.activeElement).toBe(heading());
    expect(screen.getByText(words(locale, "submitted.next"))).toBeDefined();
    const [line] = linesOf(words(locale, "submitted.done"));
    expect(line?.textContent).toContain("Lender 1 · Loan 1");
    expect(line?.textContent).toContain("DC-1");
    expect(goesTo()).toEqual(["/applications/a-1", "/applications/a-1"]);
    expect(screen.queryByRole("region", { name: words(locale, "submitted.refused") })).toBeNull();
    expect(screen.queryByRole("button", { name: words(locale, "submitted.back") })).toBeNull();
  },
);

test.each(locales)(
  "B-11: of several all done each leads to its own progress, and the way on to all of them (%s)",
  (locale) => {
    open([applied("1"), applied("2"), applied("3")], [], locale);
    expect(heading().textContent).toBe(words(locale, "submitted.all", { done: 3, total: 3 }));
    expect(linesOf(words(locale, "submitted.done"))).toHaveLength(3);
    expect(goesTo()).toEqual(["/applications/a-1", "/applications/a-2", "/applications/a-3", "/applications"]);
  },
);

test.each<[Locale, string, string]>([
  ["zh-CN", "产品已下架，暂不接受申请", "金额不在该产品的范围内"],
  ["en-US", "This product is not offered any more", "The amount is outside the product's range"],
])(
  "B-11: partly refused, each refused product stands with the api's sentence, and leads back to the draft (%s)",
  (locale, gone, outOfRange) => {
    const onBack = open([applied("1")], [refusedFor("2", gone), refusedFor("3", outOfRange)], locale);
    expect(heading().textContent).toBe(words(locale, "submitted.some", { done: 1, total: 3 }));
    expect(document.activeElement).toBe(heading());
    expect(linesOf(words(locale, "submitted.done")).map((line) => line.textContent)).toEqual([
      expect.stringContaining("Lender 1 · Loan 1"),
    ]);
    expect(linesOf(words(locale, "submitted.refused")).map((line) => line.textContent)).toEqual([
      `Lender 2 · Loan 2${gone}`,
      `Lender 3 · Loan 3${outOfRange}`,
    ]);
    expect(screen.getByText(words(locale, "submitted.refusedHint"))).toBeDefined();
    expect(goesTo()).toEqual(["/applications/a-1", "/applications/a-1"]);
    expect(onBack).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: words(locale, "submitted.back") }));
    expect(onBack).toHaveBeenCalledTimes(1);
  },
);

test.each(locales)(
  "B-10: none handed in promises no answer and names no progress, only the way back (%s)",
  (locale) => {
    const onBack = open([], [refusedFor("1", "why 1"), refusedFor("2", "why 2")], locale);
    expect(heading().textContent).toBe(words(locale, "submitted.none"));
    expect(document.activeElement).toBe(heading());
    expect(linesOf(words(locale, "submitted.refused")).map((line) => line.textContent)).toEqual([
      "Lender 1 · Loan 1why 1",
      "Lender 2 · Loan 2why 2",
    ]);
    expect(screen.queryByText(words(locale, "submitted.next"))).toBeNull();
    expect(screen.queryByRole("region", { name: words(locale, "submitted.done") })).toBeNull();
    expect(screen.queryAllByRole("link")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: words(locale, "submitted.back") }));
    expect(onBack).toHaveBeenCalledTimes(1);
  },
);
