import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import matchingEn from "../../lib/matching/messages/en-US.json";
import matchingZh from "../../lib/matching/messages/zh-CN.json";
import { ReliabilityChart } from "./ReliabilityChart.tsx";

afterEach(cleanup);
const own = { "zh-CN": matchingZh, "en-US": matchingEn };
const point = (predicted: number, observed: number, count: number) => ({
  __typename: "ReliabilityPoint" as const,
  count,
  predicted,
  observed,
  low: observed - 0.1,
  high: observed + 0.1,
});

test("idea 4: the table says every point of the curve in figures, and the picture says how many cases", () => {
  const points = [point(0.2, 0.25, 40), point(0.5, 0.45, 60), point(0.8, 0.82, 120)];
  const { container } = render(
    <TestTexts own={own}>
      <ReliabilityChart record={{ __typename: "OddsRecord", count: 220, points }} />
    </TestTexts>,
  );
  expect(screen.getByRole("img").getAttribute("aria-label")).toContain("220");
  const circles = [...container.querySelectorAll("circle")];
  const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
  expect(rows).toHaveLength(circles.length);
  expect(rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent))).toEqual([
    ["20%", "25%", "15%–35%", "40"],
    ["50%", "45%", "35%–55%", "60"],
    ["80%", "82%", "72%–92%", "120"],
  ]);
  // What was promised more often kept stands higher: up is less on a screen.
  const heights = circles.map((circle) => Number(circle.getAttribute("cy")));
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
});
