import { describe, expect, test } from "vitest";
import { applyHref, cleared, filterOf, readSearch, shareOf, sortOf, without, writeSearch } from "./product-search.ts";

const search = (address: string) => readSearch(new URLSearchParams(address));

describe("the address of a product search", () => {
  test("B-06 what is written into the address is read back the same", () => {
    const address =
      "q=装修&amount=80000&term=24&apr=1560&monthly=4000&inst=a%2Cb&category=CAR&method=EQUAL_INSTALMENT&licence=BANK&sort=SPEED&total=9000&view=cards";
    expect(search(writeSearch(search(address)).toString())).toEqual(search(address));
  });

  test("B-06 an address with nonsense shows the whole list instead of an error", () => {
    expect(filterOf(search("amount=-1&term=abc&apr=99999&monthly=1e9&category=GOLD&sort=BRIBE"))).toEqual({});
    expect(sortOf(search("sort=BRIBE"))).toBe("ANNUAL_COST");
  });

  test("B-06 amounts and rates go out as exact decimals", () => {
    expect(filterOf(search("amount=80000&apr=720&monthly=2500&total=900"))).toEqual({
      amount: "80000.00",
      maxAnnualCost: "0.072000",
      maxMonthlyPayment: "2500.00",
      maxTotalCost: "900.00",
    });
    expect(shareOf(1)).toBe("0.000100");
  });

  test("B-06 dropping one filter keeps the others", () => {
    expect(filterOf(without(search("q=car&amount=5000&licence=BANK"), "licences"))).toEqual({
      text: "car",
      amount: "5000.00",
    });
    expect(filterOf(cleared(search("q=car&amount=5000&licence=BANK")))).toEqual({ amount: "5000.00" });
  });

  test("B-07 total costs decide the order only where all rows are for one amount", () => {
    expect(sortOf(search("amount=80000"))).toBe("TOTAL_COST");
    expect(sortOf(search("term=12"))).toBe("ANNUAL_COST");
  });

  test("a text without a chosen order is ordered by fit", () => {
    expect(sortOf(search("q=car"))).toBe("RELEVANCE");
    expect(sortOf(search("q=car&sort=SPEED"))).toBe("SPEED");
  });

  test("B-11 the tray leads to one application with the need in the address", () => {
    expect(applyHref(["p1", "p2"], 80000, 24)).toBe("/apply?products=p1%2Cp2&amount=80000&term=24");
  });
});
