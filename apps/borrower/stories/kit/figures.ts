import type { Locator } from "@daichao/config/playwright";

/** Fen of an amount as it stands in the page or goes over the wire: "12,345.60" is 1234560. */
export function fenOf(text: string): number {
  const [, yuan, cents] = /([\d,]+)\.(\d{2})/.exec(text) ?? [];
  if (yuan === undefined || cents === undefined) throw new Error(`"${text}" holds no exact amount`);
  return Number(yuan.replaceAll(",", "") + cents);
}

/** The amounts drawn inside, in reading order, in fen. */
export const amountsIn = (place: Locator): Promise<number[]> =>
  place.locator("data").evaluateAll((drawn) => drawn.map((one) => Math.round(Number(one.getAttribute("value")) * 100)));

/** The value that stands beside a label in a list of facts. */
export const factIn = (place: Locator, label: string | RegExp): Locator =>
  place
    .locator("dt", { hasText: typeof label === "string" ? new RegExp(`^${label}$`) : label })
    .locator("xpath=following-sibling::dd[1]");

/**
 * The first payment of equal monthly instalments, by the closed formula A = P·i·(1+i)^n ÷ ((1+i)^n − 1), and the
 * interest in it; fen. An independent reckoning: nothing of the product's own arithmetic is used.
 */
export function firstPaymentOf(principal: number, percentPerYear: number, count: number) {
  const rate = percentPerYear / 100 / 12;
  const growth = (1 + rate) ** count;
  return { payment: Math.round((principal * rate * growth) / (growth - 1)), interest: Math.round(principal * rate) };
}
