import { describe, expect, it } from "vitest";
import { inReadingOrder } from "./DiffLines.tsx";

const line = (field: string) => ({ field, before: null, after: "1" });

describe("the order of a difference (A-03)", () => {
  it("puts a product's price before its calendar, and what is not known last", () => {
    const fields = inReadingOrder([line("unknown"), line("dueShift"), line("rateMax"), line("name"), line("rateMin")]);
    expect(fields.map(({ field }) => field)).toEqual(["name", "rateMin", "rateMax", "dueShift", "unknown"]);
  });
});
