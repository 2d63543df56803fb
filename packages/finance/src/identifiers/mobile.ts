export type MobileCheck =
  | { readonly valid: true; readonly number: string }
  | { readonly valid: false; readonly fault: "LENGTH" | "CHARACTER" | "PREFIX" };

/** Checks a mainland mobile number: eleven digits, 1 and then 3 to 9. No country code, no separators. */
export function checkMobile(text: string): MobileCheck {
  const number = text.trim();
  if (!/^\d*$/.test(number)) return { valid: false, fault: "CHARACTER" };
  if (number.length !== 11) return { valid: false, fault: "LENGTH" };
  return /^1[3-9]/.test(number) ? { valid: true, number } : { valid: false, fault: "PREFIX" };
}
