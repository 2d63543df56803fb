import type { AnnualisationMethod } from "@daichao/finance";
import type { QuoteValue } from "../catalog/index.js";
import { lendingErrors } from "./lending.errors.js";

export interface ContingentCostValue {
  readonly code: string;
  readonly name: string;
  readonly standard: string;
}

/** Everything the cost sheet shows. Its text is hashed, so nothing here may depend on when it is read. */
export interface CostSheet {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly productVersionId: string;
  readonly productName: string;
  readonly quote: QuoteValue;
  readonly contingentCosts: readonly ContingentCostValue[];
  readonly statement: string;
  readonly startNote: string;
  /** Days after the payout in which the loan can be given back; missing on sheets from before it was named. */
  readonly coolingOffDays?: number;
}

/** The sentence that R-03 asks for. */
export const NOTHING_ELSE = "除上述明示的费用外，贷款人及其合作机构不再以任何名义收取其他费用。";

const startNoteOf = (startOn: string): string =>
  `以上按 ${startOn} 放款计算。实际放款日不同时，利息自实际放款日起算，还款日随之顺延，各期金额按同一规则重新计算，年利率和收费标准不变。`;

/** What the product's cooling-off time means, in the contract's language. */
export const coolingOffNote = (days: number): string =>
  days === 0
    ? "本借款没有约定冷静期。"
    : `自放款日起 ${days} 日内，借款人可以反悔：一次还清借款本金和截至当日的利息，借款即告终止，不收违约金和提前还款费用。`;

const dayInEnglish = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "medium" });

const english = {
  statement: "Apart from the costs named above, the lender and its partners charge nothing, under any name.",
  startNote: (startOn: string): string =>
    `Calculated for a payout on ${dayInEnglish(startOn)}. If the money goes out on another day, interest runs from that day, the due days move with it and every instalment is calculated again by the same rule; the yearly rate and the fees stay as they are.`,
  coolingOffNote: (days: number): string =>
    days === 0
      ? "This loan has no cooling-off time."
      : `Within ${days} days of the payout the borrower may step back: paying the principal and the interest up to that day, at once, ends the loan, with no penalty and no fee for repaying early.`,
};

/** The sentences of a sheet. */
export interface SheetWords {
  readonly statement: string;
  readonly startNote: string;
  /** Null on sheets from before the cooling-off time was named. */
  readonly coolingOffNote: string | null;
}

/**
 * The sentences of a sheet for a reader. The Chinese ones are kept with the sheet, hashed and binding; in English those
 * this house writes are translated, and any other is shown as it was kept.
 */
export function sheetWords(sheet: CostSheet, locale: "zh-CN" | "en-US"): SheetWords {
  const { statement, startNote, coolingOffDays: days, quote } = sheet;
  if (locale === "zh-CN")
    return { statement, startNote, coolingOffNote: days === undefined ? null : coolingOffNote(days) };
  return {
    statement: statement === NOTHING_ELSE ? english.statement : statement,
    startNote: startNote === startNoteOf(quote.startOn) ? english.startNote(quote.startOn) : startNote,
    coolingOffNote: days === undefined ? null : english.coolingOffNote(days),
  };
}

export function sheetOf(parts: Omit<CostSheet, "statement" | "startNote">): CostSheet {
  return { ...parts, statement: NOTHING_ELSE, startNote: startNoteOf(parts.quote.startOn) };
}

/** The sheet as one text: keys in order, fen marked as such. Equal sheets give equal text. */
export function sheetText(sheet: CostSheet): string {
  return JSON.stringify(sheet, (_, part: unknown) => {
    if (typeof part === "bigint") return { $fen: part.toString() };
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Reads a text made by `sheetText`. */
export function readSheet(text: string): CostSheet {
  return JSON.parse(text, (_, part: unknown) =>
    typeof part === "object" && part !== null && "$fen" in part ? BigInt(String(part.$fen)) : part,
  ) as CostSheet;
}

export interface Cap {
  readonly method: AnnualisationMethod;
  /** Parts per million a year. */
  readonly value: number;
}

/** The first cap that a cost breaks, measured the way the cap names; a cost equal to the cap keeps it. */
export function brokenCap(
  cost: QuoteValue["annualCost"],
  caps: readonly Cap[],
): (Cap & { actual: number }) | undefined {
  const measured = { IRR_NOMINAL_SIMPLE: cost.nominal, IRR_COMPOUND: cost.effective, XIRR: cost.dated };
  for (const cap of caps) if (measured[cap.method] > cap.value) return { ...cap, actual: measured[cap.method] };
  return undefined;
}

const plain = (name: string): string => name.normalize("NFC").replace(/[\s\u00B7\u2022\u30FB]/g, "");

/** @throws LENDING_NAME_DIFFERS unless the typed name is the verified one; spaces and the dot inside a name are free. */
export function mustBeSameName(typed: string, verified: string): void {
  if (plain(typed) !== plain(verified) || plain(typed) === "") throw lendingErrors.nameDiffers();
}
