import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import zhCN from "../../messages/zh-CN.json";
import { CardReading, type CardReadingProps, needsLook } from "./CardReading.tsx";

afterEach(cleanup);

const fact = {
  __typename: "ReadFact",
  field: "IDENTITY_NUMBER",
  value: "1101************51",
  confidence: 97,
  isUncertain: false,
  isSound: true,
  isLapsed: false,
  agrees: true,
} as const;
const reading = (facts: readonly object[], state = "READ") =>
  ({ __typename: "DocumentReading", state, facts }) as unknown as CardReadingProps["reading"];
const typed = { name: "林**", identityNumber: "1101************22" };
const shows = (value: CardReadingProps["reading"]) =>
  render(
    <TestTexts own={{ "zh-CN": zhCN }}>
      <CardReading reading={value} typed={typed} />
    </TestTexts>,
  );

it("2-26: read and typed stand side by side and the difference is marked in words", () => {
  shows(
    reading([
      { ...fact, agrees: false },
      { ...fact, field: "NAME", value: "林**" },
    ]),
  );
  const [number, name] = screen.getAllByRole("row").slice(1);
  expect(within(number as HTMLElement).getByText("1101************22")).toBeDefined();
  expect(within(number as HTMLElement).getByText("不一致")).toBeDefined();
  expect(within(name as HTMLElement).getByText("一致")).toBeDefined();
  expect(within(name as HTMLElement).queryByText("不一致")).toBeNull();
});

it("a reader that did not answer is said, and asks for nothing but eyes", () => {
  shows(reading([], "UNAVAILABLE"));
  expect(screen.getByText("识别服务未应答，以人工核对为准")).toBeDefined();
});

it("only what differs, cannot be true or has run out calls for a look", () => {
  expect(needsLook(reading([fact]))).toBe(false);
  expect(needsLook(reading([{ ...fact, isUncertain: true }]))).toBe(false);
  expect(needsLook(reading([{ ...fact, agrees: false }]))).toBe(true);
  expect(needsLook(reading([{ ...fact, isSound: false }]))).toBe(true);
  expect(needsLook(reading([{ ...fact, isLapsed: true }]))).toBe(true);
  expect(needsLook(null)).toBe(false);
});
