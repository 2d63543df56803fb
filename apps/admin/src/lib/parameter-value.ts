/** Values of parameters as they are kept ("240000", "IRR_NOMINAL_SIMPLE:240000") and as people type them ("24"). */
export type ParameterForm = "whole" | "percent" | "cap";

export const formOfUnit = (unit: string): ParameterForm =>
  unit === "method:ppm" ? "cap" : unit === "ppm" ? "percent" : "whole";

/** Parts per million as a per cent figure without trailing zeros: "240000" is "24", "30500" is "3.05". */
export function percentOf(ppm: string): string {
  if (!/^\d+$/.test(ppm)) return ppm;
  const padded = ppm.padStart(5, "0");
  const fraction = padded.slice(-4).replace(/0+$/, "");
  const whole = padded.slice(0, -4).replace(/^0+(?=\d)/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** A per cent figure as parts per million; null for what is no figure or finer than a millionth. */
export function ppmOf(percent: string): string | null {
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(percent.trim());
  if (match === null) return null;
  const [, whole = "0", fraction = ""] = match;
  return String(Number(`${whole}${fraction.padEnd(4, "0")}`));
}

/** "IRR_NOMINAL_SIMPLE:240000" in its two parts. */
export function capOf(value: string): { method: string; ppm: string } {
  const at = value.indexOf(":");
  return at < 0 ? { method: "", ppm: value } : { method: value.slice(0, at), ppm: value.slice(at + 1) };
}
