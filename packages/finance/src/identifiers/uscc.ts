import { FinanceError } from "../finance-error.ts";

export const UsccFault = { LENGTH: "LENGTH", CHARACTER: "CHARACTER", CHECK_DIGIT: "CHECK_DIGIT" } as const;
export type UsccFault = (typeof UsccFault)[keyof typeof UsccFault];

export type UsccCheck =
  | { readonly valid: true; readonly code: string }
  | { readonly valid: false; readonly fault: UsccFault };

// Digits and capitals without I, O, S, V and Z.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * The check character for the first 17 of a unified social credit code; a sum that 31 divides gives 0, not 31. Refuses
 * anything but 17 characters of its alphabet.
 */
export function usccCheckDigit(first17: string): string {
  if (first17.length !== WEIGHTS.length || [...first17].some((character) => !ALPHABET.includes(character)))
    throw new FinanceError("DIGITS_INVALID", { expected: WEIGHTS.length });
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Checks an 18-character unified social credit code (GB 32100); small letters are taken for capitals. */
export function checkUscc(text: string): UsccCheck {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) return { valid: false, fault: "LENGTH" };
  if ([...code].some((character) => !ALPHABET.includes(character))) return { valid: false, fault: "CHARACTER" };
  if (usccCheckDigit(code.slice(0, 17)) !== code[17]) return { valid: false, fault: "CHECK_DIGIT" };
  return { valid: true, code };
}
