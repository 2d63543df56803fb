/** What a person recognises a session by, without keeping more than that. */

const SYSTEMS = [
  ["HarmonyOS", /HarmonyOS/],
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
] as const;
const BROWSERS = [
  ["微信", /MicroMessenger/],
  ["Edge", /Edg\//],
  ["Firefox", /Firefox/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
] as const;

const firstOf = (table: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  table.find(([, pattern]) => pattern.test(text))?.[0];

/** "Chrome · Android"; an unknown client is called by nothing it says itself. */
export function deviceOf(userAgent: string | null): string {
  const text = userAgent ?? "";
  const parts = [firstOf(BROWSERS, text), firstOf(SYSTEMS, text)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : "其他设备";
}

/** 203.0.113.*, or the first two groups of a longer address. */
export function maskIp(ip: string | null): string {
  if (!ip) return "-";
  const plain = ip.replace(/^::ffff:/, "");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\.\d+$/, ".*");
  return `${plain.split(":").slice(0, 2).join(":")}:*`;
}
