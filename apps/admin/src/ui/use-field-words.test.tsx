import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import enUS from "../messages/en-US.json";
import { useFieldWords } from "./use-field-words.tsx";

afterEach(cleanup);

function Told({ field, value }: { field: string; value: unknown }) {
  const words = useFieldWords();
  return (
    <>
      <p>{words.nameOf(field)}</p>
      {words.valueOf(field, typeof value === "string" ? value : JSON.stringify(value))}
    </>
  );
}

const show = (field: string, value: unknown) =>
  render(
    <TestTexts locale="en-US" own={{ "en-US": enUS }}>
      <Told field={field} value={value} />
    </TestTexts>,
  );

/** Each name of the record with what stands beside it, as they are read from the top. */
const lines = () =>
  screen.getAllByRole("term").map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);

const fee = { code: "SERVICE", rate: "0.005000", basis: "RATE_OF_PRINCIPAL", timing: "UPFRONT", name: "Service fee" };

describe("the words of a recorded fee (A-03)", () => {
  it("calls a share of the principal a share, never a rate for a year", () => {
    show("fees", [fee]);
    expect(lines()).toEqual([
      "Name: Service fee",
      "Charged: Once, when paid out",
      "Basis: Share of the principal",
      "Share: 0.50%",
      "Code: SERVICE",
    ]);
  });

  it("says that a share is taken with each instalment where it is", () => {
    show("fees", [{ ...fee, basis: "RATE_OF_OUTSTANDING", timing: "PER_PERIOD" }]);
    expect(lines()).toContain("Share each instalment: 0.50%");
  });

  it("tells a fixed fee in money", () => {
    show("fees", [{ ...fee, rate: null, amount: "120.00", basis: "AMOUNT", timing: "PER_PERIOD" }]);
    expect(lines()).toContain("Amount each instalment: ¥120.00");
  });

  it("says the unit of several terms once", () => {
    show("termOptions", [3, 6, 12]);
    expect(screen.getByText("3, 6, 12 months")).toBeTruthy();
  });

  it("counts one day as one, and writes a day as a date", () => {
    show("coolingOffDays", "1");
    expect(screen.getByText("1 day")).toBeTruthy();
    cleanup();
    show("startsOn", "2026-12-08");
    expect(screen.getByText("Dec 8, 2026")).toBeTruthy();
  });

  it("keeps the price of the loan itself a rate for a year", () => {
    show("rateMax", "0.120000");
    expect(screen.getByText(enUS["field.rateMax"])).toBeTruthy();
    expect(screen.getByText("12.00%")).toBeTruthy();
  });
});
