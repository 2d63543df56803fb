/** Facts as they stand in a sentence. */
import { formatYuan } from "@daichao/finance";
import type { NoticeFacts } from "./notice-template.rules.js";

type BothLanguages = Exclude<NoticeFacts[string], string>;

const documentWords: Readonly<Record<string, BothLanguages>> = {
  IDENTITY_FRONT: { zh: "身份证人像面", en: "identity card, photo side" },
  IDENTITY_BACK: { zh: "身份证国徽面", en: "identity card, emblem side" },
  WORK_PROOF: { zh: "工作证明", en: "proof of work" },
  INCOME_PROOF: { zh: "收入证明", en: "proof of income" },
  BANK_STATEMENT: { zh: "银行流水", en: "bank statement" },
  RESIDENCE_PROOF: { zh: "居住证明", en: "proof of residence" },
  OTHER: { zh: "其他材料", en: "another document" },
};

export const documentWord = (kind: string): BothLanguages =>
  documentWords[kind] ?? { zh: "证明材料", en: "a document" };

const SHANGHAI_MS = 8 * 3_600_000;
/** "2026-12-04 09:00", in Asia/Shanghai. */
export const momentText = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");

/** Parts per million as "15.60%", rounded half up to hundredths. */
export function rateText(ppm: number): string {
  const hundredths = Math.floor((ppm + 50) / 100);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}%`;
}

/** Fen as yuan with thousands apart: "58,000.00". */
export const yuanText = (fen: bigint): string => formatYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ",");

/** What an offer says in its notice; `amount` in fen as text, `expiresAt` in ISO 8601. */
export const offerFacts = (offerId: string, amount: string, expiresAt: string): NoticeFacts => ({
  offerId,
  amount: yuanText(BigInt(amount)),
  expiresAt,
  until: momentText(new Date(expiresAt)),
});
