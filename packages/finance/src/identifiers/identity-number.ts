import { calendarDay, type Day, isDay } from "../day.ts";
import { FinanceError } from "../finance-error.ts";

export const IdentityNumberFault = {
  LENGTH: "LENGTH",
  FIFTEEN_DIGITS: "FIFTEEN_DIGITS",
  CHARACTER: "CHARACTER",
  REGION: "REGION",
  BIRTH_DAY: "BIRTH_DAY",
  CHECK_DIGIT: "CHECK_DIGIT",
} as const;
export type IdentityNumberFault = (typeof IdentityNumberFault)[keyof typeof IdentityNumberFault];

export const Sex = { MALE: "MALE", FEMALE: "FEMALE" } as const;
export type Sex = (typeof Sex)[keyof typeof Sex];

export type IdentityNumberCheck =
  | {
      readonly valid: true;
      /** The number with a capital X. */
      readonly number: string;
      /** The six digits of the place of first registration. */
      readonly regionCode: string;
      readonly birthOn: Day;
      readonly sex: Sex;
    }
  | { readonly valid: false; readonly fault: IdentityNumberFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";
// Provinces by their first two digits; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan.
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);

/** The check digit for the first 17 digits of an identity number (GB 11643, ISO 7064 MOD 11-2); refuses anything else. */
export function identityCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new FinanceError("DIGITS_INVALID", { expected: 17 });
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/**
 * Checks an 18-character citizen identity number (GB 11643) and reads birth day and sex from it; a small x is taken
 * for X. Refuses the 15-digit numbers of before 1999 and, when `today` is given, a birth after it.
 */
export function checkIdentityNumber(text: string, today?: Day): IdentityNumberCheck {
  if (today !== undefined) calendarDay(today);
  const fault = (reason: IdentityNumberFault): IdentityNumberCheck => ({ valid: false, fault: reason });
  const number = text.trim().toUpperCase();
  if (/^\d{15}$/.test(number)) return fault("FIFTEEN_DIGITS");
  if (number.length !== 18) return fault("LENGTH");
  if (!/^\d{17}[\dX]$/.test(number)) return fault("CHARACTER");
  // Foreign permanent residents: a 9, then the province.
  const province = number.startsWith("9") ? number.slice(1, 3) : number.slice(0, 2);
  if (!PROVINCES.has(province)) return fault("REGION");
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthOn) || birthOn < "1800-01-01" || (today !== undefined && birthOn > today)) return fault("BIRTH_DAY");
  if (identityCheckDigit(number.slice(0, 17)) !== number[17]) return fault("CHECK_DIGIT");
  const sex = Number(number[16]) % 2 === 1 ? Sex.MALE : Sex.FEMALE;
  return { valid: true, number, regionCode: number.slice(0, 6), birthOn, sex };
}
