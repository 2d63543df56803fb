import { TestTexts } from "@daichao/ui/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import enUS from "../messages/en-US.json";
import { DiffLines, inReadingOrder } from "./DiffLines.tsx";

afterEach(cleanup);

const line = (field: string) => ({ field, before: null, after: "1" });

describe("the order of a difference (A-03)", () => {
  it("puts a product's price before its calendar, and what is not known last", () => {
    const fields = inReadingOrder([line("unknown"), line("dueShift"), line("rateMax"), line("name"), line("rateMin")]);
    expect(fields.map(({ field }) => field)).toEqual(["name", "rateMin", "rateMax", "dueShift", "unknown"]);
  });
});

describe("a decision that waits for a second person (A-02)", () => {
  it("tells every term of it, those that stay as applied for as well", () => {
    const lines = [
      { field: "method", before: "EQUAL_INSTALMENT", after: "EQUAL_INSTALMENT" },
      { field: "termCount", before: "24", after: "24" },
      { field: "amount", before: "120000.00", after: "120000.00" },
      { field: "verdict", before: null, after: "APPROVE" },
    ];
    render(
      <TestTexts locale="en-US" own={{ "en-US": enUS }}>
        <DiffLines lines={lines} label="Terms" whole />
      </TestTexts>,
    );
    const facts = screen.getAllByRole("definition").map(({ textContent }) => textContent);
    expect(facts).toEqual(["Approve", "¥120,000.00", "24 months", "Equal instalments"]);
  });
});

describe("a placement that waits for a second person", () => {
  it("is told in words and figures, not in names of fields", () => {
    const added = (field: string, after: string) => ({ field, before: null, after });
    const lines = [
      added("place", "HOME"),
      added("dailyPrice", "900.00"),
      added("startsOn", "2026-12-08"),
      added("payer", "海砚银行"),
    ];
    render(
      <TestTexts locale="en-US" own={{ "en-US": enUS }}>
        <DiffLines lines={lines} label="What would change" />
      </TestTexts>,
    );
    const told = screen
      .getAllByRole("term")
      .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
    expect(told).toEqual(["Paid for by: 海砚银行", "Place: Home", "First day: Dec 8, 2026", "Price a day: ¥900.00"]);
  });
});
