import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitalAmount } from "./capital-amount.rules.js";

const value: Readonly<Record<string, bigint>> = Object.fromEntries(
  [..."零壹贰叁肆伍陆柒捌玖"].map((one, at) => [one, BigInt(at)]),
);
const place: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1_000n };

/** Reads capital numerals back, by another way than they were written. */
function readBack(text: string): bigint {
  const [whole = "", rest = ""] = text.includes("元") ? text.split("元") : ["", text];
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const sign of whole) {
    const factor = place[sign];
    if (factor !== undefined) {
      group += digit * factor;
      digit = 0n;
    } else if (sign === "万" || sign === "亿") {
      total =
        sign === "亿" && total > 0n
          ? (total + group + digit) * 10n ** 8n
          : total + (group + digit) * (sign === "万" ? 10n ** 4n : 10n ** 8n);
      group = 0n;
      digit = 0n;
    } else digit = value[sign] ?? 0n;
  }
  const jiao = value[/(.)角/.exec(rest)?.[1] ?? ""] ?? 0n;
  const cent = value[/(.)分/.exec(rest)?.[1] ?? ""] ?? 0n;
  return (total + group + digit) * 100n + jiao * 10n + cent;
}

describe("an amount in capital numerals", () => {
  it.each([
    [5_000_000n, "伍万元整"],
    [123_456_700n, "壹佰贰拾叁万肆仟伍佰陆拾柒元整"],
    [1_000_100n, "壹万零壹元整"],
    [10_050_000n, "壹拾万零伍佰元整"],
    [20_000_005n, "贰拾万元零伍分"],
    [168_032n, "壹仟陆佰捌拾元叁角贰分"],
    [10_700_053n, "壹拾万柒仟元伍角叁分"],
    [50n, "伍角整"],
    [0n, "零元整"],
    [10_000_000_000n, "壹亿元整"],
  ])("%s fen are %s", (fen, text) => {
    expect(capitalAmount(fen)).toBe(text);
  });

  it("reads back as the amount it was written from", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (fen) => {
        const text = capitalAmount(fen);
        expect(readBack(text)).toBe(fen);
        expect(text).not.toMatch(/零零|零[万亿]|零元整./);
      }),
    );
  });

  it("refuses amounts below zero and beyond any loan", () => {
    expect(() => capitalAmount(-1n)).toThrow(RangeError);
    expect(() => capitalAmount(10n ** 19n)).toThrow(RangeError);
  });
});
