import { expect, test } from "vitest";
import { paidOf } from "./need.ts";

test.each([
  ["BULLET", "21770.00", "21770.00", "atEnd"],
  ["EQUAL_INSTALMENT", "888.49", "888.50", "monthly"],
  ["EQUAL_PRINCIPAL", "933.33", "933.33", "monthly"],
  ["INTEREST_ONLY_BULLET", "100.00", "10100.00", "first"],
])(
  "of a %s loan that begins with %s and reaches %s the first payment is %s",
  (method, firstPayment, highestPayment, paid) => {
    expect(paidOf({ method, firstPayment, highestPayment })).toBe(paid);
  },
);
