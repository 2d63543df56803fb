import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { Agreed } from "./ConsentsStep.tsx";
import { ConsentsStep, consentsWanted, isAgreed } from "./ConsentsStep.tsx";

afterEach(cleanup);
const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };

const item = (product: string, institution: string, isSelected = true, hash = `hash-${institution}`) => ({
  __typename: "DraftItem" as const,
  isSelected,
  product: { __typename: "Product" as const, id: product, name: product },
  consentText: {
    __typename: "ConsentText" as const,
    hash,
    title: `Consent ${institution}`,
    paragraphs: ["Who", "What for"],
    bindingParagraphs: ["谁", "为何"],
    dataKinds: ["Name"],
    institution: { __typename: "Institution" as const, id: institution, name: institution, shortName: institution },
  },
});
const draft = {
  __typename: "ApplicationDraft" as const,
  id: "d1",
  items: [item("p1", "A"), item("p2", "A"), item("p3", "B"), item("p4", "C", false)],
};

function Step({ onNext }: { onNext: () => void }) {
  const [agreed, setAgreed] = useState<Agreed>({});
  return (
    <TestTexts own={own}>
      <ConsentsStep draft={draft} agreed={agreed} onAgreed={setAgreed} onNext={onNext} />
    </TestTexts>
  );
}

const boxes = () => screen.getAllByRole("checkbox") as HTMLInputElement[];
const goOn = () => fireEvent.submit(document.getElementById("wizard-step") as HTMLElement);

test("B-11 each institution applied to asks once, whole text, with a box nobody ticked", () => {
  render(<Step onNext={() => {}} />);
  expect(screen.getAllByRole("region", { name: /^Consent [AB]$/ }).filter((box) => box.tabIndex === 0).length).toBe(2);
  expect(boxes().map((box) => box.checked)).toEqual([false, false]);
});

test("B-11 beside a translation stands the Chinese text that is agreed to", () => {
  render(<Step onNext={() => {}} />);
  expect(screen.getAllByText(lendingZh["consent.translated"])).toHaveLength(2);
  expect(screen.getAllByText("为何").every((line) => line.closest("[lang='zh-CN']") !== null)).toBe(true);
});

test("B-11 one agreement is not the other: without both there is no going on", () => {
  const next = vi.fn();
  render(<Step onNext={next} />);
  fireEvent.click(boxes()[0] as HTMLElement);
  goOn();
  expect(next).not.toHaveBeenCalled();
  expect(screen.getByRole("alert").textContent).toContain("B");
  expect(screen.getByRole("alert").textContent).not.toContain("A");
  fireEvent.click(boxes()[1] as HTMLElement);
  goOn();
  expect(next).toHaveBeenCalledTimes(1);
});

test("an agreement to an older text is none", () => {
  const [text] = consentsWanted({ items: [item("p1", "A", true, "new")] });
  expect(text && isAgreed({ A: "old" }, text)).toBe(false);
  expect(text && isAgreed({ A: "new" }, text)).toBe(true);
});
