import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import enUS from "../messages/en-US.json";
import { useReadable } from "./use-readable.ts";

afterEach(cleanup);

function Sentence({ of }: { of: string }) {
  return <p>{useReadable()(of)}</p>;
}

it("days and rates in a recorded sentence are read as the rest of the page writes them", () => {
  render(
    <TestTexts locale="en-US" own={{ "en-US": enUS }}>
      <Sentence of="Placement (2026-12-08 to 2026-12-21), 0.156000 (IRR_NOMINAL_SIMPLE)" />
    </TestTexts>,
  );
  expect(screen.getByText("Placement (Dec 8, 2026 to Dec 21, 2026), 15.60% (simple)")).toBeTruthy();
});
