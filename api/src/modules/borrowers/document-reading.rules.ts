/** What a reading is worth: whether a value can be true, whether it is sure enough, and whether it is what was typed. */
import { checkIdentityNumber, isDay } from "@daichao/finance";
import { CardField } from "./document-reading.states.js";

/** Chinese characters, with the dot of some names. */
const NAME = /^[\p{Script=Han}·•]{2,30}$/u;

/** Readers see blanks and other dots where there are none. */
export function tidied(field: CardField, value: string): string {
  const text = value.replace(/\s+/g, "");
  if (field === CardField.NAME) return text.replace(/[•・.]/g, "·");
  return field === CardField.IDENTITY_NUMBER ? text.toUpperCase() : text;
}

/** Whether the value can be true at all, on `today`. */
export function isSound(field: CardField, value: string, today: string): boolean {
  if (field === CardField.NAME) return NAME.test(value);
  if (field === CardField.IDENTITY_NUMBER) return checkIdentityNumber(value, today).valid;
  if (field === CardField.VALID_UNTIL) return value === "长期" || isDay(value);
  return value.length > 0;
}

/** Whether the card is past its last day. */
export const isLapsed = (validUntil: string, today: string): boolean => isDay(validUntil) && validUntil < today;

export interface VerifiedValues {
  readonly name: string;
  readonly identityNumber: string;
}

/** Whether a value is what was verified; null for what nobody types. */
export function agreesWith(field: CardField, value: string, verified: VerifiedValues): boolean | null {
  if (field === CardField.NAME) return value === verified.name;
  return field === CardField.IDENTITY_NUMBER ? value === verified.identityNumber : null;
}
