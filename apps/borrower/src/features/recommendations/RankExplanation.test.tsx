import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import matchingEn from "../../lib/matching/messages/en-US.json";
import matchingZh from "../../lib/matching/messages/zh-CN.json";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { RankExplanation } from "./RankExplanation.tsx";

beforeAll(() => {});
afterEach(cleanup);
const own = { "zh-CN": { ...zhCN, ...matchingZh }, "en-US": { ...enUS, ...matchingEn } };
const part = (term: string, points: number) => ({ __typename: "RankPart", term, value: 0.5, weight: 1, points });
const told = (changed: object = {}) => ({
  __typename: "RankExplanation",
  place: 2,
  guestPlace: 5,
  candidateCount: 40,
  isPersonalised: true,
  score: 612_000,
  chance: 0.7,
  parts: [part("cost", 400_000), part("affinity", 232_000), part("complaints", -20_000)],
  factors: [
    { __typename: "OddsFactor", name: "income", effect: 0.8 },
    { __typename: "OddsFactor", name: "debtShare", effect: -0.3 },
    { __typename: "OddsFactor", name: "employedMonths", effect: 0.001 },
  ],
  acts: [
    { __typename: "CountedAct", productId: "p", kind: "PRODUCT_COMPARED", at: "2026-11-20T02:00:00.000Z", share: 1 },
  ],
  oddsModelVersion: 3,
  isRebuilt: true,
  ...changed,
});

function open(answer: Parameters<typeof createTestClient>[0][string]) {
  render(
    <TestTexts own={own}>
      <ClientProvider client={createTestClient({ RankExplanation: answer })}>
        <RankExplanation rankingId="r" productId="p" name="安居装修贷" onClose={() => {}} />
      </ClientProvider>
    </TestTexts>,
  );
}

test("U-18: every part stands with its points and the points sum to the score in the last line", async () => {
  open({ data: { explainRank: told() } });
  const table = await screen.findByRole("table");
  const figures = within(table)
    .getAllByRole("cell")
    .map((cell) => Number((cell.textContent ?? "").replaceAll(",", "")));
  const sum = figures.pop();
  expect(figures).toEqual([400_000, 232_000, -20_000]);
  expect(sum).toBe(figures.reduce((total, points) => total + points, 0));
});

test("X-02: what counted of one's own doing is named with its share, and a fact that hardly counted is not", async () => {
  open({ data: { explainRank: told() } });
  await screen.findByRole("table");
  const words = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(words).toHaveLength(3);
  expect(words.at(-1)).toContain("100%");
});

test("R-08: everybody's order says nothing of anybody's doing", async () => {
  open({ data: { explainRank: told({ isPersonalised: false, guestPlace: 2, factors: [], acts: [] }) } });
  await screen.findByRole("table");
  expect(screen.queryByText(matchingZh["why.acts"])).toBeNull();
});

test("U-18: an order that is not one's own is refused in words, with the request to name", async () => {
  open(refusal("NOT_FOUND", "not_found", { message: "没有找到，或您无权查看", requestId: "req-7" }));
  expect((await screen.findByRole("alert")).textContent).toContain("没有找到");
});
