// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { keepVisitor, readVisitor } from "./visitor.ts";

beforeEach(() => localStorage.clear());

test("A-31: a guest's no is remembered as well as a yes", () => {
  expect(readVisitor()).toBeNull();
  keepVisitor({ isAllowed: false });
  expect(readVisitor()).toEqual({ isAllowed: false });
  keepVisitor({ isAllowed: true, visitorId: "v1" });
  expect(readVisitor()).toEqual({ isAllowed: true, visitorId: "v1" });
  keepVisitor(null);
  expect(readVisitor()).toBeNull();
});

test.each(["", "{", "7", '{"isAllowed":true}', '{"isAllowed":"yes"}'])(
  "A-31: %j in the browser's memory is no choice",
  (kept) => {
    localStorage.setItem("daichao.activity", kept);
    expect(readVisitor()).toBeNull();
  },
);
