/** Who somebody is: reading a name and an identity number, and what follows from them. */

import { checkIdentityNumber, type Sex } from "@daichao/finance";
import { regions } from "../../kernel/regions/index.js";
import { borrowerErrors } from "./borrower.errors.js";

export const ADULT_AGE = 18;
export const MAX_TRIES_A_DAY = 5;

// 「·」 joins the parts of many minorities' names; both forms of it are typed.
const NAME = /^[\p{Script=Han}〇]{1,15}(?:·[\p{Script=Han}〇]{1,15})*$/u;

export interface IdentityFacts {
  readonly number: string;
  readonly birthOn: string;
  readonly sex: Sex;
  /** Province of first registration, by the number's first digits. */
  readonly province: string | null;
}

/** Whole years between two days. */
export function ageOn(birthOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** The name in one spelling: no blanks, one kind of middle dot. @throws BORROWER_NAME_INVALID. */
export function readName(text: string): string {
  const name = text
    .trim()
    .replace(/\s+/g, "")
    .replace(/[•.．・]/g, "·");
  if (name.length < 2 || name.length > 30 || !NAME.test(name)) throw borrowerErrors.nameInvalid();
  return name;
}

/** What an identity number says (GB 11643). @throws BORROWER_IDENTITY_NUMBER_INVALID with the fault found. */
export function readIdentityNumber(text: string, today: string): IdentityFacts {
  const check = checkIdentityNumber(text, today);
  if (!check.valid) throw borrowerErrors.identityNumberInvalid({ fault: check.fault });
  const { number, birthOn, sex, regionCode } = check;
  const code = number.startsWith("9") ? number.slice(1, 3) : regionCode.slice(0, 2);
  return { number, birthOn, sex, province: regions[code]?.zh ?? null };
}

/** @throws BORROWER_TOO_YOUNG below eighteen on `today`. */
export function mustBeAdult(facts: IdentityFacts, today: string): void {
  if (ageOn(facts.birthOn, today) < ADULT_AGE) throw borrowerErrors.tooYoung({ age: ADULT_AGE });
}
