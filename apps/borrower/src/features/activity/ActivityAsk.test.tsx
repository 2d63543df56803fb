import { TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import noticesEn from "../../lib/notices/messages/en-US.json";
import noticesZh from "../../lib/notices/messages/zh-CN.json";
import { ActivityAsk } from "./ActivityAsk.tsx";

afterEach(cleanup);
const own = { "zh-CN": noticesZh, "en-US": noticesEn };
const text = { title: "Consent", paragraphs: ["Handler", "Purpose", "The way back"] };

const ask = (onChoose: (isAllowed: boolean) => void = () => {}, hasFailed = false) =>
  render(
    <TestTexts own={own}>
      <ActivityAsk text={text} isSignedIn={false} isSaving={false} hasFailed={hasFailed} onChoose={onChoose} />
    </TestTexts>,
  );

test("A-31: yes and no weigh the same: one look, no default, the whole text beside them", () => {
  ask();
  const [yes, no] = screen.getAllByRole("button");
  expect(yes?.className).toBe(no?.className);
  expect(document.activeElement).toBe(document.body);
  expect(screen.getByText("The way back")).toBeDefined();
});

test("A-31: each answer is the one that was pressed", () => {
  const chosen = vi.fn();
  ask(chosen);
  for (const button of screen.getAllByRole("button")) fireEvent.click(button);
  expect(chosen.mock.calls).toEqual([[true], [false]]);
});

test("A-31: an answer that was not saved says so", () => {
  ask(() => {}, true);
  expect(screen.getByRole("alert")).toBeDefined();
});
