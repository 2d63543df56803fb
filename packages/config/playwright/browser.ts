import { existsSync } from "node:fs";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];
// In one process, without a zygote, a page that crashes takes the run with it.
const unwanted = new Set(["--single-process", "--no-zygote"]);

export interface BrowserLaunch {
  executablePath: string;
  args: string[];
}

/** CHROMIUM_PATH, else the system's Chromium, else the one that comes as a package. */
export async function findBrowser(): Promise<BrowserLaunch> {
  const known = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));
  if (known) return { executablePath: known, args: quiet };
  const { default: chromium } = await import("@sparticuz/chromium");
  const args = [...new Set([...chromium.args, ...quiet])].filter((word) => !unwanted.has(word));
  return { executablePath: await chromium.executablePath(), args };
}
