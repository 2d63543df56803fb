import { expect, test } from "vitest";
import { noteOn, offered } from "./read-values.ts";
import type { CardField, ReadFact } from "./useIdentityReading.ts";

const fact = (field: CardField, value: string, more: Partial<ReadFact> = {}): [CardField, ReadFact] => [
  field,
  { __typename: "ReadFact", field, value, confidence: 97, isUncertain: false, isSound: true, isLapsed: false, ...more },
];
const number = "110105199103070022";

test("2-26: a sound value is offered, one that cannot be true is not", () => {
  expect(offered(new Map([fact("IDENTITY_NUMBER", number)]), "IDENTITY_NUMBER")).toBe(number);
  expect(offered(new Map([fact("IDENTITY_NUMBER", number, { isSound: false })]), "IDENTITY_NUMBER")).toBeNull();
  expect(offered(new Map(), "NAME")).toBeNull();
});

test("2-26: low confidence asks to check, another number is told with what the card says, a misread one is told", () => {
  const unsure = new Map([fact("IDENTITY_NUMBER", number, { confidence: 58, isUncertain: true })]);
  expect(noteOn(unsure, "IDENTITY_NUMBER", number)).toEqual({ kind: "uncertain", confidence: 58 });
  expect(noteOn(unsure, "IDENTITY_NUMBER", "11010519491231002X")).toEqual({ kind: "differs", value: number });
  expect(noteOn(unsure, "IDENTITY_NUMBER", "")).toBeNull();
  const sure = new Map([fact("NAME", "林晓雨")]);
  expect(noteOn(sure, "NAME", "林晓雨")).toEqual({ kind: "taken", confidence: 97 });
  const wrong = new Map([fact("IDENTITY_NUMBER", number, { isSound: false })]);
  expect(noteOn(wrong, "IDENTITY_NUMBER", "11010519491231002X")).toEqual({ kind: "misread" });
});
