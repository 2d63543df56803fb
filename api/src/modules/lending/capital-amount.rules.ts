/** Amounts as Chinese paper writes them beside the figures, in numerals that cannot be altered. */

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿", "万亿"] as const;

/** Four digits with their places; several zeros in a row are read once, trailing ones not at all. */
function groupText(group: string): string {
  const read = [...group].map((digit, at) => (digit === "0" ? "零" : `${DIGITS[Number(digit)]}${PLACES[3 - at]}`));
  return read.join("").replace(/零+/g, "零").replace(/零$/, "");
}

function wholeText(whole: string): string {
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, "0");
  const groups = padded.match(/.{4}/g) ?? [];
  const read = groups.map((group, at) => {
    const text = groupText(group);
    return text === "" ? "零" : `${text}${GROUPS[groups.length - 1 - at]}`;
  });
  return read
    .join("")
    .replace(/零+/g, "零")
    .replace(/^零|零$/g, "");
}

/**
 * Fen in capital numerals: 壹佰贰拾叁万肆仟伍佰陆拾柒元整, with jiao and fen where there are some (GB/T 15835 and the
 * central bank's rules for filling in bills).
 * @throws RangeError for amounts below zero and from ten thousand billion yuan on.
 */
export function capitalAmount(fen: bigint): string {
  const whole = (fen / 100n).toString();
  if (fen < 0n || whole.length > 16) throw new RangeError("capitalAmount: out of range");
  const [jiao, cent] = [Number((fen / 10n) % 10n), Number(fen % 10n)];
  const yuan = whole === "0" ? "" : `${wholeText(whole)}元`;
  if (jiao === 0 && cent === 0) return `${yuan || "零元"}整`;
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : yuan === "" ? "" : "零";
  return `${yuan}${tens}${cent > 0 ? `${DIGITS[cent]}分` : "整"}`;
}
