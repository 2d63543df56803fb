import { FinanceError } from "../finance-error.ts";

export type BankCardCheck =
  | { readonly valid: true; readonly number: string }
  | { readonly valid: false; readonly fault: "LENGTH" | "CHARACTER" | "CHECK_DIGIT" };

/** The Luhn check digit that completes the given digits; refuses anything else. */
export function luhnCheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new FinanceError("DIGITS_INVALID");
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

/** Checks a bank card number: 16 to 19 digits with a right Luhn digit; blanks between groups are dropped. */
export function checkBankCard(text: string): BankCardCheck {
  const number = text.replaceAll(" ", "");
  if (!/^\d*$/.test(number)) return { valid: false, fault: "CHARACTER" };
  if (number.length < 16 || number.length > 19) return { valid: false, fault: "LENGTH" };
  return luhnSum(number) % 10 === 0 ? { valid: true, number } : { valid: false, fault: "CHECK_DIGIT" };
}

// From the right, every second digit is doubled and its own digits are added up.
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    return sum + (digit > 9 ? digit - 9 : digit);
  }, 0);
}
